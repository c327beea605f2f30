package hyperlumen.read.dng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hyperlumen.photo.LinearPhoto;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import hyperlumen.progress.Progress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * FixVignetteRadial and GainMap on demosaiced samples (LinearRaw), every sample against the closed
 * form of DNG 1.7, chapter 7. Their coordinates belong to the active area, not to what is stored.
 */
class LinearOpcodeTest {

  private static final Size STORED = new Size(61, 45);
  private static final Region ACTIVE = new Region(4, 6, 53, 37);
  private static final double BLACK = 100;
  private static final double WHITE = 4095;

  /** Half a step of the reader's 16-bit samples and what the gain's single precision adds. */
  private static final double TOLERANCE = 1.5e-5;

  /** What {@link LinearMapping} states. */
  private static final double PEDESTAL = 2048;

  @TempDir Path folder;

  /** The gain that is to be found at a place of the active area. */
  private interface Gain {
    double at(int y, int x, int c);
  }

  private static int stored(int y, int x, int c) {
    return 300 + 400 * c + 7 * x + 5 * y;
  }

  @ParameterizedTest
  @ValueSource(ints = {DngTag.OPCODE_LIST_2, DngTag.OPCODE_LIST_3})
  void vignettingIsAPolynomialOfTheDistanceFromTheOpticalCentre(int list) throws Exception {
    double[] k = {0.3, -0.12, 0.08, 0.05, -0.02};
    double cx = 0.42;
    double cy = 0.61;
    ByteBuffer body = ByteBuffer.allocate(56);
    for (double number : k) {
      body.putDouble(number);
    }
    body.putDouble(cx).putDouble(cy);

    // 7.2.3: distances in units of that from the centre to the farthest corner, here the upper
    // right.
    double far = Math.hypot((1 - cx) * ACTIVE.width(), cy * ACTIVE.height());
    check(
        list,
        3,
        body,
        (y, x, c) -> {
          double r =
              Math.hypot(x + 0.5 - cx * ACTIVE.width(), y + 0.5 - cy * ACTIVE.height()) / far;
          double gain = 1;
          for (int i = 0; i < k.length; i++) {
            gain += k[i] * Math.pow(r, 2 * i + 2);
          }
          return gain;
        });
  }

  /** Where the points are those of a bilinear function, so is everything between them. */
  @Test
  void aGainMapOfThreePlanesIsBilinearBetweenItsPointsAndConstantBeyond() throws Exception {
    int rows = 4;
    int columns = 5;
    double stepV = 0.25;
    double stepH = 0.2;
    double fromV = 0.1;
    double fromH = 0.05;
    ByteBuffer body = area(0, 3, 1, 1);
    body.putInt(rows).putInt(columns).putDouble(stepV).putDouble(stepH);
    body.putDouble(fromV).putDouble(fromH).putInt(3);
    for (int v = 0; v < rows; v++) {
      for (int h = 0; h < columns; h++) {
        for (int c = 0; c < 3; c++) {
          body.putFloat((float) bilinear(fromV + v * stepV, fromH + h * stepH, c));
        }
      }
    }
    check(
        DngTag.OPCODE_LIST_2,
        9,
        body,
        (y, x, c) ->
            bilinear(
                Math.clamp((y + 0.5) / ACTIVE.height(), fromV, fromV + (rows - 1) * stepV),
                Math.clamp((x + 0.5) / ACTIVE.width(), fromH, fromH + (columns - 1) * stepH),
                c));
  }

  private static double bilinear(double v, double h, int c) {
    return 0.9 + 0.1 * c + 0.3 * v - 0.2 * h + 0.4 * v * h;
  }

  @Test
  void aGainMapOfOnePlaneActsOnThePlanesAndPlacesItNames() throws Exception {
    // Planes 1 and 2, every second row and third column.
    ByteBuffer body = area(1, 2, 2, 3);
    body.putInt(1).putInt(1).putDouble(1).putDouble(1).putDouble(0).putDouble(0);
    body.putInt(1).putFloat(1.25f);

    check(
        DngTag.OPCODE_LIST_2, 9, body, (y, x, c) -> c >= 1 && y % 2 == 0 && x % 3 == 0 ? 1.25 : 1);
  }

  /** The whole active area. */
  private static ByteBuffer area(int plane, int planes, int rowPitch, int columnPitch) {
    ByteBuffer body = ByteBuffer.allocate(2048);
    body.putInt(0).putInt(0).putInt(ACTIVE.height()).putInt(ACTIVE.width());
    return body.putInt(plane).putInt(planes).putInt(rowPitch).putInt(columnPitch);
  }

  private void check(int tag, int id, ByteBuffer body, Gain gain) throws Exception {
    byte[] list =
        ByteBuffer.allocate(20 + body.position())
            .putInt(1)
            .putInt(id)
            .putInt(0x01030000)
            .putInt(0)
            .putInt(body.position())
            .put(body.duplicate().flip())
            .array();
    Path file = folder.resolve("linear.dng");
    new DngWriter(STORED)
        .linearRaw()
        .levels(BLACK, WHITE)
        .activeArea(ACTIVE)
        .raw(ifd -> ifd.bytes(tag, TiffOut.UNDEFINED, list.length, list))
        .write(
            file,
            (y, row) -> {
              for (int i = 0; i < row.length; i++) {
                row[i] = stored(y, i / 3, i % 3);
              }
            });

    LinearPhoto photo = (LinearPhoto) DngReader.read(file, Progress.NONE);

    assertThat(photo.samples().size()).isEqualTo(ACTIVE.size());
    for (int y = 0; y < ACTIVE.height(); y++) {
      for (int x = 0; x < ACTIVE.width(); x++) {
        for (int c = 0; c < 3; c++) {
          double plain = (stored(y + ACTIVE.y(), x + ACTIVE.x(), c) - BLACK) / (WHITE - BLACK);
          double found = (photo.samples().sample(y, x, c) - PEDESTAL) / (65535 - PEDESTAL);
          assertThat(found)
              .as("row %d, column %d, channel %d", y, x, c)
              .isCloseTo(plain * gain.at(y, x, c), within(TOLERANCE));
        }
      }
    }
  }
}
