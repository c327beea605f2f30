package hyperlumen.read.dng;

import hyperlumen.photo.Levels;
import hyperlumen.photo.PhotoException;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import hyperlumen.read.dng.Opcode.Pointwise;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Maps samples to linear units, x = (sample - black) / (white - mean black), applies opcodes to
 * them and stores code = round(pedestal + x (65535 - pedestal)), clipped to [0, 65535].
 *
 * <p>The pedestal keeps noise below black; it is 0 where the file's own black is 0 everywhere and
 * the picture is demosaiced, since nothing lies below.
 */
final class LinearMapping {

  /** Rows per task. */
  private static final int BAND_ROWS = 64;

  private final short[] samples;
  private final int width;
  private final int height;
  private final Levels[] levels;
  private final int pedestal;

  /**
   * Makes it.
   *
   * @param samples interleaved, without gaps
   * @param levels of each channel
   */
  LinearMapping(short[] samples, int width, int height, Levels... levels) {
    this.samples = samples;
    this.width = width;
    this.height = height;
    this.levels = levels;
    boolean atZero = levels.length > 1;
    for (Levels each : levels) {
      for (float black : each.black()) {
        atZero &= black <= 0;
      }
    }
    this.pedestal = atZero ? 0 : FloatCode.PEDESTAL;
  }

  /** The levels of the result, the same for all channels. */
  Levels result() {
    return Levels.of(pedestal, FloatCode.WHITE);
  }

  /** Does it in place. */
  void apply(List<Pointwise> opcodes, Progress progress) throws PhotoException, CancelledException {
    AtomicInteger next = new AtomicInteger();
    int bands = (height + BAND_ROWS - 1) / BAND_ROWS;
    Workers.run(
        bands,
        () -> {
          float[] row = new float[width * levels.length];
          for (int band = next.getAndIncrement(); band < bands; band = next.getAndIncrement()) {
            progress.checkCancelled();
            int end = Math.min(height, (band + 1) * BAND_ROWS);
            for (int y = band * BAND_ROWS; y < end; y++) {
              decode(y, row);
              for (Pointwise opcode : opcodes) {
                opcode.apply(y, row, levels.length);
              }
              encode(y, row);
            }
          }
        });
  }

  private void decode(int y, float[] row) {
    int channels = levels.length;
    for (int c = 0; c < channels; c++) {
      float scale = 1 / levels[c].range();
      for (int x = 0; x < width; x++) {
        int at = x * channels + c;
        int sample = samples[y * width * channels + at] & 0xffff;
        row[at] = (sample - levels[c].blackAt(y, x)) * scale;
      }
    }
  }

  private void encode(int y, float[] row) {
    float scale = FloatCode.WHITE - pedestal;
    int at = y * width * levels.length;
    for (int i = 0; i < row.length; i++) {
      float code = pedestal + row[i] * scale + 0.5f;
      samples[at + i] = (short) (int) Math.max(0, Math.min(FloatCode.WHITE, code));
    }
  }
}
