package hyperlumen.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.colour.Look;
import hyperlumen.colour.RenderingSettings;
import hyperlumen.colour.Temperature;
import hyperlumen.colour.WhiteBalanceSetting;
import hyperlumen.enhance.Strength;
import hyperlumen.photo.Cfa;
import hyperlumen.ui.Texts;
import hyperlumen.ui.service.Adjustments;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Only what differs from the usual is said. */
final class AdjustmentsWordsTest {

  private static String said(Adjustments set, Locale language) {
    return new AdjustmentsWords(Texts.in(language)).of(set).replace('\u202f', ' ');
  }

  @Test
  void theUsualIsSaidInTwoWords() {
    assertThat(said(Adjustments.DEFAULT, Locale.ENGLISH)).isEqualTo("usual settings");
  }

  @Test
  void everyChangeIsSaidInTheUsersLanguage() {
    RenderingSettings rendering =
        RenderingSettings.DEFAULT
            .withExposure(-0.5)
            .withWhiteBalance(new WhiteBalanceSetting.Light(new Temperature(5200, 10)))
            .withLook(Look.NEUTRAL);
    Adjustments all = new Adjustments(1.5, new Strength(.8, .25), rendering, Optional.of(Cfa.GBRG));
    assertThat(said(all, Locale.ENGLISH))
        .isEqualTo(
            "Noise level \u00d71.50 \u00b7 Strength 80 % \u00b7 Strength in colour 25 % \u00b7"
                + " Exposure -0.50 \u00b7 White balance 5200 K, +10 \u00b7 Look Neutral \u00b7"
                + " Colour filters GBRG");
    assertThat(said(all, Locale.GERMAN)).contains("\u00d71,50", "5200 K");
  }
}
