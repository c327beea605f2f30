package hyperlumen.ui.studio;

import hyperlumen.ui.Texts;
import javafx.util.StringConverter;

/** Constants in the user's words, for choosers in which nothing is typed. */
final class EnumText<E extends Enum<E>> extends StringConverter<E> {

  private final Texts texts;

  EnumText(Texts texts) {
    this.texts = texts;
  }

  @Override
  public String toString(E constant) {
    return constant == null ? "" : texts.of(constant);
  }

  @Override
  public E fromString(String text) {
    throw new UnsupportedOperationException("nothing is typed here");
  }
}
