package hyperlumen.ui.adjust;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.colour.Look;
import hyperlumen.colour.RenderingSettings;
import hyperlumen.colour.Temperature;
import hyperlumen.colour.WhiteBalanceSetting;
import hyperlumen.enhance.Strength;
import hyperlumen.photo.Cfa;
import hyperlumen.ui.service.Adjustments;
import hyperlumen.ui.service.AdjustmentsText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Presets outlive the program, in a file that people can read, and bad lines do no harm. */
final class PresetsTest {

  @TempDir Path folder;

  static List<WhiteBalanceSetting> whites() {
    return List.of(
        WhiteBalanceSetting.AS_SHOT,
        WhiteBalanceSetting.AUTO,
        new WhiteBalanceSetting.Light(new Temperature(4321, -7.5)),
        new WhiteBalanceSetting.Picked(.25, 1, 1.75));
  }

  @ParameterizedTest
  @MethodSource("whites")
  void everySettingIsReadBackAsItWas(WhiteBalanceSetting white) {
    Adjustments all =
        new Adjustments(
            1.5,
            new Strength(.25, .75),
            RenderingSettings.DEFAULT
                .withExposure(-1.25)
                .withWhiteBalance(white)
                .withLook(Look.NEUTRAL));
    Path file = folder.resolve("deep/presets.txt");
    new Presets(file).put("  Night\tand fog ", all);
    Presets later = new Presets(file);
    assertThat(later.names()).containsExactly("Night and fog");
    assertThat(later.get("Night and fog")).contains(all);
    later.remove("Night and fog");
    assertThat(new Presets(file).names()).isEmpty();
  }

  @Test
  void filtersBelongToAPhotoAndNotToAPreset() {
    Adjustments chosen = Adjustments.DEFAULT.withNoise(2).withCfa(Optional.of(Cfa.BGGR));
    assertThat(AdjustmentsText.read(AdjustmentsText.write(chosen))).contains(chosen);
    assertThat(AdjustmentsText.read("cfa=XYZW")).isEmpty();
    Presets presets = new Presets(folder.resolve("presets.txt"));
    presets.put("loud", chosen);
    assertThat(presets.get("loud")).contains(Adjustments.DEFAULT.withNoise(2));
  }

  @Test
  void missingWordsAreAsUsual() {
    assertThat(AdjustmentsText.read("exposure=2"))
        .contains(Adjustments.DEFAULT.withRendering(RenderingSettings.DEFAULT.withExposure(2)));
    assertThat(AdjustmentsText.read("")).contains(Adjustments.DEFAULT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "noise=0",
        "noise=NaN",
        "luminance=2",
        "colour=-1",
        "exposure=99",
        "exposure=x",
        "white=blue",
        "white=grey:1,2",
        "white=grey:0,0,0",
        "white=1,1,1,1",
        "look=film"
      })
  void badLinesAreLeftOut(String line) throws IOException {
    Path file = folder.resolve("presets.txt");
    Files.write(file, List.of("bad\t" + line, "no tab", "good\texposure=1"));
    assertThat(new Presets(file).names()).containsExactly("good");
  }

  @Test
  void aDamagedFileIsAnEmptyOne() throws IOException {
    Path file =
        Files.write(folder.resolve("presets.txt"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThat(new Presets(file).names()).isEmpty();
  }
}
