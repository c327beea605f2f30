/** Measures the noise of a photo and turns it into the numbers a network is told. */
package hyperlumen.noise;
