package hyperlumen.enhance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hyperlumen.colour.Look;
import hyperlumen.colour.RenderingSettings;
import hyperlumen.colour.Temperature;
import hyperlumen.colour.WhiteBalanceSetting;
import hyperlumen.photo.CameraColour;
import hyperlumen.photo.CameraColour.Calibration;
import hyperlumen.photo.Cfa;
import hyperlumen.photo.IntegerSamples.Samples16;
import hyperlumen.photo.IntegerSamples.Samples8;
import hyperlumen.photo.Levels;
import hyperlumen.photo.LinearPhoto;
import hyperlumen.photo.Metadata;
import hyperlumen.photo.Mosaic;
import hyperlumen.photo.Orientation;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RawPhoto;
import hyperlumen.photo.Region;
import hyperlumen.photo.RgbPhoto;
import hyperlumen.photo.Size;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Choosing what is white: by a place in the photo, by a light, and as text. */
class PhotoWhiteTest {

  private static final Size SIZE = new Size(48, 32);

  /** A yellowish patch right of column 24, something dark left of it; saturation is 1000. */
  private static RawPhoto photo(Orientation orientation, int red, int green, int blue) {
    short[] samples = new short[SIZE.width() * SIZE.height()];
    for (int y = 0; y < SIZE.height(); y++) {
      for (int x = 0; x < SIZE.width(); x++) {
        int value = Cfa.RGGB.colour(y, x) == 0 ? red : Cfa.RGGB.colour(y, x) == 1 ? green : blue;
        samples[y * SIZE.width() + x] = (short) (x < 24 ? 0 : value);
      }
    }
    double[] srgb = {3.2405, -1.5371, -0.4985, -0.9693, 1.8760, 0.0416, 0.0556, -0.2040, 1.0572};
    double[] identity = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    return new RawPhoto(
        Path.of("patch.dng"),
        new Mosaic(SIZE, samples),
        Cfa.RGGB,
        Levels.of(0, 1000),
        new CameraColour(
            List.of(new Calibration(21, srgb, identity, Optional.empty())),
            new double[] {1, 1, 1},
            new double[] {0.5, 1, 0.7},
            0),
        Optional.empty(),
        SIZE.region(),
        10,
        "uncompressed",
        new Metadata(List.of(), Optional.empty(), Optional.empty(), orientation));
  }

  @ParameterizedTest
  @EnumSource(Orientation.class)
  void whatIsPickedBecomesGreyHoweverThePhotoIsTurned(Orientation orientation) throws Exception {
    RawPhoto photo = photo(orientation, 300, 400, 100);
    // The stored place (36, 16), upright.
    int found = 0;
    Size upright = orientation.upright(SIZE);
    for (int y = 0; y < upright.height(); y++) {
      for (int x = 0; x < upright.width(); x++) {
        if (orientation.storedX(x, y, SIZE) == 36 && orientation.storedY(x, y, SIZE) == 16) {
          WhiteBalanceSetting setting = PhotoWhite.picked(photo, x, y).orElseThrow();
          RenderingSettings settings =
              RenderingSettings.DEFAULT.withLook(Look.LINEAR).withWhiteBalance(setting);
          Raster pixel = PlainPicture.of(photo, settings).read(new Region(x, y, 1, 1));
          assertThat(pixel.get(0, 0, 0)).isCloseTo(pixel.get(1, 0, 0), within(1e-3f));
          assertThat(pixel.get(2, 0, 0)).isCloseTo(pixel.get(1, 0, 0), within(1e-3f));
          found++;
        }
      }
    }
    assertThat(found).isEqualTo(1);
  }

  @Test
  void theDarkTheClippedAndTheOutsideHaveNoWhite() throws Exception {
    RawPhoto photo = photo(Orientation.NORMAL, 300, 400, 100);
    assertThat(PhotoWhite.picked(photo, 8, 16)).isEmpty();
    assertThat(PhotoWhite.picked(photo, 48, 16)).isEmpty();
    assertThat(PhotoWhite.picked(photo, -1, 0)).isEmpty();
    assertThat(PhotoWhite.picked(photo(Orientation.NORMAL, 300, 999, 100), 36, 16)).isEmpty();
  }

  @Test
  void slidersStandWhereTheSettingIs() throws Exception {
    RawPhoto photo = photo(Orientation.NORMAL, 300, 400, 100);
    Temperature light = new Temperature(4200, 12);
    Temperature shown =
        PhotoWhite.temperature(photo, new WhiteBalanceSetting.Light(light)).orElseThrow();
    assertThat(shown.kelvin()).isCloseTo(4200, within(5.0));
    assertThat(shown.tint()).isCloseTo(12, within(0.2));
  }

  @Test
  void aFinishedPictureHasNoWhiteBalance() throws Exception {
    RgbPhoto picture =
        new RgbPhoto(
            Path.of("a.png"),
            new Samples8(new Size(1, 1), 3, new byte[3]),
            Optional.empty(),
            RgbPhoto.Format.PNG,
            "Deflate",
            Metadata.NONE);
    assertThat(PhotoWhite.isAdjustable(picture)).isFalse();
    assertThat(PhotoWhite.temperature(picture, WhiteBalanceSetting.AUTO)).isEmpty();
    assertThat(PhotoWhite.picked(picture, 0, 0)).isEmpty();
  }

  @Test
  void aMonochromePhotoHasNoneAndStaysGrey() throws Exception {
    short[] samples = new short[16 * 16];
    Arrays.fill(samples, (short) 20_000);
    LinearPhoto photo =
        new LinearPhoto(
            Path.of("mono.dng"),
            new Samples16(new Size(16, 16), 1, samples),
            Levels.of(0, 65535),
            new CameraColour(List.of(), new double[] {1, 1, 1}, new double[] {1, 1, 1}, 0),
            new Region(0, 0, 16, 16),
            "uncompressed",
            Metadata.NONE);
    WhiteBalanceSetting warm = WhiteBalanceSetting.parse("2800");
    RenderingSettings settings =
        RenderingSettings.DEFAULT.withLook(Look.LINEAR).withWhiteBalance(warm);

    Raster pixel = PlainPicture.of(photo, settings).read(new Region(3, 4, 1, 1));

    assertThat(PhotoWhite.isAdjustable(photo)).isFalse();
    assertThat(PhotoWhite.picked(photo, 8, 8)).isEmpty();
    // 20000 / 65535 through the sRGB curve.
    for (int c = 0; c < 3; c++) {
      assertThat(pixel.get(c, 0, 0)).isCloseTo(0.5889f, within(1e-3f));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"as-shot", "auto", "5200,10", "3217.5,-4.25", "grey:1.25,1,0.8"})
  void aSettingIsReadAsItIsWritten(String text) {
    assertThat(WhiteBalanceSetting.parse(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"warm", "grey:1,2", "grey:0,1,1", "grey:1,NaN,1", "5200,", "900,0", ""})
  void nonsenseIsRefusedInWords(String text) {
    assertThatThrownBy(() -> WhiteBalanceSetting.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("(white balance|black has no white balance).*");
  }
}
