package hyperlumen.read.dng;

import hyperlumen.photo.Size;
import java.nio.ByteOrder;

/**
 * How {@link DngWriter} lays samples out in a file.
 *
 * @param size of the picture, masked borders included
 * @param channels 1 for a mosaic, 3 for demosaiced samples
 * @param bits per sample
 * @param isFloat whether samples are floats
 * @param order of bytes
 * @param bigTiff whether offsets have 64 bits
 * @param compression 1, 7 or 8
 * @param predictor of lossless JPEG or of TIFF
 * @param jpegComponents of lossless JPEG
 * @param jpegLinesJoined lines of the picture in one of lossless JPEG
 * @param restartLines lines between restart markers, 0 without
 * @param tiled tiles instead of strips
 * @param blockWidth of a tile or strip
 * @param blockHeight of a tile, or rows of a strip
 */
record DngLayout(
    Size size,
    int channels,
    int bits,
    boolean isFloat,
    ByteOrder order,
    boolean bigTiff,
    int compression,
    int predictor,
    int jpegComponents,
    int jpegLinesJoined,
    int restartLines,
    boolean tiled,
    int blockWidth,
    int blockHeight) {}
