/** Rebuilds the paper's tables and experiments as far as public data reach. */
package hyperlumen.training.paper;
