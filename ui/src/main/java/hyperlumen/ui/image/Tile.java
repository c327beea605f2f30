package hyperlumen.ui.image;

/**
 * A finished tile: {@code argb} holds height rows of width pixels, 0xAARRGGBB; read-only.
 *
 * @param stale whether the picture has changed since; it may be shown until a fresh one is there
 */
public record Tile(int width, int height, int[] argb, boolean stale) {

  Tile asStale() {
    return stale ? this : new Tile(width, height, argb, true);
  }

  long bytes() {
    return 4L * argb.length;
  }
}
