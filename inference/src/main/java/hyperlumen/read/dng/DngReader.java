package hyperlumen.read.dng;

import hyperlumen.photo.IntegerSamples.Samples16;
import hyperlumen.photo.Levels;
import hyperlumen.photo.LinearPhoto;
import hyperlumen.photo.Metadata;
import hyperlumen.photo.Mosaic;
import hyperlumen.photo.Photo;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.RawPhoto;
import hyperlumen.photo.Region;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import hyperlumen.read.tiff.ByteView;
import hyperlumen.read.tiff.Entry;
import hyperlumen.read.tiff.TiffFile;
import hyperlumen.read.tiff.TiffMetadata;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads DNG files: a Bayer mosaic becomes a {@link RawPhoto}, a LinearRaw picture a {@link
 * LinearPhoto}.
 *
 * <p>Samples come out as unsigned 16-bit numbers of the active area, through the linearisation
 * table. Integers wider than 16 bits lose their low bits. Floats are scaled so that the white level
 * is 65535 and 0 is 2048; the levels are in the same units. The file is memory-mapped while it is
 * decoded, by as many threads as there are processors.
 */
public final class DngReader {

  /** Longest linearisation table: one entry for each 16-bit value. */
  private static final int MAX_TABLE = 65536;

  private DngReader() {}

  /** Whether the directories are those of a DNG file. */
  public static boolean isDng(TiffFile tiff) {
    return tiff.main().has(DngTag.DNG_VERSION);
  }

  /**
   * Reads {@code file}.
   *
   * @param progress hears of tiles under the stage READ
   * @throws PhotoException if the file is damaged, too large or of a kind not supported
   * @throws CancelledException if the user wants it to end
   */
  public static Photo read(Path file, Progress progress) throws PhotoException, CancelledException {
    try (ByteView view = ByteView.map(file)) {
      return read(view, TiffFile.parse(view), progress);
    }
  }

  /** Reads the DNG whose directories were parsed already. */
  public static Photo read(ByteView view, TiffFile tiff, Progress progress)
      throws PhotoException, CancelledException {
    if (!isDng(tiff)) {
      throw view.damaged("is a TIFF file without a DNG version");
    }
    RawDirectory directory = RawDirectory.of(tiff, view);
    RawLayout layout = RawLayout.of(directory.raw(), view, tiff.order());
    if (directory.linear() != (layout.channels() == 3)) {
      throw directory.unsupported(
          directory.linear()
              ? "is a monochrome raw picture, which is not supported"
              : "has a colour filter mosaic of 3 samples per pixel, which is not supported");
    }
    return directory.linear()
        ? linear(directory, layout, tiff, progress)
        : mosaic(directory, layout, tiff, progress);
  }

  private static RawPhoto mosaic(
      RawDirectory directory, RawLayout layout, TiffFile tiff, Progress progress)
      throws PhotoException, CancelledException {
    var cfa = CfaReader.read(directory);
    ColourReader colour = new ColourReader(directory);
    Areas areas = Areas.read(directory, layout.size());
    FloatCode floats = LevelsReader.floatCode(directory, layout);
    Frame frame = decode(directory, layout, floats, progress);
    Levels levels = new LevelsReader(directory, layout, floats).read(0, areas, frame);
    return new RawPhoto(
        directory.view().file(),
        new Mosaic(areas.active().size(), cut(frame, areas.active())),
        cfa,
        levels,
        colour.read(),
        colour.noise(),
        areas.crop(),
        layout.bits(),
        layout.compression().words(),
        TiffMetadata.of(tiff));
  }

  private static LinearPhoto linear(
      RawDirectory directory, RawLayout layout, TiffFile tiff, Progress progress)
      throws PhotoException, CancelledException {
    Areas areas = Areas.read(directory, layout.size());
    FloatCode floats = LevelsReader.floatCode(directory, layout);
    Frame frame = decode(directory, layout, floats, progress);
    Levels levels = new LevelsReader(directory, layout, floats).read(0, areas, frame);
    Metadata metadata = TiffMetadata.of(tiff);
    return new LinearPhoto(
        directory.view().file(),
        new Samples16(areas.active().size(), 3, cut(frame, areas.active())),
        levels,
        new ColourReader(directory).read(),
        areas.crop(),
        layout.compression().words(),
        metadata);
  }

  private static Frame decode(
      RawDirectory directory, RawLayout layout, FloatCode floats, Progress progress)
      throws PhotoException, CancelledException {
    short[] table = floats != null ? new short[0] : linearisation(directory);
    return new FrameDecoder(directory.view(), layout, table, floats, isBeforeVersion11(directory))
        .decode(progress);
  }

  private static short[] linearisation(RawDirectory directory) throws PhotoException {
    Optional<Entry> entry = directory.find(DngTag.LINEARIZATION_TABLE);
    if (entry.isEmpty()) {
      return new short[0];
    }
    long[] values = entry.get().unsignedArray(MAX_TABLE);
    short[] table = new short[values.length];
    for (int i = 0; i < table.length; i++) {
      table[i] = (short) Math.min(values[i], 65535);
    }
    return table;
  }

  /** DNG 1.0 had another dialect of lossless JPEG. */
  private static boolean isBeforeVersion11(RawDirectory directory) throws PhotoException {
    Entry version = directory.main().entries().get(DngTag.DNG_VERSION);
    return version.count() >= 2 && version.unsigned(0) == 1 && version.unsigned(1) == 0;
  }

  /** Moves the active area to the front of the frame's own array, which saves a second one. */
  private static short[] cut(Frame frame, Region active) {
    int length = active.width() * frame.channels();
    for (int y = 0; y < active.height(); y++) {
      System.arraycopy(
          frame.samples(),
          frame.index(active.y() + y, active.x()),
          frame.samples(),
          y * length,
          length);
    }
    return frame.samples();
  }
}
