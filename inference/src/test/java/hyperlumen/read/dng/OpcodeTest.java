package hyperlumen.read.dng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hyperlumen.photo.LinearPhoto;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.RawPhoto;
import hyperlumen.photo.Size;
import hyperlumen.progress.Progress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opcodes against their formulas in the DNG specification. */
class OpcodeTest {

  private static final Size SIZE = new Size(64, 48);

  /** Result of a linear value x, as {@link LinearMapping} states it. */
  private static final double PEDESTAL = 2048;

  @TempDir Path folder;
  private Path file;
  private final ByteBuffer body = ByteBuffer.allocate(4096);

  @BeforeEach
  void name() {
    file = folder.resolve("photo.dng");
  }

  /** One opcode as a list: number, version 1.3, flags, length, what is in {@link #body}. */
  private byte[] list(int id, int flags) {
    return ByteBuffer.allocate(20 + body.position())
        .putInt(1)
        .putInt(id)
        .putInt(0x01030000)
        .putInt(flags)
        .putInt(body.position())
        .put(body.array(), 0, body.position())
        .array();
  }

  private OpcodeTest area(int top, int left, int rowPitch, int columnPitch) {
    body.putInt(top).putInt(left).putInt(SIZE.height()).putInt(SIZE.width()).putInt(0).putInt(1);
    body.putInt(rowPitch).putInt(columnPitch);
    return this;
  }

  /** A flat mosaic of x = 0.5 over black 100, white 1100, with the list. */
  private RawPhoto flat(int tag, byte[] list) throws Exception {
    new DngWriter(SIZE)
        .levels(100, 1100)
        .raw(ifd -> ifd.bytes(tag, TiffOut.UNDEFINED, list.length, list))
        .write(file, (y, row) -> Arrays.fill(row, 600));
    return (RawPhoto) DngReader.read(file, Progress.NONE);
  }

  private static double linear(RawPhoto photo, int row, int column) {
    assertThat(photo.levels().white()).isEqualTo(65535);
    assertThat(photo.levels().blackAt(row, column)).isEqualTo((float) PEDESTAL);
    return (photo.mosaic().sample(row, column) - PEDESTAL) / (65535 - PEDESTAL);
  }

  @Test
  void aGainMapMultipliesTheSamplesOfItsPhase() throws Exception {
    area(1, 0, 2, 2);
    // Two points across, 1 and 1.5, half a picture apart: 1 up to a quarter, 1.5 from 3/4 on.
    body.putInt(1).putInt(2).putDouble(1).putDouble(0.5).putDouble(0).putDouble(0.25);
    body.putInt(1).putFloat(1).putFloat(1.5f);

    RawPhoto photo = flat(DngTag.OPCODE_LIST_2, list(9, 0));

    assertThat(linear(photo, 1, 0)).isCloseTo(0.5, within(1e-4));
    assertThat(linear(photo, 1, 63 - 1)).isCloseTo(0.75, within(1e-4));
    double middle = 1 + 0.5 * ((32.5 / 64 - 0.25) / 0.5);
    assertThat(linear(photo, 1, 32)).isCloseTo(0.5 * middle, within(1e-4));
    assertThat(linear(photo, 0, 62)).isCloseTo(0.5, within(1e-4));
    assertThat(linear(photo, 1, 63)).isCloseTo(0.5, within(1e-4));
  }

  @Test
  void aPolynomialMapsEachSample() throws Exception {
    area(0, 0, 1, 1);
    body.putInt(2).putDouble(0.1).putDouble(0.2).putDouble(1);

    assertThat(linear(flat(DngTag.OPCODE_LIST_2, list(8, 0)), 7, 9))
        .isCloseTo(0.1 + 0.2 * 0.5 + 0.25, within(1e-4));
  }

  @Test
  void rowsAndColumnsAreShiftedAndScaled() throws Exception {
    area(0, 0, 2, 1);
    body.putInt(24);
    for (int i = 0; i < 24; i++) {
      body.putFloat(i / 100f);
    }
    assertThat(linear(flat(DngTag.OPCODE_LIST_2, list(10, 0)), 6, 5)).isCloseTo(0.53, within(1e-4));
    body.clear();
    area(0, 1, 1, 2);
    body.putInt(32);
    for (int i = 0; i < 32; i++) {
      body.putFloat(1 + i / 100f);
    }
    assertThat(linear(flat(DngTag.OPCODE_LIST_2, list(13, 0)), 6, 21))
        .isCloseTo(0.55, within(1e-4));
  }

