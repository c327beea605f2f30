/**
 * Digital Negative: raw mosaics and linear pictures with what is needed to develop them. DNG
 * specification 1.7.1.0 (Adobe, 2023).
 */
package hyperlumen.read.dng;
