package hyperlumen.ui.studio;

import java.util.Comparator;
import java.util.List;

/** In which order the strip shows photos. */
public enum PhotoOrder {
  OPENED,
  NAME,
  DATE,
  KIND;

  /** The order; {@code opened} is that in which they were opened. */
  Comparator<PhotoItem> comparator(List<PhotoItem> opened) {
    Comparator<PhotoItem> byName =
        Comparator.comparing(PhotoItem::name, PhotoOrder::compareNatural);
    return switch (this) {
      case OPENED -> Comparator.comparingInt(opened::indexOf);
      case NAME -> byName;
      case DATE -> Comparator.comparingLong(PhotoItem::modified).thenComparing(byName);
      case KIND ->
          Comparator.comparing(PhotoItem::isRaw, Comparator.reverseOrder()).thenComparing(byName);
    };
  }

  /** As people count: IMG_9 before IMG_10, capitals like small letters. */
  static int compareNatural(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() && j < b.length()) {
      if (digit(a.charAt(i)) && digit(b.charAt(j))) {
        int endA = endOfNumber(a, i);
        int endB = endOfNumber(b, j);
        String numberA = a.substring(i, endA).replaceFirst("^0+(?=.)", "");
        String numberB = b.substring(j, endB).replaceFirst("^0+(?=.)", "");
        int order = Integer.compare(numberA.length(), numberB.length());
        order = order != 0 ? order : numberA.compareTo(numberB);
        if (order != 0) {
          return order;
        }
        i = endA;
        j = endB;
      } else {
        int order =
            Character.compare(
                Character.toLowerCase(a.charAt(i)), Character.toLowerCase(b.charAt(j)));
        if (order != 0) {
          return order;
        }
        i++;
        j++;
      }
    }
    int rest = Integer.compare(a.length() - i, b.length() - j);
    return rest != 0 ? rest : a.compareTo(b);
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int endOfNumber(String text, int from) {
    int end = from;
    while (end < text.length() && digit(text.charAt(end))) {
      end++;
    }
    return end;
  }
}
