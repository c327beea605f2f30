package hyperlumen.ui.service;

import hyperlumen.photo.Size;

/**
 * A small picture: {@code argb} holds height rows of width pixels, 0xAARRGGBB; read-only.
 *
 * @param size width and height
 */
public record Thumbnail(Size size, int[] argb) {}
