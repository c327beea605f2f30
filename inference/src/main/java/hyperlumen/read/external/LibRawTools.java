package hyperlumen.read.external;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.PhotoException.Kind;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where LibRaw's programs are.
 *
 * @param identify raw-identify: prints what is in a file
 * @param unprocessed unprocessed_raw: writes the mosaic
 * @param develop dcraw_emu: demosaics
 */
record LibRawTools(Path identify, Path unprocessed, Path develop) {

  /** System property with the folder of the programs; otherwise the PATH is searched. */
  static final String FOLDER_PROPERTY = "hyperlumen.libraw";

  /** The programs, if all three are found. */
  static Optional<LibRawTools> find() {
    List<Path> folders = folders();
    Optional<Path> identify = find("raw-identify", folders);
    Optional<Path> unprocessed = find("unprocessed_raw", folders);
    Optional<Path> develop = find("dcraw_emu", folders);
    if (identify.isEmpty() || unprocessed.isEmpty() || develop.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new LibRawTools(identify.get(), unprocessed.get(), develop.get()));
  }

  /** The error that a file needs them and they are not there. */
  static PhotoException missing(Path file, String what) {
    boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    String advice =
        linux
            ? "install the package libraw-bin (Debian, Ubuntu; LibRaw-samples in Fedora)"
                + " or convert it to DNG with Adobe DNG Converter"
            : "convert it to DNG with Adobe DNG Converter";
    return new PhotoException(
        Kind.UNSUPPORTED, file, "is " + what + ", for which LibRaw's tools are needed: " + advice);
  }

  private static List<Path> folders() {
    String stated = System.getProperty(FOLDER_PROPERTY);
    String all = stated != null ? stated : System.getenv().getOrDefault("PATH", "");
    List<Path> folders = new ArrayList<>();
    for (String folder : all.split(File.pathSeparator, -1)) {
      if (!folder.isEmpty()) {
        path(folder).ifPresent(folders::add);
      }
    }
    return folders;
  }

  /** A PATH may hold anything; what is no path holds no program. */
  private static Optional<Path> path(String folder) {
    try {
      return Optional.of(Path.of(folder));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Optional<Path> find(String program, List<Path> folders) {
    for (Path folder : folders) {
      for (String name : List.of(program, program + ".exe")) {
        Path path = folder.resolve(name);
        if (Files.isRegularFile(path) && Files.isExecutable(path)) {
          return Optional.of(path.toAbsolutePath());
        }
      }
    }
    return Optional.empty();
  }
}
