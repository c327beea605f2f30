package hyperlumen.training.evaluate;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import hyperlumen.model.Model;
import hyperlumen.model.ModelCard;
import hyperlumen.model.ModelStore;
import hyperlumen.training.data.PairFolders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evaluate}: scores models on pictures with known truth, from file to file. */
@Command(
    name = "evaluate",
    description = "Scores models on pictures with known truth.",
    mixinStandardHelpOptions = true)
public final class EvaluateCommand implements Callable<Integer> {

  @ArgGroup(multiplicity = "1")
  private Subject subject;

  /** What is scored on: one of these. */
  private static final class Subject {
    @Option(
        names = "--data",
        paramLabel = "DIR",
        description =
            "Folder with test/kodak, test/mcmaster, test/cbsd68, test/cc15, test/polyu-crops and"
                + " raw/imx296-burst/sceneA; sets that are not there are left out.")
    private Path data;

    @Option(
        names = "--set",
        arity = "2",
        paramLabel = "KIND DIR",
        description =
            "A published set as it is: zrr (Zurich RAW to DSLR), sidd (validation blocks or pairs),"
                + " or pairs (NAME_real with NAME_mean, or folders noisy and clean).")
    private List<String> set;

    @Parameters(
        arity = "0..1",
        paramLabel = "PICTURES",
        description = "Folder of clean pictures: mosaics are simulated from them.")
    private Path pictures;
  }

  @Option(
      names = "--model",
      paramLabel = "ID",
      description = "A model; may be repeated. Default: all.")
  private List<String> ids = new ArrayList<>();

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "NAME",
      description =
          "Sets to score, of kodak, mcmaster, cbsd68, cc15, polyu-crops, textured, burst,"
              + " adaptivity.")
  private List<String> only = new ArrayList<>(PublicEvaluation.ALL);

  @Option(
      names = "--pictures",
      paramLabel = "N",
      description = "No more than N pictures of each set, evenly spread.")
  private int most;

  @Option(names = "--json", paramLabel = "FILE", description = "Writes the results as JSON.")
  private Path json;

  @Option(names = "--models", description = "Folder of all models.")
  private Path models = Path.of("assets", "models");

  @Option(names = "--work", description = "Receives inputs and results.")
  private Path work = Path.of("work", "evaluation");

  @Option(names = "--shot", description = "Shot noise of simulated mosaics.")
  private double shot = 1e-3;

  @Option(names = "--threads")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Override
  public Integer call() throws IOException {
    ModelStore store = ModelStore.open(models);
    List<Model> chosen = new ArrayList<>();
    for (String id : ids.isEmpty() ? store.ids() : ids) {
      chosen.add(store.get(id));
    }
    if (subject.pictures != null) {
      for (Model model : chosen) {
        System.out.print(
            MosaicTable.of(PairFolders.pictures(subject.pictures), model, shot, threads));
      }
      return 0;
    }
    Peers peers = Peers.read();
    List<ModelResult> results = new ArrayList<>();
    if (subject.set != null) {
      published(chosen, results, peers);
      return 0;
    }
    PublicEvaluation evaluation = PublicEvaluation.open(subject.data, work, only, most, threads);
    evaluation.missing().forEach(line -> System.err.println("left out: " + line));
    for (Model model : chosen) {
      ModelResult result = evaluation.score(model);
      results.add(result);
      System.out.println(ResultTable.of(result, peers));
    }
    if (json != null) {
      write(results, peers);
    }
    return 0;
  }

  private void published(List<Model> chosen, List<ModelResult> results, Peers peers)
      throws IOException {
    String kind = subject.set.getFirst();
    EvaluationSet set =
        PublishedSets.of(kind, Path.of(subject.set.get(1)), work.resolve("inputs"), most);
    boolean mosaics = kind.equals("zrr");
    for (Model model : chosen) {
      if ((model.card().task() == ModelCard.Task.ISP) == mosaics) {
        SetScorer scorer = new SetScorer(model, work.resolve("results"), threads);
        ModelResult result = ModelResult.of(model, Map.of(set.key(), scorer.pictures(set)), null);
        results.add(result);
        System.out.println(ResultTable.of(result, peers));
      }
    }
    if (results.isEmpty()) {
      throw new IOException("none of the models is for a set of kind " + kind);
    }
    if (json != null) {
      write(results, peers);
    }
  }

  private void write(List<ModelResult> results, Peers peers) throws IOException {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("schema", 1);
    all.put("threads", threads);
    all.put("models", results);
    all.put("peers", peers);
    JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValue(json.toFile(), all);
  }
}
