package hyperlumen.write;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.RasterSource;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import java.nio.file.Path;

/**
 * Writes a picture to a file, pulling it band by band from top to bottom, so that a picture of any
 * size costs the memory of a few bands.
 *
 * <p>The source gives display-encoded samples, nominally in [0, 1], of 1 (grey), 2 (grey, alpha), 3
 * (RGB) or 4 (RGB, alpha) channels; integers are floor(v * (2^bits - 1) + 0.5), clipped, without
 * dithering. The file appears under its name whole or not at all (see {@link AtomicFile}). The EXIF
 * tags are the source's, except: orientation as {@link OutputSpec#orientation()} says, sizes of
 * this picture, our software tag, no thumbnails. Stateless and safe for several threads.
 */
public final class PhotoWriter {

  private PhotoWriter() {}

  /**
   * Writes {@code source} to {@code target}.
   *
   * @throws PhotoException EXISTS, WRITE_FAILED or UNSUPPORTED about {@code target}; or what the
   *     source throws, unchanged
   * @throws CancelledException if {@code progress} says so; asked once per band
   */
  public static void write(RasterSource source, Path target, OutputSpec spec, Progress progress)
      throws PhotoException, CancelledException {
    write(source, target, spec, progress, Publication.AT_ONCE);
  }

  /** The same; {@code publication} sees the complete file before it gets its name. */
  public static void write(
      RasterSource source, Path target, OutputSpec spec, Progress progress, Publication publication)
      throws PhotoException, CancelledException {
    write(source, target, spec, progress, publication, FileOperations.SYSTEM);
  }

  /**
   * Writes a linear DNG: demosaiced camera RGB for a RAW converter, with a rendered preview.
   *
   * @param dng the samples and what a converter must know of them
   * @throws PhotoException as {@link #write}
   */
  public static void writeLinearDng(LinearDng dng, Path target, OutputSpec spec, Progress progress)
      throws PhotoException, CancelledException {
    writeLinearDng(dng, target, spec, progress, Publication.AT_ONCE);
  }

  /** The same; {@code publication} sees the complete file before it gets its name. */
  public static void writeLinearDng(
      LinearDng dng, Path target, OutputSpec spec, Progress progress, Publication publication)
      throws PhotoException, CancelledException {
    try (AtomicFile file = AtomicFile.create(target, spec.overwrite(), FileOperations.SYSTEM)) {
      new DngPictureWriter(dng, spec, target, file).write(progress);
      progress.checkCancelled();
      file.commit(publication);
    }
  }

  static void write(
      RasterSource source,
      Path target,
      OutputSpec spec,
      Progress progress,
      FileOperations operations)
      throws PhotoException, CancelledException {
    write(source, target, spec, progress, Publication.AT_ONCE, operations);
  }

  private static void write(
      RasterSource source,
      Path target,
      OutputSpec spec,
      Progress progress,
      Publication publication,
      FileOperations operations)
      throws PhotoException, CancelledException {
    if (source.channels() > 4) {
      throw new IllegalArgumentException(source.channels() + " channels are not a picture");
    }
    try (AtomicFile file = AtomicFile.create(target, spec.overwrite(), operations)) {
      switch (spec.format()) {
        case PNG8, PNG16 -> new PngPictureWriter(spec, file).write(source, progress);
        case TIFF8, TIFF16, TIFF32F -> new TiffPictureWriter(spec, file).write(source, progress);
        case JPEG -> new JpegPictureWriter(spec, target, file).write(source, progress);
        case DNG -> throw new IllegalArgumentException("a linear DNG is not made of a picture");
      }
      progress.checkCancelled();
      file.commit(publication);
    }
  }
}
