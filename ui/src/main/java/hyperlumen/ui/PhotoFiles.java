package hyperlumen.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a file's ending promises. Only for choosing what to list; when a file is opened its bytes
 * decide, whatever its name.
 */
public final class PhotoFiles {

  private static final List<String> FINISHED = List.of("tif", "tiff", "png", "jpg", "jpeg");

  private static final List<String> RAW =
      List.of(
          "dng", "cr2", "cr3", "crw", "nef", "nrw", "arw", "sr2", "raf", "orf", "rw2", "pef", "srw",
          "x3f", "3fr", "fff", "iiq", "erf", "mrw", "rwl", "srf", "kdc", "dcr", "mef", "mos",
          "gpr");

  private PhotoFiles() {}

  private static String ending(Path file) {
    Path name = file.getFileName();
    String text = name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
    return text.substring(text.lastIndexOf('.') + 1);
  }

  /** Whether the ending is one of a photo. */
  public static boolean looksLikePhoto(Path file) {
    return looksRaw(file) || FINISHED.contains(ending(file));
  }

  /** Whether the ending is one of a camera's raw file. */
  public static boolean looksRaw(Path file) {
    return RAW.contains(ending(file));
  }

  /** The photos directly in a folder, by name. */
  public static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(PhotoFiles::looksLikePhoto).sorted().toList();
    }
  }

  /** Patterns for file dialogs; some systems tell capital letters from small ones. */
  public static List<String> patterns() {
    return Stream.concat(RAW.stream(), FINISHED.stream())
        .flatMap(e -> Stream.of("*." + e, "*." + e.toUpperCase(Locale.ROOT)))
        .toList();
  }
}
