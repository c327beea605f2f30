package hyperlumen.read.dng;

import hyperlumen.photo.Cfa;
import hyperlumen.photo.IntegerSamples.Samples16;
import hyperlumen.photo.Levels;
import hyperlumen.photo.LinearPhoto;
import hyperlumen.photo.Mosaic;
import hyperlumen.photo.Photo;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.PixelScale;
import hyperlumen.photo.RawPhoto;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import hyperlumen.read.dng.Opcode.Pointwise;
import hyperlumen.read.tiff.ByteView;
import hyperlumen.read.tiff.Entry;
import hyperlumen.read.tiff.TiffFile;
import hyperlumen.read.tiff.TiffMetadata;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    if (!directory.linear() && layout.channels() == 3) {
      throw directory.unsupported(
          "has a colour filter mosaic of 3 samples per pixel, which is not supported");
    }
    return directory.linear()
        ? linear(directory, layout, tiff, progress)
        : mosaic(directory, layout, tiff, progress);
  }

  private static RawPhoto mosaic(
      RawDirectory directory, RawLayout layout, TiffFile tiff, Progress progress)
      throws PhotoException, CancelledException {
    Cfa cfa = CfaReader.read(directory);
    ColourReader colour = new ColourReader(directory);
    Areas areas = Areas.read(directory, layout.size());
    Region active = areas.active();
    List<Opcode> stored = new OpcodeReader(directory, layout.size()).read(DngTag.OPCODE_LIST_1);
    List<Opcode> linear = linearOpcodes(directory, active.size());
    FloatCode floats = LevelsReader.floatCode(directory, layout);
    short[] table = linearisation(directory, layout);
    Frame frame = decode(directory, layout, table, floats, progress);
    int greenParity = 1 - ((cfa.redRow() + cfa.redColumn() + active.y() + active.x()) & 1);
    BadPixels.repair(frame, repairs(directory, stored), table, greenParity);
    Levels levels = new LevelsReader(directory, layout, floats).read(0, areas, frame);
    short[] samples = cut(frame, active);
    greenParity = 1 - ((cfa.redRow() + cfa.redColumn()) & 1);
    BadPixels.repair(new Frame(active.size(), 1, samples), linear, new short[0], greenParity);
    List<Pointwise> pointwise = pointwise(linear);
    if (!pointwise.isEmpty()) {
      LinearMapping mapping = new LinearMapping(samples, active.width(), active.height(), levels);
      mapping.apply(pointwise, progress);
      levels = mapping.result();
    }
    return new RawPhoto(
        directory.view().file(),
        new Mosaic(active.size(), samples),
        cfa,
        levels,
        colour.read(),
        colour.noise(),
        areas.crop(),
        layout.bits(),
        layout.compression().words(),
        TiffMetadata.of(tiff),
        pixelScale(directory),
        new OpcodeReader(directory, active.size()).lensWarp());
  }

  private static LinearPhoto linear(
      RawDirectory directory, RawLayout layout, TiffFile tiff, Progress progress)
      throws PhotoException, CancelledException {
    Areas areas = Areas.read(directory, layout.size());
    Region active = areas.active();
    List<Pointwise> opcodes = pointwise(linearOpcodes(directory, active.size()));
    FloatCode floats = LevelsReader.floatCode(directory, layout);
    short[] table = linearisation(directory, layout);
    Frame frame = decode(directory, layout, table, floats, progress);
    LevelsReader reader = new LevelsReader(directory, layout, floats);
    int channels = layout.channels();
    Levels[] levels = new Levels[channels];
    boolean same = true;
    for (int c = 0; c < channels; c++) {
      levels[c] = reader.read(c, areas, frame);
      same &= levels[c].isSame(levels[0]);
    }
    short[] samples = cut(frame, active);
    Levels common = levels[0];
    ColourReader colour = new ColourReader(directory);
    if (!opcodes.isEmpty() || !same) {
      LinearMapping mapping = new LinearMapping(samples, active.width(), active.height(), levels);
      mapping.apply(opcodes, progress);
      common = mapping.result();
    }
    return new LinearPhoto(
        directory.view().file(),
        new Samples16(active.size(), channels, samples),
        common,
        channels == 1 ? colour.readWithoutColours() : colour.read(),
        areas.crop(),
        layout.compression().words(),
        TiffMetadata.of(tiff),
        pixelScale(directory),
        new OpcodeReader(directory, active.size()).lensWarp());
  }

  /** Opcodes on linear samples of the active area: list 2, then what list 3 has for them. */
  private static List<Opcode> linearOpcodes(RawDirectory directory, Size active)
      throws PhotoException {
    OpcodeReader reader = new OpcodeReader(directory, active);
    List<Opcode> opcodes = new ArrayList<>(reader.read(DngTag.OPCODE_LIST_2));
    opcodes.addAll(reader.read(DngTag.OPCODE_LIST_3));
    return opcodes;
  }

  /** List 1 may repair samples; what it could do else is not known from any camera. */
  private static List<Opcode> repairs(RawDirectory directory, List<Opcode> opcodes)
      throws PhotoException {
    for (Opcode opcode : opcodes) {
      if (!(opcode instanceof Opcode.Repair)) {
        throw directory.unsupported(
            "asks for a correction before linearisation that is not supported");
      }
    }
    return opcodes;
  }

  private static List<Pointwise> pointwise(List<Opcode> opcodes) {
    return opcodes.stream().filter(Pointwise.class::isInstance).map(Pointwise.class::cast).toList();
  }

  private static Frame decode(
      RawDirectory directory, RawLayout layout, short[] table, FloatCode floats, Progress progress)
      throws PhotoException, CancelledException {
    return new FrameDecoder(directory.view(), layout, table, floats, isBeforeVersion11(directory))
        .decode(progress);
  }

  private static short[] linearisation(RawDirectory directory, RawLayout layout)
      throws PhotoException {
    if (layout.isFloat()) {
      return new short[0];
    }
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

  /** DefaultScale; what no picture can be scaled by counts as absent. */
  private static PixelScale pixelScale(RawDirectory directory) throws PhotoException {
    return directory
        .numbers(DngTag.DEFAULT_SCALE, 2)
        .filter(scale -> scale[0] > 0 && scale[1] > 0)
        .map(scale -> new PixelScale(scale[0], scale[1]))
        .orElse(PixelScale.SQUARE);
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
