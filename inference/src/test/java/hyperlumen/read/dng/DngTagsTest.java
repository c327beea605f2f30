package hyperlumen.read.dng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hyperlumen.photo.LinearPhoto;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.PhotoException.Kind;
import hyperlumen.photo.PixelScale;
import hyperlumen.photo.RawPhoto;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import hyperlumen.progress.Progress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single tags of DNG, and what is refused by its name. */
class DngTagsTest {

  private static final Size SIZE = new Size(40, 30);

  @TempDir Path folder;

  private RawPhoto read(UnaryOperator<DngWriter> setting) throws Exception {
    Path file = folder.resolve("photo.dng");
    setting
        .apply(new DngWriter(SIZE))
        .write(file, (y, row) -> Arrays.setAll(row, x -> x < 8 ? 64 + y % 2 * 4 : 5000));
    return (RawPhoto) DngReader.read(file, Progress.NONE);
  }

  private void refused(String reason, UnaryOperator<DngWriter> setting) {
    assertThatThrownBy(() -> read(setting))
        .isInstanceOfSatisfying(
            PhotoException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNSUPPORTED))
        .hasMessage("photo.dng: " + reason);
  }

  @ParameterizedTest
  @CsvSource({"1, 2, 40, 60", "0.5, 1, 20, 30", "1.25, 1, 50, 30", "2, 2, 40, 30", "0, 1, 40, 30"})
  void theShapeOfPixelsIsToldAndTheSamplesStay(
      double horizontal, double vertical, int width, int height) throws Exception {
    RawPhoto photo = read(w -> w.defaultScale(horizontal, vertical));

    if (horizontal > 0) {
      assertThat(photo.pixelScale()).isEqualTo(new PixelScale(horizontal, vertical));
    }
    assertThat(photo.pixelScale().warning()).isEmpty();
    assertThat(photo.size()).isEqualTo(SIZE);
    assertThat(photo.finishedSize()).isEqualTo(new Size(width, height));
  }

  @ParameterizedTest
  @CsvSource({"1, 100, too wide", "1e6, 1, too narrow", "0.01, 1, too wide"})
  void aShapeThatNoCameraHasIsToldAndNotApplied(double horizontal, double vertical, String look)
      throws Exception {
    RawPhoto photo = read(w -> w.defaultScale(horizontal, vertical));

    assertThat(photo.pixelScale().warning().orElseThrow()).endsWith(look);
    assertThat(photo.finishedSize()).isEqualTo(SIZE);
  }

  @Test
  void blackVariesByRowAndColumn() throws Exception {
    double[] byColumn = new double[40];
    double[] byRow = new double[30];
    Arrays.setAll(byColumn, i -> i * 0.5);
    Arrays.setAll(byRow, i -> -i * 0.25);

    RawPhoto photo =
        read(
            w ->
                w.levels(64, 4095)
                    .raw(i -> i.numbers(DngTag.BLACK_LEVEL_DELTA_H, TiffOut.SRATIONAL, byColumn))
                    .raw(i -> i.numbers(DngTag.BLACK_LEVEL_DELTA_V, TiffOut.SRATIONAL, byRow)));

    assertThat(photo.levels().blackAt(8, 10)).isEqualTo(64 + 5 - 2);
  }

  @Test
  void withoutABlackLevelTheMaskedSamplesGiveIt() throws Exception {
    RawPhoto photo =
        read(
            w ->
                w.activeArea(new Region(8, 0, 32, 30))
                    .raw(i -> i.integers(DngTag.MASKED_AREAS, TiffOut.LONG, 0, 0, 30, 8)));

    assertThat(photo.levels().blackAt(0, 0)).isEqualTo(64);
    assertThat(photo.levels().blackAt(1, 1)).isEqualTo(68);
    assertThat(photo.mosaic().sample(0, 0)).isEqualTo(5000);
  }

  @Test
  void theNeutralFollowsFromTheWhitesChromaticity() throws Exception {
    // Linear sRGB as camera: D65 is its neutral, and under standard light A red is strongest.
    double[] srgb = {3.2406, -1.5372, -0.4986, -0.9689, 1.8758, 0.0415, 0.0557, -0.2040, 1.0570};
    double[] d65 =
        read(w ->
                w.colorMatrix(1, 21, srgb)
                    .main(
                        i -> i.numbers(DngTag.AS_SHOT_WHITE_XY, TiffOut.RATIONAL, 0.3127, 0.3290)))
            .colour()
            .asShotNeutral();
    double[] a =
        read(w ->
                w.colorMatrix(1, 21, srgb)
                    .main(
                        i -> i.numbers(DngTag.AS_SHOT_WHITE_XY, TiffOut.RATIONAL, 0.4476, 0.4074)))
            .colour()
            .asShotNeutral();

    for (double component : d65) {
      assertThat(component).isCloseTo(1, within(0.002));
    }
    assertThat(a[0]).isEqualTo(1);
    assertThat(a[2]).isLessThan(0.3);
  }

  @Test
  void theCameraCalibrationCountsOnlyWithItsProfile() throws Exception {
    double[] diagonal = {0.9, 0, 0, 0, 1, 0, 0, 0, 1.1};
    UnaryOperator<DngWriter> calibrated =
        w ->
            w.colorMatrix(1, 21, 1, 0, 0, 0, 1, 0, 0, 0, 1)
                .main(i -> i.numbers(DngTag.CAMERA_CALIBRATION_1, TiffOut.SRATIONAL, diagonal));

    assertThat(read(calibrated).colour().calibrations().get(0).cameraCalibration())
        .containsExactly(diagonal);
    assertThat(
            read(w -> calibrated.apply(w).main(i -> i.text(50931, "other")))
                .colour()
                .calibrations()
                .get(0)
                .cameraCalibration()[0])
        .isEqualTo(1);
  }

  @Test
  void aMonochromeLinearPictureHasOneChannelAndNoColours() throws Exception {
    Path file = folder.resolve("mono.dng");
    new DngWriter(new Size(20, 10))
        .raw(i -> i.integers(262, TiffOut.SHORT, 34892))
        .write(
            file,
            (int y, int[] row) -> {
              for (int x = 0; x < row.length; x++) {
                row[x] = 1000 * y + x;
              }
            });

    LinearPhoto photo = (LinearPhoto) DngReader.read(file, Progress.NONE);

    assertThat(photo.samples().channels()).isEqualTo(1);
    assertThat(photo.samples().sample(7, 13, 0)).isEqualTo(7013);
    assertThat(photo.colour().calibrations()).isEmpty();
    assertThat(photo.colour().asShotNeutral()).containsExactly(1, 1, 1);
  }

  @Test
  void theLensWarpOfListThreeIsKept() throws Exception {
    ByteBuffer list = ByteBuffer.allocate(20 + 4 + 8 * 8).putInt(1).putInt(1).putInt(0x01030000);
    list.putInt(1).putInt(4 + 8 * 8).putInt(1);
    for (double k : new double[] {1, -0.05, 0.01, 0, 0.001, 0, 0.5, 0.4}) {
      list.putDouble(k);
    }

    RawPhoto photo =
        read(
            w ->
                w.raw(
                    i ->
                        i.bytes(
                            DngTag.OPCODE_LIST_3,
                            TiffOut.UNDEFINED,
                            list.capacity(),
                            list.array())));

    assertThat(photo.lensWarp().orElseThrow().plane(2).radial()).containsExactly(1, -0.05, 0.01, 0);
    assertThat(photo.lensWarp().orElseThrow().centreY()).isEqualTo(0.4);
  }

  @Test
  void otherFilterArraysAreRefusedByTheirName() {
    refused(
        "has an X-Trans colour filter (6x6), which is not supported",
        w ->
            w.raw(i -> i.integers(DngTag.CFA_REPEAT_PATTERN_DIM, TiffOut.SHORT, 6, 6))
                .raw(i -> i.integers(DngTag.CFA_PATTERN, TiffOut.BYTE, new long[36])));
    refused(
        "has a Quad Bayer colour filter (4x4), which is not supported",
        w ->
            w.raw(i -> i.integers(DngTag.CFA_REPEAT_PATTERN_DIM, TiffOut.SHORT, 4, 4))
                .raw(i -> i.integers(DngTag.CFA_PATTERN, TiffOut.BYTE, new long[16])));
    refused(
        "has a colour filter with other colours than red, green and blue, which is not supported",
        w -> w.raw(i -> i.integers(DngTag.CFA_PATTERN, TiffOut.BYTE, 1, 4, 5, 3)));
  }

  @ParameterizedTest
  @CsvSource({
    "52546, has JPEG XL compression",
    "9, has VC-5 compression (GoPro)",
    "5, has LZW compression",
    "34713, has Nikon compression",
    "777, has compression 777"
  })
  void otherCompressionsAreRefusedByTheirName(int code, String what) {
    refused(
        what + ", which is not supported", w -> w.raw(i -> i.integers(259, TiffOut.SHORT, code)));
  }
}
