package hyperlumen.ui.service;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** A file format results can be saved in. */
public enum OutputFormat {
  PNG_16("png", "PNG, 16 bit"),
  PNG_8("png", "PNG, 8 bit"),
  TIFF_16("tif", "TIFF, 16 bit"),
  TIFF_8("tif", "TIFF, 8 bit"),
  JPEG("jpg", "JPEG");

  private final String extension;
  private final String title;

  OutputFormat(String extension, String title) {
    this.extension = extension;
    this.title = title;
  }

  /** File name ending without the dot. */
  public String extension() {
    return extension;
  }

  /** Name for the user; the same in every language. */
  public String title() {
    return title;
  }

  /** Whether the file's ending belongs to this format. */
  public boolean matches(Path file) {
    return ending(file).filter(e -> canonical(e).equals(extension)).isPresent();
  }

  /** The ending of a file name in lower case, without the dot. */
  static Optional<String> ending(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot < 0
        ? Optional.empty()
        : Optional.of(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  private static String canonical(String ending) {
    return switch (ending) {
      case "tiff" -> "tif";
      case "jpeg" -> "jpg";
      default -> ending;
    };
  }
}
