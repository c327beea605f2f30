package hyperlumen.colour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IccProfilesTest {

  @ParameterizedTest
  @EnumSource(ColourSpace.class)
  void theJdksColourEngineTakesThem(ColourSpace space) {
    ICC_Profile profile = ICC_Profile.getInstance(IccProfiles.of(space).array());

    assertThat(profile.getMajorVersion()).isEqualTo(4);
    assertThat(profile.getColorSpaceType()).isEqualTo(ColorSpace.TYPE_RGB);
    assertThat(profile.getProfileClass()).isEqualTo(ICC_Profile.CLASS_DISPLAY);
    assertThat(profile.getPCSType()).isEqualTo(ColorSpace.TYPE_XYZ);
  }

  @Test
  void srgbIsTheJdksOwn() {
    ICC_ColorSpace ours =
        new ICC_ColorSpace(ICC_Profile.getInstance(IccProfiles.of(ColourSpace.SRGB).array()));

    for (float[] colour : new float[][] {{0.2f, 0.5f, 0.8f}, {1, 1, 1}, {0, 0, 0}, {1, 0, 0}}) {
      assertThat(ours.toRGB(colour)).containsExactly(colour, within(2f / 255));
    }
  }

  @Test
  void theEngineConvertsDisplayP3AsTheMatricesSay() {
    ICC_ColorSpace p3 =
        new ICC_ColorSpace(ICC_Profile.getInstance(IccProfiles.of(ColourSpace.DISPLAY_P3).array()));
    float[] colour = {0.6f, 0.5f, 0.4f};

    assertThat(p3.toRGB(colour))
        .containsExactly(toSrgb(ColourSpace.DISPLAY_P3, colour), within(2f / 255));
  }

  @Test
  void theEngineConvertsLinearRec2020AsTheMatricesSay() {
    ICC_ColorSpace rec2020 =
        new ICC_ColorSpace(
            ICC_Profile.getInstance(IccProfiles.of(ColourSpace.REC2020_LINEAR).array()));
    float[] colour = {0.3f, 0.25f, 0.2f};

    assertThat(rec2020.toRGB(colour))
        .containsExactly(toSrgb(ColourSpace.REC2020_LINEAR, colour), within(2f / 255));
  }

  @Test
  void theColorantsAddUpToTheWhiteOfTheConnectionSpace() {
    for (ColourSpace space : ColourSpace.values()) {
      double[] white =
          IccMatrixProfile.parse(IccProfiles.of(space)).orElseThrow().toXyzD50().times(1, 1, 1);
      assertThat(white).containsExactly(new double[] {0.9642, 1, 0.8249}, within(5e-5));
    }
  }

  @Test
  void theySayTheirNames() {
    String p3 =
        new String(IccProfiles.of(ColourSpace.DISPLAY_P3).array(), StandardCharsets.UTF_16BE);
    assertThat(p3).contains("Display P3");
  }

  private static float[] toSrgb(ColourSpace space, float[] colour) {
    double[] linear =
        ColourSpace.SRGB
            .fromXyzD65()
            .times(space.toXyzD65())
            .times(space.decode(colour[0]), space.decode(colour[1]), space.decode(colour[2]));
    return new float[] {
      (float) ColourSpace.SRGB.encode(linear[0]),
      (float) ColourSpace.SRGB.encode(linear[1]),
      (float) ColourSpace.SRGB.encode(linear[2])
    };
  }
}
