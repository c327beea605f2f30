package hyperlumen.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

final class FiguresTest {

  private final Figures english = new Figures(Texts.in(Locale.ENGLISH));
  private final Figures german = new Figures(Texts.in(Locale.GERMANY));

  private static String plain(String text) {
    return text.replace('\u202f', ' ');
  }

  @Test
  void quantitiesHaveThreeSignificantDigitsAndAUnit() {
    assertThat(plain(english.flop(1.5296e12))).isEqualTo("1.53 TFLOP");
    assertThat(plain(english.flop(999.7e9))).isEqualTo("1.00 TFLOP");
    assertThat(plain(english.flop(45))).isEqualTo("45 FLOP");
    assertThat(plain(english.bytes(612_000_000))).isEqualTo("612 MB");
    assertThat(plain(german.bytes(1_234_000_000L))).isEqualTo("1,23 GB");
    assertThat(english.count(162)).isEqualTo("162");
    assertThat(plain(english.count(412_032))).isEqualTo("412 k");
    assertThat(plain(english.count(7_816_780))).isEqualTo("7.82 M");
  }

  @Test
  void measuredSecondsKeepMilliseconds() {
    assertThat(plain(english.seconds(0.0417))).isEqualTo("0.042 s");
    assertThat(plain(english.seconds(21.94))).isEqualTo("21.9 s");
    assertThat(plain(english.seconds(121.94))).isEqualTo("122 s");
  }

  @Test
  void durationsAreRoundedAsPeopleWould() {
    assertThat(plain(english.duration(0.2))).isEqualTo("1 s");
    assertThat(plain(english.duration(59.4))).isEqualTo("59 s");
    assertThat(plain(english.duration(83))).isEqualTo("1 min 25 s");
    assertThat(plain(english.duration(119))).isEqualTo("2 min");
    assertThat(plain(english.duration(7500))).isEqualTo("2 h 5 min");
  }

  @Test
  void sharesAndZoomsArePercent() {
    assertThat(plain(english.percent(0.456))).isEqualTo("46 %");
    assertThat(plain(english.zoom(2))).isEqualTo("200 %");
    assertThat(plain(german.zoom(0.0312))).isEqualTo("3,1 %");
  }
}
