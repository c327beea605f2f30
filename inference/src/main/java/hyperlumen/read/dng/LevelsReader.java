package hyperlumen.read.dng;

import hyperlumen.photo.Levels;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Region;
import hyperlumen.read.tiff.Entry;
import java.util.List;
import java.util.Optional;

/**
 * Black and white levels in the units of the decoded 16-bit samples: BlackLevel with its repeating
 * pattern and row and column offsets, WhiteLevel (DNG 1.7, chapter 4).
 */
final class LevelsReader {

  /** Largest side of the black pattern. Cameras have 1 or 2; the product is what costs memory. */
  private static final int MAX_PATTERN = 64;

  private final RawDirectory directory;
  private final RawLayout layout;
  private final FloatCode floats;
  private final double scale;

  /**
   * Makes it.
   *
   * @param floats how floats are coded; null for integers
   */
  LevelsReader(RawDirectory directory, RawLayout layout, FloatCode floats) {
    this.directory = directory;
    this.layout = layout;
    this.floats = floats;
    // Integers wider than 16 bits lose their low bits when they are unpacked.
    this.scale =
        floats != null
            ? floats.scale()
            : layout.bits() > 16 ? 1.0 / (1L << (layout.bits() - 16)) : 1;
  }

  /** How floats are coded: the white level is full scale. Null for integers. */
  static FloatCode floatCode(RawDirectory directory, RawLayout layout) throws PhotoException {
    if (!layout.isFloat()) {
      return null;
    }
    double white = directory.number(DngTag.WHITE_LEVEL, 1);
    return FloatCode.ofWhite(white > 1e-30 && white < 1e30 ? white : 1);
  }

  /**
   * Reads the levels of one channel.
   *
   * @param frame the decoded picture, for the masked areas where no black level is stated
   */
  Levels read(int channel, Areas areas, Frame frame) throws PhotoException {
    float white = white(channel);
    Levels levels = black(channel, white);
    if (directory.find(DngTag.BLACK_LEVEL).isEmpty() && !areas.masked().isEmpty()) {
      levels = ofMaskedAreas(areas.active(), areas.masked(), frame, channel, white);
    }
    float highest = 0;
    for (float black : levels.black()) {
      highest = Math.max(highest, black);
    }
    if (!(white > highest)) {
      throw directory
          .view()
          .damaged("has a white level of " + white + " that is not above its black of " + highest);
    }
    return new Levels(
        levels.blackRows(),
        levels.blackColumns(),
        levels.black(),
        deltas(DngTag.BLACK_LEVEL_DELTA_H, areas.active().width()),
        deltas(DngTag.BLACK_LEVEL_DELTA_V, areas.active().height()),
        white);
  }

  private float white(int channel) throws PhotoException {
    if (floats != null) {
      return FloatCode.WHITE;
    }
    Optional<Entry> entry = directory.find(DngTag.WHITE_LEVEL);
    double white = 0;
    if (entry.isPresent()) {
      white = entry.get().number(Math.min(channel, entry.get().count() - 1));
    }
    if (!(white > 0 && white < 1e10)) {
      white = (1L << layout.bits()) - 1;
    }
    return (float) Math.min(white * scale, FloatCode.WHITE);
  }

  private Levels black(int channel, float white) throws PhotoException {
    int rows = 1;
    int columns = 1;
    Optional<double[]> repeat = directory.numbers(DngTag.BLACK_LEVEL_REPEAT_DIM, 2);
    if (repeat.isPresent()) {
      rows = (int) repeat.get()[0];
      columns = (int) repeat.get()[1];
      if (rows < 1 || columns < 1 || rows > MAX_PATTERN || columns > MAX_PATTERN) {
        throw directory.view().damaged("has a black pattern of " + rows + "x" + columns);
      }
    }
    float[] pattern = new float[rows * columns];
    Optional<Entry> entry = directory.find(DngTag.BLACK_LEVEL);
    for (int i = 0; i < pattern.length; i++) {
      double value = 0;
      if (entry.isPresent()) {
        // Some writers give one value for all channels or for the whole pattern.
        long index = (long) i * layout.channels() + channel;
        value = entry.get().number(index < entry.get().count() ? index : 0);
      }
      if (!(Math.abs(value) < 1e10)) {
        throw directory.view().damaged("has a black level of " + value);
      }
      pattern[i] = (float) (floats != null ? floats.level(value) : value * scale);
    }
    return new Levels(rows, columns, pattern, new float[0], new float[0], white);
  }

  private float[] deltas(int tag, int count) throws PhotoException {
    Optional<double[]> values = directory.numbers(tag, count);
    if (values.isEmpty()) {
      return new float[0];
    }
    float[] deltas = new float[count];
    for (int i = 0; i < count; i++) {
      deltas[i] = (float) (values.get()[i] * scale);
    }
    return deltas;
  }

  /** The mean of the optically black samples at each place of a 2x2 pattern. */
  private static Levels ofMaskedAreas(
      Region active, List<Region> masked, Frame frame, int channel, float white) {
    double[] sum = new double[4];
    long[] count = new long[4];
    for (Region area : masked) {
      for (int y = area.y(); y < area.endY(); y++) {
        for (int x = area.x(); x < area.endX(); x++) {
          int place = ((y - active.y()) & 1) * 2 + ((x - active.x()) & 1);
          sum[place] += frame.samples()[frame.index(y, x) + channel] & 0xffff;
          count[place]++;
        }
      }
    }
    float[] pattern = new float[4];
    for (int i = 0; i < 4; i++) {
      pattern[i] = count[i] == 0 ? 0 : (float) (sum[i] / count[i]);
    }
    return new Levels(2, 2, pattern, new float[0], new float[0], white);
  }
}
