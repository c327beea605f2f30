package hyperlumen.adopt;

import hyperlumen.model.Model;
import hyperlumen.model.ModelCard;
import hyperlumen.model.ModelException;
import hyperlumen.model.ModelStore;
import hyperlumen.network.Halo;
import hyperlumen.network.NetworkSpec;
import hyperlumen.network.ReceptiveField;
import hyperlumen.network.SignalCode;
import hyperlumen.network.onnx.ForeignGraph;
import hyperlumen.network.onnx.GraphLimits;
import hyperlumen.runtime.GraphTrial;
import hyperlumen.runtime.RuntimeFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Adds models from elsewhere to a store. They are not trusted: limits are checked before anything
 * runs, then the model is tried on a picture of our own making; only what passes is installed.
 *
 * <p>Every refusal is a {@link ModelException} that names the file. Takes seconds; for a background
 * thread.
 */
public final class ModelImport {

  /** A run on a picture of 128 pixels that takes longer would take hours on a photo. */
  private static final double SECONDS = 20;

  private static final int SIDE = 128;

  /**
   * What the maps of a trial may take, as far as can be told beforehand: half of a small machine.
   */
  private static final long MOST_TRIAL_BYTES = 2L << 30;

  /** What of a tile is kept at the least beside its halo. */
  private static final int LEAST_KEPT = 16;

  private ModelImport() {}

  /**
   * What the user says about a graph.
   *
   * @param file the ONNX file
   * @param title a short name, may be empty
   * @param licence of the weights, as the user knows it; may be empty
   * @param halo pixels around a tile; empty to have it measured
   */
  public record Order(Path file, String title, String licence, OptionalInt halo) {

    /** The most that can be set: half of the largest tile. */
    public static final int MOST_HALO = 384;

    public Order {
      if (halo.isPresent() && (halo.getAsInt() < 0 || halo.getAsInt() > MOST_HALO)) {
        throw new IllegalArgumentException("a halo is from 0 to " + MOST_HALO + " pixels");
      }
    }
  }

  /**
   * Adds a plain image-to-image ONNX file: RGB from 0 to 1 in, RGB of the same size out.
   *
   * @return the card it was given
   */
  public static ModelCard graph(ModelStore store, Order order) throws IOException {
    String name = name(order.file());
    try {
      if (!Files.isRegularFile(order.file())) {
        throw new ModelException("there is no such file");
      }
      if (Files.size(order.file()) > GraphLimits.MOST_BYTES) {
        throw new ModelException(
            "it is larger than " + (GraphLimits.MOST_BYTES >> 20) + " MB, the most that is taken");
      }
      ForeignGraph graph = ForeignGraph.read(Files.readAllBytes(order.file()));
      ModelCard card = tried(graph, order, freeId(store, name));
      store.add(card, graph.graph(), Optional.empty());
      return card;
    } catch (ModelException | RuntimeFailure | IllegalArgumentException e) {
      throw new ModelException(name + " was not added: " + e.getMessage(), e);
    }
  }

  private static ModelCard tried(ForeignGraph graph, Order order, String id) throws IOException {
    int alignment = graph.survey().alignment();
    int side = graph.fixedSide().orElse(Math.ceilDiv(SIDE, alignment) * alignment);
    // A halo is looked for on larger pictures than the network is tried on.
    boolean larger = order.halo().isEmpty() && graph.fixedSide().isEmpty();
    checkMemory(graph, larger ? Math.max(side, HaloProbe.LARGEST_SIDE) : side);
    int reach;
    double left;
    try (GraphTrial trial = GraphTrial.open(graph.graph(), SECONDS)) {
      left = SelfTest.noiseLeft(trial, side);
      reach =
          order.halo().isPresent()
              ? order.halo().getAsInt()
              : HaloProbe.reach(trial, alignment, graph.fixedSide());
    }
    String spec = spec(graph, reach);
    Halo halo = ReceptiveField.of(NetworkSpec.parse(spec).network());
    if (graph.fixedSide().isPresent()
        && graph.fixedSide().getAsInt() - 2 * halo.halo() < Math.max(LEAST_KEPT, alignment)) {
      throw new ModelException(
          "it runs only on "
              + side
              + " pixels, of which a halo of "
              + reach
              + " leaves too little");
    }
    return new ModelCard(
        ModelCard.SCHEMA,
        id,
        order.title().isBlank() ? id : order.title().strip(),
        ModelCard.Task.DENOISE,
        spec,
        SignalCode.LINEAR,
        ModelCard.Output.SAME,
        ModelCard.Filters.NONE,
        64,
        1,
        halo.photoHalo(),
        halo.photoAlignment(),
        graph.survey().parameters(),
        new ModelCard.Training(
            0,
            0,
            0,
            "Imported from "
                + name(order.file())
                + "; halo "
                + (order.halo().isPresent() ? "set by the user" : "measured")
                + ".",
            ""),
        order.licence().isBlank() ? "not stated" : order.licence().strip(),
        Map.of(
            "self-test, share of noise " + SelfTest.NOISE + " left",
            Math.round(left * 1000) / 1000.0));
  }

  /** Nothing is run whose maps would not fit: the runtime would take what it needs. */
  private static void checkMemory(ForeignGraph graph, int side) throws ModelException {
    double bytes = graph.survey().maps() * Float.BYTES * side * side;
    if (!(bytes <= MOST_TRIAL_BYTES)) {
      throw new ModelException(
          String.format(
              Locale.ROOT,
              "its maps would take %.3g GB on a picture of %d pixels; at most %d GB are taken",
              bytes / 1e9,
              side,
              MOST_TRIAL_BYTES >> 30));
    }
  }

  private static String spec(ForeignGraph graph, int reach) {
    // The specification has five digits for each number; what is larger is stated as the largest.
    long kmac = Math.clamp(Math.round(graph.survey().mac() / 1000), 1, 99_999);
    long maps = Math.clamp(Math.round(graph.survey().maps()), 3, 99_999);
    StringBuilder spec = new StringBuilder("graph:align=").append(graph.survey().alignment());
    spec.append(",kmac=")
        .append(kmac)
        .append(",maps=")
        .append(maps)
        .append(",reach=")
        .append(reach);
    graph.fixedSide().ifPresent(side -> spec.append(",tile=").append(side));
    return spec.toString();
  }

  /**
   * Adds a model's folder in this program's own form (docs/model-format.md).
   *
   * @return its card
   */
  public static ModelCard folder(ModelStore store, Path folder) throws IOException {
    String name = name(folder);
    try {
      Model model = ModelStore.read(folder);
      GraphLimits.check(model.forward().array());
      model.predict().ifPresent(graph -> GraphLimits.check(graph.array()));
      FolderTrial.run(model);
      store.add(model.card(), model.forward().array(), model.predict());
      return model.card();
    } catch (ModelException | RuntimeFailure | IllegalArgumentException e) {
      throw new ModelException(name + " was not added: " + e.getMessage(), e);
    }
  }

  private static String name(Path file) {
    return file.getFileName() == null ? file.toString() : file.getFileName().toString();
  }

  /** The file's name as an id that no model of the store has. */
  private static String freeId(ModelStore store, String fileName) {
    String stem = fileName.toLowerCase(Locale.ROOT).replaceFirst("\\.onnx$", "");
    String id = stem.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    id = id.isEmpty() ? "model" : id.substring(0, Math.min(50, id.length()));
    String free = id;
    for (int k = 2; store.allIds().contains(free); k++) {
      free = id + "-" + k;
    }
    return free;
  }
}
