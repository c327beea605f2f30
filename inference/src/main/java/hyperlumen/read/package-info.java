/** Files become photos: one entry point that looks at the bytes and picks the decoder. */
package hyperlumen.read;
