package hyperlumen.ui.service;

import hyperlumen.photo.ExifEntry;
import hyperlumen.photo.Metadata;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.StringJoiner;

/** Camera and exposure in a few words, from a photo's EXIF tags. */
final class ExposureText {

  private static final int MAKE = 0x010f;
  private static final int MODEL = 0x0110;
  private static final int EXPOSURE_TIME = 0x829a;
  private static final int F_NUMBER = 0x829d;
  private static final int ISO = 0x8827;

  /** TIFF field types. */
  private static final int SHORT = 3;

  private static final int LONG = 4;
  private static final int RATIONAL = 5;

  private final Metadata metadata;

  ExposureText(Metadata metadata) {
    this.metadata = metadata;
  }

  /** Maker and model, the maker's name once; empty if unknown. */
  String camera() {
    String make = text(MAKE);
    String model = text(MODEL);
    String first = make.isEmpty() ? "" : make.split(" ", 2)[0];
    return model.toLowerCase(Locale.ROOT).startsWith(first.toLowerCase(Locale.ROOT))
        ? model
        : (make + " " + model).strip();
  }

  /** Such as "ISO 400, 1/60 s, f/4"; what is unknown is left out. */
  String exposure() {
    StringJoiner words = new StringJoiner(", ");
    number(ISO).ifPresent(v -> words.add("ISO " + Math.round(v)));
    number(EXPOSURE_TIME)
        .ifPresent(v -> words.add(v < 0.4 ? "1/" + Math.round(1 / v) + " s" : plain(v) + " s"));
    number(F_NUMBER).ifPresent(v -> words.add("f/" + plain(v)));
    return words.toString();
  }

  private static String plain(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private Optional<ExifEntry> entry(int tag) {
    return metadata.exif().stream()
        .filter(e -> e.tag() == tag)
        .filter(
            e ->
                e.directory() == ExifEntry.Directory.MAIN
                    || e.directory() == ExifEntry.Directory.EXIF)
        .findFirst();
  }

  private String text(int tag) {
    return entry(tag)
        .map(e -> new String(e.value().array(), StandardCharsets.UTF_8))
        .map(s -> s.indexOf('\0') < 0 ? s : s.substring(0, s.indexOf('\0')))
        .map(String::strip)
        .orElse("");
  }

  private OptionalDouble number(int tag) {
    Optional<ExifEntry> entry = entry(tag);
    if (entry.isEmpty()) {
      return OptionalDouble.empty();
    }
    byte[] bytes = entry.get().value().array();
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    double value =
        switch (entry.get().type()) {
          case SHORT -> bytes.length >= 2 ? Short.toUnsignedInt(buffer.getShort(0)) : 0;
          case LONG -> bytes.length >= 4 ? Integer.toUnsignedLong(buffer.getInt(0)) : 0;
          case RATIONAL ->
              bytes.length >= 8
                  ? (double) Integer.toUnsignedLong(buffer.getInt(0))
                      / Integer.toUnsignedLong(buffer.getInt(4))
                  : 0;
          default -> 0;
        };
    return value > 0 && Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
