package hyperlumen.ui.studio;

import hyperlumen.ui.Texts;
import hyperlumen.ui.service.ModelFacts;
import java.text.NumberFormat;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is said of a model: in the user's language of those that come with the program, in its
 * card's words of any other. Immutable.
 */
final class ModelWords {

  private static final String PHRASE = "phrase.";

  private final ResourceBundle bundle;
  private final Locale locale;

  /** Parts of scores' names, the longest first, with their words in the user's language. */
  private final Map<Pattern, String> phrases = new LinkedHashMap<>();

  ModelWords(Texts texts) {
    locale = texts.locale();
    bundle =
        ResourceBundle.getBundle(
            "hyperlumen.ui.models",
            locale,
            ModelWords.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    bundle.keySet().stream()
        .filter(key -> key.startsWith(PHRASE))
        .sorted(Comparator.comparingInt(String::length).reversed())
        .forEach(
            key -> {
              String phrase = key.substring(PHRASE.length()).replace('_', ' ');
              phrases.put(
                  Pattern.compile("\\b" + Pattern.quote(phrase) + "\\b"), bundle.getString(key));
            });
  }

  private String said(ModelFacts model, String what, String otherwise) {
    try {
      return model.shipped() ? bundle.getString(model.id() + "." + what) : otherwise;
    } catch (MissingResourceException e) {
      return otherwise; // A model that came with a later folder of models.
    }
  }

  /** Its name. */
  String title(ModelFacts model) {
    return said(model, "title", model.title());
  }

  /** What it does, or what an added one was trained on; empty if nothing is known. */
  String purpose(ModelFacts model) {
    return said(model, "text", model.summary());
  }

  /** What it is bad at; empty if nobody has said. */
  String weakness(ModelFacts model) {
    return said(model, "weak", "");
  }

  /** What it was trained on; empty for an added one, whose purpose says it. */
  String training(ModelFacts model) {
    return said(model, "data", "");
  }

  /** Its scores in one paragraph; empty if none were measured. */
  String scores(ModelFacts model) {
    return model
        .text()
        .lines()
        .skip(1)
        .map(line -> model.shipped() ? score(line) : line)
        .collect(Collectors.joining(" \u00b7 "));
  }

  /** One each time: formats are not safe for several threads. */
  private NumberFormat numbers() {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(2);
    return format;
  }

  private String score(String line) {
    int at = line.lastIndexOf(": ");
    if (at < 0) {
      return line;
    }
    String name = line.substring(0, at);
    for (Map.Entry<Pattern, String> phrase : phrases.entrySet()) {
      name = phrase.getKey().matcher(name).replaceAll(phrase.getValue());
    }
    try {
      return name + ": " + numbers().format(Double.parseDouble(line.substring(at + 2)));
    } catch (NumberFormatException e) {
      return name + line.substring(at);
    }
  }
}
