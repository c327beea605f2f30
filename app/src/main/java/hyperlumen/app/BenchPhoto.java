package hyperlumen.app;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import hyperlumen.write.OutputFormat;
import hyperlumen.write.OutputSpec;
import hyperlumen.write.PhotoWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Photos of any size for the benchmark: smooth shapes, fine texture and noise, the same for the
 * same size. Time depends on the size and not on what is to be seen.
 */
final class BenchPhoto {

  private static final int WHITE = 4095;
  private static final int BLACK = 256;
  private static final int BITS = 16;
  private static final double NOISE = 0.02;

  private BenchPhoto() {}

  /** The most nearly 3:2 size of that many megapixels whose sides are multiples of 16. */
  static Size size(double megapixels) {
    int height = (int) Math.max(1, Math.round(Math.sqrt(megapixels * 1e6 / 1.5) / 16)) * 16;
    int width = (int) Math.max(1, Math.round(megapixels * 1e6 / height / 16)) * 16;
    return new Size(width, height);
  }

  /** An RGB picture of 8 bits without compression. */
  static void writeTiff(Size size, Path file) throws PhotoException, CancelledException {
    RasterSource scene =
        new RasterSource() {
          @Override
          public int channels() {
            return 3;
          }

          @Override
          public Size size() {
            return size;
          }

          @Override
          public void read(Region region, Raster into) {
            for (int y = 0; y < region.height(); y++) {
              SplittableRandom noise = new SplittableRandom(region.y() + y);
              for (int c = 0; c < 3; c++) {
                int at = into.index(c, y, 0);
                for (int x = 0; x < region.width(); x++) {
                  into.samples()[at + x] = value(region.x() + x, region.y() + y, c, noise);
                }
              }
            }
          }
        };
    PhotoWriter.write(
        scene,
        file,
        OutputSpec.of(OutputFormat.TIFF8, "bench").withDeflate(false).withOverwrite(true),
        Progress.NONE);
  }

  /** A Bayer mosaic as DNG 1.3, one uncompressed strip of 16-bit samples. */
  static void writeDng(Size size, Path file) throws IOException {
    int[][] tags = {
      {254, 4, 0},
      {256, 4, size.width()},
      {257, 4, size.height()},
      {258, 3, BITS},
      {259, 3, 1},
      {262, 3, 32803},
      {273, 4, -1},
      {274, 3, 1},
      {277, 3, 1},
      {278, 4, size.height()},
      {279, 4, Math.toIntExact(2 * size.pixels())},
      {284, 3, 1},
    };
    byte[] matrix = rationals(0.9, -0.3, -0.1, -0.4, 1.2, 0.2, -0.05, 0.2, 0.6);
    byte[] neutral = rationals(0.5, 1, 0.6);
    int more = 8; // CFA dimensions and pattern, two versions, black, white, matrix, neutral.
    int count = tags.length + more;
    int behind = 8 + 2 + 12 * count + 4;
    int first = behind + matrix.length + neutral.length;
    ByteBuffer head = ByteBuffer.allocate(first).order(ByteOrder.LITTLE_ENDIAN);
    head.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) count);
    for (int[] tag : tags) {
      entry(head, tag[0], tag[1], 1, tag[2] < 0 ? first : tag[2]);
    }
    entry(head, 33421, 3, 2, 2 | 2 << 16);
    entry(head, 33422, 1, 4, 0 | 1 << 8 | 1 << 16 | 2 << 24);
    entry(head, 50706, 1, 4, 1 | 3 << 8);
    entry(head, 50707, 1, 4, 1 | 1 << 8);
    entry(head, 50714, 3, 1, BLACK);
    entry(head, 50717, 3, 1, WHITE);
    entry(head, 50721, 10, 9, behind);
    entry(head, 50728, 5, 3, behind + matrix.length);
    head.putInt(0).put(matrix).put(neutral);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      out.write(head.array());
      byte[] row = new byte[2 * size.width()];
      ByteBuffer samples = ByteBuffer.wrap(row).order(ByteOrder.LITTLE_ENDIAN);
      for (int y = 0; y < size.height(); y++) {
        SplittableRandom noise = new SplittableRandom(y);
        for (int x = 0; x < size.width(); x++) {
          int channel = (x & 1) + (y & 1);
          float v = value(x, y, channel, noise);
          samples.putShort(2 * x, (short) (BLACK + v * (WHITE - BLACK)));
        }
        out.write(row);
      }
    }
  }

  private static void entry(ByteBuffer out, int tag, int type, int count, int value) {
    out.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  private static byte[] rationals(double... values) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      bytes.putInt((int) Math.round(value * 10_000)).putInt(10_000);
    }
    return bytes.array();
  }

  /** Between 0.05 and 0.95. */
  private static float value(int x, int y, int channel, SplittableRandom noise) {
    // A triangle wave is as good as a sine here and costs nothing.
    float shape = triangle(x + 3 * y / 2, 1900) * triangle(2 * y - x / 3, 1100 + 300 * channel);
    float texture = (x * 7 ^ y * 13) % 32 / 400f;
    float grain = (float) ((noise.nextInt() >> 8) / (double) (1 << 23) * NOISE);
    return Math.clamp(0.1f + 0.75f * shape + texture + grain, 0.05f, 0.95f);
  }

  private static float triangle(int at, int period) {
    int phase = Math.floorMod(at, period);
    return Math.abs(2f * phase / period - 1);
  }
}
