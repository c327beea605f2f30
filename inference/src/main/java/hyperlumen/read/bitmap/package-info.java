/**
 * Readers of finished pictures: PNG, JPEG and TIFF, with their ICC profile and metadata. Every size
 * is checked before memory is asked for, and only {@link hyperlumen.photo.PhotoException} comes
 * out.
 */
package hyperlumen.read.bitmap;