  @Test
  void vignettingGrowsToTheCorner() throws Exception {
    body.putDouble(0.4).putDouble(0.2).putDouble(0).putDouble(0).putDouble(0);
    body.putDouble(0.5).putDouble(0.5);

    RawPhoto photo = flat(DngTag.OPCODE_LIST_3, list(3, 1));

    double r2 = (31.5 * 31.5 + 23.5 * 23.5) / (32 * 32 + 24 * 24);
    assertThat(linear(photo, 0, 0)).isCloseTo(0.5 * (1 + 0.4 * r2 + 0.2 * r2 * r2), within(1e-4));
    assertThat(linear(photo, 24, 32)).isCloseTo(0.5, within(1e-3));
  }

  @Test
  void badSamplesAreReplacedByTheirNeighboursOfTheSameColour() throws Exception {
    body.putInt(0).putInt(2).putInt(1).putInt(10).putInt(10).putInt(11).putInt(10);
    body.putInt(20).putInt(20).putInt(22).putInt(22);
    byte[] list = list(5, 0);
    new DngWriter(SIZE)
        .raw(ifd -> ifd.bytes(DngTag.OPCODE_LIST_1, TiffOut.UNDEFINED, list.length, list))
        .write(file, OpcodeTest::colours);

    RawPhoto photo = (RawPhoto) DngReader.read(file, Progress.NONE);

    int[] row = new int[SIZE.width()];
    for (int y = 0; y < SIZE.height(); y++) {
      colours(y, row);
      for (int x = 0; x < SIZE.width(); x++) {
        boolean bad = x == 10 && (y == 10 || y == 11);
        bad |= (x == 20 || x == 21) && (y == 20 || y == 21);
        int expected = bad ? new int[] {1000, 2000, 2000, 3000}[y % 2 * 2 + x % 2] : row[x];
        assertThat(photo.mosaic().sample(y, x)).as("%d, %d", y, x).isEqualTo(expected);
      }
    }
  }

  /** Flat colours 1000, 2000, 3000 with a hot cell where the test says samples are bad. */
  private static void colours(int y, int[] row) {
    for (int x = 0; x < row.length; x++) {
      row[x] = new int[] {1000, 2000, 2000, 3000}[y % 2 * 2 + x % 2];
    }
    if (y == 10 || y == 11 || y == 20 || y == 21) {
      Arrays.fill(row, y < 15 ? 10 : 20, y < 15 ? 11 : 22, 65000);
    }
  }

  @Test
  void badSamplesMayBeKnownByTheirValue() throws Exception {
    body.putInt(0).putInt(0);
    byte[] list = list(4, 0);
    new DngWriter(SIZE)
        .raw(ifd -> ifd.bytes(DngTag.OPCODE_LIST_1, TiffOut.UNDEFINED, list.length, list))
        .write(file, (y, row) -> Arrays.setAll(row, x -> x == 7 && y == 9 ? 0 : 500));

    assertThat(((RawPhoto) DngReader.read(file, Progress.NONE)).mosaic().sample(9, 7))
        .isEqualTo(500);
  }

  @Test
  void unknownOpcodesAreSkippedIfOptionalAndRefusedIfNot() throws Exception {
    body.putInt(0);
    assertThat(flat(DngTag.OPCODE_LIST_2, list(99, 1)).mosaic().sample(0, 0)).isEqualTo(600);
    assertThatThrownBy(() -> flat(DngTag.OPCODE_LIST_2, list(99, 0)))
        .isInstanceOf(PhotoException.class)
        .hasMessage("photo.dng: needs the correction number 99, which is not supported");
  }

  @Test
  void channelsWithLevelsOfTheirOwnAreBroughtToCommonOnes() throws Exception {
    new DngWriter(SIZE)
        .linearRaw()
        .raw(ifd -> ifd.numbers(DngTag.BLACK_LEVEL, TiffOut.RATIONAL, 100, 200, 300))
        .raw(ifd -> ifd.numbers(DngTag.WHITE_LEVEL, TiffOut.RATIONAL, 1100, 2200, 3300))
        .write(file, (y, row) -> Arrays.setAll(row, i -> new int[] {350, 700, 1050}[i % 3]));

    LinearPhoto photo = (LinearPhoto) DngReader.read(file, Progress.NONE);

    for (int c = 0; c < 3; c++) {
      double x = (photo.samples().sample(5, 5, c) - PEDESTAL) / (65535 - PEDESTAL);
      assertThat(x).isCloseTo(0.25, within(1e-4));
    }
  }
}
