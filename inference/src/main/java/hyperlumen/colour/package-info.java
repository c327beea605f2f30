/**
 * Camera colour to display colour: white balance, matrices, highlights, tone, gamut, encoding. The
 * chain and its constants with their sources stand in docs/colour.md.
 */
package hyperlumen.colour;
