/** Trains the networks; never shipped. */
package hyperlumen.training;
