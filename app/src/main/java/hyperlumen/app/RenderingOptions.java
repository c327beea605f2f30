package hyperlumen.app;

import hyperlumen.colour.ColourSpace;
import hyperlumen.colour.Look;
import hyperlumen.colour.RenderingSettings;
import hyperlumen.colour.WhiteBalanceSetting;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** How RAW photos are rendered; the network always sees the as-shot balance. */
final class RenderingOptions {

  @Option(
      names = "--white-balance",
      paramLabel = "WB",
      defaultValue = "as-shot",
      description =
          "as-shot, auto, kelvin and tint as in 5200,10, or a camera colour that shall be grey as"
              + " in grey:1.4,1,0.8. Default: as-shot.")
  private String whiteBalance;

  @Option(
      names = "--exposure",
      paramLabel = "EV",
      defaultValue = "0",
      description = "Stops added to the exposure, -10 to 10.")
  private double exposure;

  @Option(
      names = "--look",
      paramLabel = "NAME",
      defaultValue = "standard",
      description = "standard, neutral or linear. Default: standard.")
  private String look;

  @Option(
      names = "--colour-space",
      paramLabel = "NAME",
      defaultValue = "srgb",
      description = "srgb, display-p3 or rec2020-linear. Default: srgb.")
  private String colourSpace;

  /**
   * The settings.
   *
   * @throws IllegalArgumentException in words for the user
   */
  RenderingSettings settings() {
    Look chosenLook =
        Look.labelled(look)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no look '" + look + "'; there are " + looks()));
    ColourSpace space =
        ColourSpace.labelled(colourSpace)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no colour space '" + colourSpace + "'; there are " + spaces()));
    return new RenderingSettings(
        WhiteBalanceSetting.parse(whiteBalance), exposure, chosenLook, space);
  }

  private static String looks() {
    return Arrays.stream(Look.values()).map(Look::label).collect(Collectors.joining(", "));
  }

  private static String spaces() {
    return Arrays.stream(ColourSpace.values())
        .map(ColourSpace::label)
        .collect(Collectors.joining(", "));
  }
}
