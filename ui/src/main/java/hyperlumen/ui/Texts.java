package hyperlumen.ui;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The program's words in one language, and its way to write numbers. Immutable.
 *
 * <p>A key that is missing in the bundle is an error of the program and fails a test.
 */
public final class Texts {

  /** The languages the program speaks; the first is used for all others. */
  public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

  private final Locale locale;
  private final ResourceBundle bundle;

  private Texts(Locale locale) {
    this.locale = locale;
    bundle =
        ResourceBundle.getBundle(
            "hyperlumen.ui.messages",
            locale,
            Texts.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** The texts in the language of {@code wanted}, or in English. */
  public static Texts in(Locale wanted) {
    for (Locale language : LANGUAGES) {
      if (language.getLanguage().equals(wanted.getLanguage())) {
        return new Texts(language);
      }
    }
    return new Texts(LANGUAGES.getFirst());
  }

  /** The language. */
  public Locale locale() {
    return locale;
  }

  /** The text of a key, with {@code arguments} in its places. */
  public String get(String key, Object... arguments) {
    String pattern = bundle.getString(key);
    return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
  }

  /** The text of a constant: key {@code type.CONSTANT}, such as {@code Stage.NETWORK}. */
  public String of(Enum<?> constant) {
    return bundle.getString(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
  }
}
