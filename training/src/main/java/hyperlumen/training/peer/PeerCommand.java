package hyperlumen.training.peer;

import ai.djl.engine.Engine;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import hyperlumen.model.Model;
import hyperlumen.model.ModelStore;
import hyperlumen.network.Halo;
import hyperlumen.network.ReceptiveField;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import hyperlumen.progress.Progress;
import hyperlumen.runtime.FilterBank;
import hyperlumen.runtime.FilterPredictor;
import hyperlumen.runtime.MemoryBudget;
import hyperlumen.runtime.NetworkPicture;
import hyperlumen.runtime.PeakMemory;
import hyperlumen.runtime.RuntimeFailure;
import hyperlumen.runtime.TilePlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code peer}: one model's forward network, the same weights and filters, in our runtime and in
 * eager PyTorch; time, memory and largest difference.
 */
@Command(
    name = "peer",
    description = "Compares our runtime with eager PyTorch on the same weights; prints JSON.",
    mixinStandardHelpOptions = true)
public final class PeerCommand implements Callable<Integer> {

  private static final int BAND = 256;

  @Option(names = "--model", required = true, description = "the model's id, such as isp-fast")
  private String id;

  @Option(names = "--size", description = "megapixels of the photo")
  private double megapixels = 24;

  @Option(names = "--rounds", description = "how often each is timed, interleaved, after one run")
  private int rounds = 3;

  @Option(names = "--threads", description = "threads of each")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--memory", description = "memory for our tiles, in MB")
  private long memory = 1000;

  @Option(names = "--models", description = "folder of all models")
  private Path models = Path.of("assets", "models");

  /** What was measured: seconds of each run, and the largest peak. */
  private static final class Series {
    private final List<Double> seconds = new ArrayList<>();
    private long peak;

    void add(double time) {
      seconds.add(time);
      peak = Math.max(peak, PeakMemory.bytes().orElse(0));
    }

    double median() {
      double[] sorted = seconds.stream().mapToDouble(d -> d).sorted().toArray();
      return sorted[sorted.length / 2];
    }
  }

  @Override
  public Integer call() throws Exception {
    System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(threads));
    Model model = ModelStore.open(models).get(id);
    Halo halo = ReceptiveField.of(model.network());
    PatternInput input = PatternInput.of(model, packed(halo));
    float[] noise = new float[model.network().noiseInputs()];
    Arrays.fill(noise, -1);
    FilterBank bank =
        FilterPredictor.predict(
            model, FilterPredictor.windows(model, input, halo.alignment()), noise, threads);
    Series ours = new Series();
    Series torch = new Series();
    double difference;
    try (TorchPeer peer = new TorchPeer(model, bank, halo.halo())) {
      run(model, bank, input, null, halo); // Warms up.
      for (int round = 0; round < rounds; round++) {
        PeakMemory.reset();
        ours.add(run(model, bank, input, null, halo).seconds());
      }
      float[] planes = peer.planes(input);
      float[] samples = peer.run(input, planes, true).samples();
      difference = run(model, bank, input, samples, halo).difference();
      for (int round = 0; round < rounds; round++) {
        PeakMemory.reset();
        torch.add(peer.run(input, planes, false).seconds());
        ours.seconds.add(run(model, bank, input, null, halo).seconds());
      }
    }
    print(input, ours, torch, difference);
    return 0;
  }

  /** A 3:2 photo whose sides lie on the network's grid. */
  private Size packed(Halo halo) {
    double pixels = megapixels * 1e6 / halo.packingFactor() / halo.packingFactor();
    int grid = halo.alignment();
    int height = (int) Math.max(1, Math.round(Math.sqrt(pixels / 1.5) / grid)) * grid;
    int width = (int) Math.max(1, Math.round(pixels / height / grid)) * grid;
    return new Size(width, height);
  }

  private record Run(double seconds, double difference) {}

  /** Our runtime; compares with PyTorch's samples where there are any. */
  private Run run(Model model, FilterBank bank, PatternInput input, float[] expected, Halo halo)
      throws PhotoException, RuntimeFailure {
    Size size = input.size();
    TilePlan plan = MemoryBudget.plan(model, size, 0, memory * 1_000_000, threads);
    double largest = 0;
    try (NetworkPicture picture =
        new NetworkPicture(
            Path.of("pattern"), model, bank, input, plan, false, threads, Progress.NONE)) {
      Raster band = new Raster(3, Math.min(BAND, size.height()), size.width());
      long start = System.nanoTime();
      for (int y = 0; y < size.height(); y += BAND) {
        int rows = Math.min(BAND, size.height() - y);
        picture.read(new Region(0, y, size.width(), rows), band);
        if (expected != null) {
          largest = Math.max(largest, difference(band, y, rows, size, expected, halo.photoHalo()));
        }
      }
      return new Run((System.nanoTime() - start) / 1e9, largest);
    }
  }

  private static double difference(
      Raster band, int y, int rows, Size size, float[] expected, int border) {
    int width = size.width() + 2 * border;
    int height = size.height() + 2 * border;
    double largest = 0;
    for (int c = 0; c < 3; c++) {
      for (int r = 0; r < rows; r++) {
        int at = (c * height + border + y + r) * width + border;
        int own = band.index(c, r, 0);
        for (int x = 0; x < size.width(); x++) {
          largest = Math.max(largest, Math.abs(band.samples()[own + x] - expected[at + x]));
        }
      }
    }
    return largest;
  }

  private void print(PatternInput input, Series ours, Series torch, double difference)
      throws java.io.IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("model", id);
    fields.put("megapixels", input.size().megapixels());
    fields.put("threads", threads);
    fields.put("largestDifference", difference);
    fields.put("hyperlumen", figures(ours));
    Map<String, Object> peer = figures(torch);
    peer.put("version", Engine.getEngine("PyTorch").getVersion());
    fields.put("pytorch", peer);
    fields.put("timeRatio", torch.median() / ours.median());
    fields.put("memoryRatio", (double) ours.peak / torch.peak);
    System.out.println(
        JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(fields));
  }

  private static Map<String, Object> figures(Series series) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("medianSeconds", series.median());
    fields.put("seconds", series.seconds);
    fields.put("peakRssBytes", series.peak);
    return fields;
  }
}
