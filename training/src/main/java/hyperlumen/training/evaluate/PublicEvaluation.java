package hyperlumen.training.evaluate;

import hyperlumen.model.Model;
import hyperlumen.model.ModelCard;
import hyperlumen.training.data.PairFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All public sets: denoisers on finished pictures, ISP models on RAW scenes, both on whether their
 * filters follow the photo.
 *
 * @param pictures sets of finished pictures
 * @param scenes RAW scenes
 * @param clean pictures that adaptivity is measured on
 * @param missing what had to be left out, a sentence each
 * @param results receives the models' pictures
 * @param threads of the runtime
 */
record PublicEvaluation(
    List<EvaluationSet> pictures,
    List<RawScene> scenes,
    List<Path> clean,
    List<String> missing,
    Path results,
    int threads) {

  private static final String TEXTURED = "textured";
  private static final String BURST = "burst";
  private static final String ADAPTIVITY = "adaptivity";
  private static final String DETAILED = "kodak";

  /** Every name that may be asked for. */
  static final List<String> ALL =
      Stream.of(PublicSets.CLEAN, PublicSets.REAL, List.of(TEXTURED, BURST, ADAPTIVITY))
          .flatMap(List::stream)
          .toList();

  /** Makes the inputs below {@code work} as far as they are not there yet. */
  static PublicEvaluation open(Path data, Path work, List<String> names, int most, int threads)
      throws IOException {
    List<String> missing = new ArrayList<>();
    Path test = data.resolve("test");
    Path inputs = work.resolve("inputs");
    for (String name : names) {
      if (!ALL.contains(name)) {
        throw new IOException("there is no set '" + name + "'; there are " + ALL);
      }
    }
    for (String name : List.of("kodak", "mcmaster", "cbsd68", "cc15", "polyu-crops")) {
      if (names.contains(name) && !Files.isDirectory(test.resolve(name))) {
        missing.add(name + ", which is not in " + test);
      }
    }
    List<EvaluationSet> pictures = PublicSets.of(test, inputs.resolve("public"), names, most);
    Path detailed = test.resolve(DETAILED);
    List<RawScene> scenes = new ArrayList<>();
    List<Path> clean = List.of();
    if (Files.isDirectory(detailed)) {
      List<Path> files = PairFolders.pictures(detailed);
      if (names.contains(TEXTURED)) {
        scenes.addAll(TexturedRaw.of(files, inputs.resolve(TEXTURED)));
      }
      if (names.contains(ADAPTIVITY)) {
        clean = most > 0 ? files.subList(0, Math.min(most, files.size())) : files;
      }
    }
    if (names.contains(BURST)) {
      Path scene = data.resolve("raw").resolve("imx296-burst").resolve("sceneA");
      BurstRaw.of(scene, inputs.resolve(BURST), missing).ifPresent(scenes::add);
    }
    return new PublicEvaluation(pictures, scenes, clean, missing, work.resolve("results"), threads);
  }

  /** Scores a model on everything it can do. */
  ModelResult score(Model model) throws IOException {
    SetScorer scorer = new SetScorer(model, results, threads);
    Map<String, SetResult> sets = new LinkedHashMap<>();
    if (model.card().task() == ModelCard.Task.ISP) {
      for (RawScene scene : scenes) {
        sets.put(scene.key(), scorer.raw(scene));
      }
    } else {
      for (EvaluationSet set : pictures) {
        sets.put(set.key(), scorer.pictures(set));
      }
    }
    boolean follows = model.network().isHyper() && !clean.isEmpty();
    return ModelResult.of(model, sets, follows ? Adaptivity.of(model, clean, threads) : null);
  }
}
