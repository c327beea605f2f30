package hyperlumen.read.dng;

/**
 * A tile or a strip of the stored picture.
 *
 * @param x its first column in the picture
 * @param y its first row
 * @param width its columns; a tile may reach beyond the picture
 * @param height its rows
 * @param offset where its bytes begin in the file
 * @param bytes how many they are
 */
record Block(int x, int y, int width, int height, long offset, long bytes) {}
