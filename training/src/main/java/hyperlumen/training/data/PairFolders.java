package hyperlumen.training.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the pairs of published data sets by the layout of their folders, sorted by name. */
public final class PairFolders {

  private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "tif", "tiff");
  private static final String CLEAN_MARK = "_mean";
  private static final List<String> NOISY_MARKS = List.of("_real", "_Real");
  private static final List<String> NOISY_FOLDERS = List.of("noisy", "input");
  private static final List<String> CLEAN_FOLDERS = List.of("clean", "reference", "gt");
  private static final Pattern SIDD_NOISY =
      Pattern.compile("(.*)NOISY_SRGB(.*\\.)(png)", Pattern.CASE_INSENSITIVE);
  private static final String RAW = "huawei_raw";
  private static final String DISPLAY = "canon";

  private PairFolders() {}

  /** The pictures directly in a folder, sorted by file name. */
  public static List<Path> pictures(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> ENDINGS.contains(ending(file)))
          .sorted(Comparator.comparing(file -> file.getFileName().toString()))
          .toList();
    }
  }

  /** The file's name without its ending. */
  public static String baseName(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static String ending(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /**
   * NAME_real.* beside NAME_mean.* (CC, PolyU); or a folder {@code noisy} (or {@code input}) beside
   * a folder {@code clean} (or {@code reference}, {@code gt}) with files of the same base names.
   */
  public static List<PicturePair> pairs(Path folder) throws IOException {
    Optional<Path> noisy = first(folder, NOISY_FOLDERS);
    Optional<Path> clean = first(folder, CLEAN_FOLDERS);
    List<PicturePair> pairs =
        noisy.isPresent() && clean.isPresent()
            ? sameNames(clean.get(), noisy.get())
            : marked(folder);
    return found(
        pairs,
        folder,
        "neither NAME_real with NAME_mean, nor folders noisy and clean with files of the same"
            + " names");
  }

  /** SIDD: NNNN_NOISY_SRGB_NNN.PNG beside NNNN_GT_SRGB_NNN.PNG in any folder below. */
  public static List<PicturePair> sidd(Path folder) throws IOException {
    List<PicturePair> pairs = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path noisy : walk.filter(Files::isRegularFile).sorted().toList()) {
        Matcher name = SIDD_NOISY.matcher(noisy.getFileName().toString());
        if (!name.matches()) {
          continue;
        }
        Path clean =
            noisy.resolveSibling(name.group(1) + "GT_SRGB" + name.group(2) + name.group(3));
        if (Files.isRegularFile(clean)) {
          Path scene = noisy.toAbsolutePath().getParent();
          pairs.add(new PicturePair(scene.getFileName() + "-" + baseName(noisy), clean, noisy));
        }
      }
    }
    return found(pairs, folder, "no NNNN_NOISY_SRGB_NNN.PNG with its NNNN_GT_SRGB_NNN.PNG");
  }

  /**
   * Zurich RAW to DSLR: mosaics in {@code huawei_raw}, pictures in {@code canon}, in the folder
   * itself or in its part.
   *
   * @param part train or test
   */
  public static List<PicturePair> zrr(Path folder, String part) throws IOException {
    Path root = Files.isDirectory(folder.resolve(RAW)) ? folder : folder.resolve(part);
    List<PicturePair> pairs =
        Files.isDirectory(root.resolve(RAW)) && Files.isDirectory(root.resolve(DISPLAY))
            ? sameNames(root.resolve(DISPLAY), root.resolve(RAW))
            : List.of();
    return found(pairs, folder, "no " + RAW + "/N.png with its " + DISPLAY + "/N.jpg");
  }

  private static List<PicturePair> found(List<PicturePair> pairs, Path folder, String reason)
      throws IOException {
    if (pairs.isEmpty()) {
      throw new IOException(folder + " holds no pairs: " + reason);
    }
    return pairs;
  }

  private static Optional<Path> first(Path folder, List<String> names) {
    return names.stream().map(folder::resolve).filter(Files::isDirectory).findFirst();
  }

  private static List<PicturePair> sameNames(Path clean, Path noisy) throws IOException {
    Map<String, Path> references = byBaseName(clean);
    List<PicturePair> pairs = new ArrayList<>();
    for (Map.Entry<String, Path> entry : byBaseName(noisy).entrySet()) {
      Path reference = references.get(entry.getKey());
      if (reference != null) {
        pairs.add(new PicturePair(entry.getKey(), reference, entry.getValue()));
      }
    }
    return pairs;
  }

  private static List<PicturePair> marked(Path folder) throws IOException {
    Map<String, Path> files = byBaseName(folder);
    List<PicturePair> pairs = new ArrayList<>();
    for (Map.Entry<String, Path> entry : files.entrySet()) {
      String base = entry.getKey();
      if (!base.endsWith(CLEAN_MARK)) {
        continue;
      }
      String stem = base.substring(0, base.length() - CLEAN_MARK.length());
      NOISY_MARKS.stream()
          .map(mark -> files.get(stem + mark))
          .filter(java.util.Objects::nonNull)
          .findFirst()
          .ifPresent(noisy -> pairs.add(new PicturePair(stem, entry.getValue(), noisy)));
    }
    return pairs;
  }

  private static Map<String, Path> byBaseName(Path folder) throws IOException {
    Map<String, Path> files = new TreeMap<>();
    for (Path file : pictures(folder)) {
      files.putIfAbsent(baseName(file), file);
    }
    return files;
  }
}
