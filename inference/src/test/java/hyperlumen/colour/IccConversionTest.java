package hyperlumen.colour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hyperlumen.photo.Bytes;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IccConversionTest {

  private static final Path FILE = Path.of("picture.jpg");

  @Test
  void displayP3BecomesSrgbAsTheMatricesSay() throws PhotoException {
    Raster raster = random(3, 0.3f, 0.7f);
    float[] before = raster.samples().clone();

    toSrgb(IccProfiles.of(ColourSpace.DISPLAY_P3), 3).apply(raster);

    Matrix3 matrix = ColourSpace.SRGB.fromXyzD65().times(ColourSpace.DISPLAY_P3.toXyzD65());
    int plane = raster.plane(1);
    for (int i = 0; i < plane; i++) {
      double[] linear =
          matrix.times(
              ColourSpace.SRGB.decode(before[i]),
              ColourSpace.SRGB.decode(before[plane + i]),
              ColourSpace.SRGB.decode(before[2 * plane + i]));
      for (int c = 0; c < 3; c++) {
        assertThat((double) raster.samples()[c * plane + i])
            .isCloseTo(ColourSpace.SRGB.encode(Math.clamp(linear[c], 0, 1)), within(3e-4));
      }
    }
  }

  @Test
  void thereAndBackIsWhereItWas() throws PhotoException {
    Bytes p3 = IccProfiles.of(ColourSpace.DISPLAY_P3);
    Raster raster = random(4, 0.4f, 0.6f);
    float[] before = raster.samples().clone();

    toSrgb(p3, 4).apply(raster);
    assertThat(raster.samples()).isNotEqualTo(before);
    IccConversion.fromSrgb(Optional.of(p3), 4, FILE).apply(raster);

    assertThat(raster.samples()).containsExactly(before, within(1e-4f));
  }

  @Test
  void alphaIsLeftAlone() throws PhotoException {
    Raster raster = random(4, 0, 1);
    float[] alpha = Arrays.copyOfRange(raster.samples(), raster.plane(3), raster.plane(4));

    toSrgb(IccProfiles.of(ColourSpace.DISPLAY_P3), 4).apply(raster);

    assertThat(Arrays.copyOfRange(raster.samples(), raster.plane(3), raster.plane(4)))
        .isEqualTo(alpha);
  }

  @Test
  void theJdksLinearProfilesAreEncoded() throws PhotoException {
    Bytes rgb = new Bytes(ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData());
    Bytes grey = new Bytes(ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData());
    Raster colours = new Raster(3, 1, 1, new float[] {0.2f, 0.5f, 0.01f});
    Raster greys = new Raster(2, 1, 1, new float[] {0.2f, 0.7f});

    toSrgb(rgb, 3).apply(colours);
    toSrgb(grey, 2).apply(greys);

    float encoded = (float) ColourSpace.SRGB.encode(0.2);
    assertThat(colours.samples()[0]).isCloseTo(encoded, within(2e-3f));
    assertThat(colours.samples()[1]).isCloseTo((float) ColourSpace.SRGB.encode(0.5), within(2e-3f));
    assertThat(greys.samples()).containsExactly(new float[] {encoded, 0.7f}, within(1e-3f));
  }

  @Test
  void srgbInAnyFormIsLeftAsItIs() throws PhotoException {
    Bytes jdk = new Bytes(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());

    assertThat(IccConversion.toSrgb(Optional.empty(), 3, FILE).isIdentity()).isTrue();
    assertThat(toSrgb(IccProfiles.of(ColourSpace.SRGB), 3).isIdentity()).isTrue();
    assertThat(toSrgb(jdk, 3).isIdentity()).isTrue();
  }

  @Test
  void aDamagedProfileIsNamed() {
    byte[] bytes = IccProfiles.of(ColourSpace.DISPLAY_P3).array().clone();
    Arrays.fill(bytes, 128, bytes.length, (byte) 0);

    assertThatThrownBy(() -> toSrgb(new Bytes(bytes), 3))
        .isInstanceOf(PhotoException.class)
        .hasMessageStartingWith("picture.jpg: has an ICC profile that cannot be used");
  }

  @Test
  void whateverTheBytesOnlyWordedErrorsComeOut() {
    Random random = new Random(5);
    for (int run = 0; run < 500; run++) {
      ColourSpace space = run % 2 == 0 ? ColourSpace.DISPLAY_P3 : ColourSpace.REC2020_LINEAR;
      byte[] bytes = IccProfiles.of(space).array().clone();
      for (int i = 0; i < 1 + run % 4; i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      byte[] cut = Arrays.copyOf(bytes, run % 5 == 0 ? random.nextInt(bytes.length) : bytes.length);
      try {
        Raster raster = new Raster(3, 1, 1, new float[] {0.1f, 0.5f, 0.9f});
        toSrgb(new Bytes(cut), 3).apply(raster);
        for (float sample : raster.samples()) {
          assertThat(sample).isBetween(0f, 1f);
        }
      } catch (PhotoException e) {
        assertThat(e).hasMessageStartingWith("picture.jpg: ");
      }
    }
  }

  private static IccConversion toSrgb(Bytes profile, int channels) throws PhotoException {
    return IccConversion.toSrgb(Optional.of(profile), channels, FILE);
  }

  private static Raster random(int channels, float low, float high) {
    Raster raster = new Raster(channels, 70, 9);
    Random random = new Random(3);
    for (int i = 0; i < raster.samples().length; i++) {
      raster.samples()[i] = low + (high - low) * random.nextFloat();
    }
    return raster;
  }
}
