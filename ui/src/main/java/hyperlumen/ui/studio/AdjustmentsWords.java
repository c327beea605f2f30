package hyperlumen.ui.studio;

import hyperlumen.colour.RenderingSettings;
import hyperlumen.colour.Temperature;
import hyperlumen.colour.WhiteBalanceSetting;
import hyperlumen.enhance.Strength;
import hyperlumen.ui.Figures;
import hyperlumen.ui.Texts;
import hyperlumen.ui.service.Adjustments;
import java.util.StringJoiner;

/** Says in the user's language how adjustments differ from the usual ones. */
final class AdjustmentsWords {

  private final Texts texts;
  private final Figures figures;

  AdjustmentsWords(Texts texts) {
    this.texts = texts;
    figures = new Figures(texts);
  }

  /** What was changed, such as "Noise level \u00d72.00 \u00b7 Look Neutral". */
  String of(Adjustments set) {
    StringJoiner words = new StringJoiner(" \u00b7 ");
    words.setEmptyValue(texts.get("batch.usual"));
    if (set.noise() != 1) {
      words.add(texts.get("adjust.noise") + " \u00d7" + figures.number(set.noise()));
    }
    Strength strength = set.strength();
    if (strength.luminance() != 1) {
      words.add(texts.get("adjust.strength") + " " + figures.percent(strength.luminance()));
    }
    if (strength.colour() != 1) {
      words.add(texts.get("adjust.colour") + " " + figures.percent(strength.colour()));
    }
    RenderingSettings rendering = set.rendering();
    if (rendering.exposure() != 0) {
      words.add(texts.get("adjust.exposure") + " " + figures.signed(rendering.exposure()));
    }
    if (!rendering.whiteBalance().equals(WhiteBalanceSetting.AS_SHOT)) {
      words.add(texts.get("adjust.white") + " " + white(rendering.whiteBalance()));
    }
    if (rendering.look() != RenderingSettings.DEFAULT.look()) {
      words.add(texts.get("adjust.look") + " " + texts.of(rendering.look()));
    }
    set.cfa().ifPresent(cfa -> words.add(texts.get("adjust.filters") + " " + cfa));
    return words.toString();
  }

  private String white(WhiteBalanceSetting setting) {
    return switch (setting) {
      case WhiteBalanceSetting.AsShot s -> texts.of(White.AS_SHOT);
      case WhiteBalanceSetting.Auto s -> texts.of(White.AUTO);
      case WhiteBalanceSetting.Picked s -> texts.of(White.PICKED);
      case WhiteBalanceSetting.Light(Temperature t) ->
          figures.kelvin(t.kelvin()) + (t.tint() == 0 ? "" : ", " + figures.tint(t.tint()));
    };
  }
}
