package hyperlumen.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hyperlumen.colour.ColourSpace;
import hyperlumen.colour.Look;
import hyperlumen.colour.RenderingSettings;
import hyperlumen.colour.Temperature;
import hyperlumen.colour.WhiteBalanceSetting;
import hyperlumen.enhance.EnhanceOptions;
import hyperlumen.enhance.Strength;
import hyperlumen.model.ModelCard.Task;
import hyperlumen.photo.Cfa;
import hyperlumen.write.OutputFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No option is lost on the way into the queue and back. */
class SettingsJsonTest {

  static List<WhiteBalanceSetting> balances() {
    return List.of(
        WhiteBalanceSetting.AS_SHOT,
        WhiteBalanceSetting.AUTO,
        new WhiteBalanceSetting.Light(new Temperature(5217.3, -12.25)),
        new WhiteBalanceSetting.Picked(0.125, 0.3, 1.0 / 3));
  }

  private static JobSettings unusual(WhiteBalanceSetting balance) {
    return new JobSettings(
        new ModelChoice(
            Map.of(
                Task.ISP, new ModelChoice.Name("isp", "aa"),
                Task.DENOISE, new ModelChoice.Name("other", "bb"))),
        new EnhanceOptions(
            new Strength(0.3, 0.8),
            1.7,
            987_654_321,
            OptionalInt.of(416),
            3,
            new RenderingSettings(balance, -1.25, Look.NEUTRAL, ColourSpace.DISPLAY_P3),
            Optional.of(Cfa.GRBG)),
        Optional.of(OutputFormat.TIFF32F),
        71,
        true);
  }

  @ParameterizedTest
  @MethodSource("balances")
  void unusualSettingsComeBack(WhiteBalanceSetting balance) throws Exception {
    JobSettings settings = unusual(balance);
    assertThat(SettingsJson.parse(SettingsJson.text(settings))).isEqualTo(settings);
  }

  @Test
  void defaultsComeBack() throws Exception {
    JobSettings settings = JobSettings.of(new ModelChoice(Map.of()), EnhanceOptions.defaults());
    assertThat(SettingsJson.parse(SettingsJson.text(settings))).isEqualTo(settings);
  }

  @Test
  void memoryAndThreadsDoNotMakeAnotherPictureEverythingElseDoes() {
    JobSettings settings = unusual(WhiteBalanceSetting.AS_SHOT);
    EnhanceOptions options = settings.options();
    assertThat(settings.givesTheSameAs(with(settings, options.withThreads(9)))).isTrue();
    assertThat(settings.givesTheSameAs(with(settings, options.withMemoryBytes(1L << 33)))).isTrue();
    assertThat(settings.givesTheSameAs(settings.withOverwrite(false))).isTrue();
    assertThat(settings.givesTheSameAs(with(settings, options.withStrength(0.31)))).isFalse();
    Strength paler = new Strength(0.3, 0.7);
    assertThat(settings.givesTheSameAs(with(settings, options.withStrength(paler)))).isFalse();
    assertThat(settings.givesTheSameAs(with(settings, options.withNoiseScale(1)))).isFalse();
    assertThat(settings.givesTheSameAs(with(settings, options.withTile(OptionalInt.empty()))))
        .isFalse();
    assertThat(
            settings.givesTheSameAs(
                with(settings, options.withRendering(options.rendering().withExposure(0)))))
        .isFalse();
    assertThat(settings.givesTheSameAs(settings.withFormat(Optional.empty()))).isFalse();
  }

  private static JobSettings with(JobSettings settings, EnhanceOptions options) {
    return new JobSettings(
        settings.models(),
        options,
        settings.format(),
        settings.jpegQuality(),
        settings.overwrite());
  }

  @Test
  void whatCannotBeReadIsRefusedInWords() {
    for (String text : new String[] {"", "{", "[]", "{\"schema\":2}", "{\"schema\":1}"}) {
      assertThatThrownBy(() -> SettingsJson.parse(text)).isInstanceOf(BatchException.class);
    }
  }
}
