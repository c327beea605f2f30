package hyperlumen.training.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Pairs of a noisy and a clean photograph of the same scene, found by their names.
 *
 * <p>Layouts: NAME_real.* beside NAME_mean.* (CC, PolyU); or a folder {@code noisy} (or {@code
 * input}) beside a folder {@code clean} (or {@code reference}, {@code gt}) with files of the same
 * base names.
 */
final class PairedSets {

  private static final String CLEAN_MARK = "_mean";
  private static final List<String> NOISY_MARKS = List.of("_real", "_Real");
  private static final List<String> NOISY_FOLDERS = List.of("noisy", "input");
  private static final List<String> CLEAN_FOLDERS = List.of("clean", "reference", "gt");

  private PairedSets() {}

  /** The pairs below {@code folder}. */
  static EvaluationSet named(String name, String condition, Path folder) throws IOException {
    Optional<Path> noisy = first(folder, NOISY_FOLDERS);
    Optional<Path> clean = first(folder, CLEAN_FOLDERS);
    List<EvaluationSet.Picture> pictures =
        noisy.isPresent() && clean.isPresent()
            ? ofFolders(clean.get(), noisy.get())
            : marked(folder);
    if (pictures.isEmpty()) {
      throw new IOException(
          folder
              + " holds no pairs: neither NAME_real with NAME_mean, nor folders noisy and clean"
              + " with files of the same names");
    }
    return new EvaluationSet(name, condition, pictures);
  }

  private static Optional<Path> first(Path folder, List<String> names) {
    return names.stream().map(folder::resolve).filter(Files::isDirectory).findFirst();
  }

  private static List<EvaluationSet.Picture> ofFolders(Path clean, Path noisy) throws IOException {
    Map<String, Path> references = byBaseName(clean);
    List<EvaluationSet.Picture> pictures = new ArrayList<>();
    for (Map.Entry<String, Path> entry : byBaseName(noisy).entrySet()) {
      Path reference = references.get(entry.getKey());
      if (reference != null) {
        pictures.add(new EvaluationSet.Picture(entry.getKey(), reference, entry.getValue()));
      }
    }
    return pictures;
  }

  private static List<EvaluationSet.Picture> marked(Path folder) throws IOException {
    Map<String, Path> files = byBaseName(folder);
    List<EvaluationSet.Picture> pictures = new ArrayList<>();
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
          .ifPresent(
              noisy -> pictures.add(new EvaluationSet.Picture(stem, entry.getValue(), noisy)));
    }
    return pictures;
  }

  private static Map<String, Path> byBaseName(Path folder) throws IOException {
    Map<String, Path> files = new TreeMap<>();
    for (Path file : PictureFiles.in(folder)) {
      files.putIfAbsent(PictureFiles.baseName(file), file);
    }
    return files;
  }
}
