package hyperlumen.ui.service;

import hyperlumen.colour.Look;
import hyperlumen.colour.RenderingSettings;
import hyperlumen.colour.WhiteBalanceSetting;
import hyperlumen.enhance.Strength;
import hyperlumen.photo.Cfa;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Adjustments as one line of words, as presets and the last session keep them: {@code noise=1
 * luminance=1 colour=0.8 exposure=0.5 white=5200,10 look=standard}, and {@code cfa=RGGB} where
 * filters were chosen.
 */
public final class AdjustmentsText {

  /** A line is this long at the most; anything longer was not written here. */
  private static final int LONGEST = 400;

  private AdjustmentsText() {}

  /** The line. */
  public static String write(Adjustments a) {
    return "noise="
        + a.noise()
        + " luminance="
        + a.strength().luminance()
        + " colour="
        + a.strength().colour()
        + " exposure="
        + a.rendering().exposure()
        + " white="
        + a.rendering().whiteBalance().text()
        + " look="
        + a.rendering().look().label()
        + a.cfa().map(cfa -> " cfa=" + cfa).orElse("");
  }

  /** Reads a line back; empty if it is none. Words that are missing have their default. */
  public static Optional<Adjustments> read(String line) {
    if (line.length() > LONGEST) {
      return Optional.empty();
    }
    Map<String, String> words = new LinkedHashMap<>();
    for (String word : line.strip().split(" ", -1)) {
      int at = word.indexOf('=');
      if (at > 0) {
        words.put(word.substring(0, at), word.substring(at + 1));
      }
    }
    RenderingSettings usual = RenderingSettings.DEFAULT;
    try {
      return Optional.of(
          new Adjustments(
              number(words, "noise", 1),
              new Strength(number(words, "luminance", 1), number(words, "colour", 1)),
              usual
                  .withExposure(number(words, "exposure", usual.exposure()))
                  .withWhiteBalance(
                      WhiteBalanceSetting.parse(words.getOrDefault("white", "as-shot")))
                  .withLook(
                      Look.labelled(words.getOrDefault("look", usual.look().label()))
                          .orElseThrow()),
              Optional.ofNullable(words.get("cfa")).map(Cfa::valueOf)));
    } catch (IllegalArgumentException | java.util.NoSuchElementException e) {
      return Optional.empty();
    }
  }

  private static double number(Map<String, String> words, String name, double otherwise) {
    return words.containsKey(name) ? Double.parseDouble(words.get(name)) : otherwise;
  }
}
