package hyperlumen.ui.service;

import hyperlumen.photo.Size;
import java.nio.file.Path;

/**
 * What is known about an opened photo.
 *
 * @param file where it came from
 * @param kind what its samples are
 * @param size of the picture, upright
 * @param format container and compression in words, such as "DNG, lossless JPEG"
 * @param camera maker and model; empty if unknown
 * @param exposure such as "ISO 400, 1/60 s, f/4"; empty if unknown
 */
public record PhotoFacts(
    Path file, Kind kind, Size size, String format, String camera, String exposure) {

  /** What the samples are. */
  public enum Kind {
    /** A colour filter mosaic. */
    RAW,
    /** Demosaiced camera colour. */
    LINEAR,
    /** A finished picture. */
    RGB
  }
}
