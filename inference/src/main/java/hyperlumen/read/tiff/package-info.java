/**
 * The structure of TIFF files, of which DNG and EXIF are two dialects: directories and their
 * entries, every offset checked, nothing decoded. TIFF 6.0 (Adobe, 1992), BigTIFF, EXIF 2.32.
 */
package hyperlumen.read.tiff;
