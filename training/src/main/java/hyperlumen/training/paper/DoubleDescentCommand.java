package hyperlumen.training.paper;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import hyperlumen.network.CostModel;
import hyperlumen.network.Network;
import hyperlumen.network.NetworkSpec;
import hyperlumen.training.data.FixedPatches;
import hyperlumen.training.data.PhotoCache;
import hyperlumen.training.loop.Loss;
import hyperlumen.training.loop.TrainedRun;
import hyperlumen.training.loop.Trainer;
import hyperlumen.training.loop.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code double-descent}: trains networks of one FLOP count and growing hidden layers, and plain
 * twins of growing width, on few patches, and tests them on other photos (section 5.2 of the
 * paper). Runs that are done are not repeated; one that was stopped goes on.
 */
@Command(
    name = "double-descent",
    description = "Trains networks of growing size on 200 patches and tests how they generalise.",
    mixinStandardHelpOptions = true)
public final class DoubleDescentCommand implements Callable<Integer> {

  private static final long WIDTH = 4096;
  private static final long HEIGHT = 3072;

  @Option(names = "--photos", required = true, description = "Folders with photos.")
  private List<Path> photos;

  @Option(names = "--cache", description = "Folder of the decoded photos.")
  private Path cache = Path.of("work", "photos");

  @Option(names = "--work", description = "Receives the runs.")
  private Path work = Path.of("work", "double-descent");

  @Option(names = "--csv", description = "The result; a plot of the same name with the ending svg.")
  private Path csv = Path.of("work", "double-descent.csv");

  @Option(names = "--hidden", split = ",", description = "Hidden units of the HyperConvolutions.")
  private List<Integer> hidden = List.of(1, 4, 16, 64, 128, 256, 512, 1024);

  @Option(names = "--widths", split = ",", description = "Channels of the plain twins.")
  private List<Integer> widths = List.of(8, 12, 16, 24, 32, 48);

  @Option(names = "--minutes", description = "Length of one run.")
  private double minutes = 10;

  @Option(names = "--steps", description = "Most steps of one run.")
  private int steps = 1_000_000;

  @Option(names = "--patches", description = "Patches to train on.")
  private int patches = 200;

  @Option(names = "--test", description = "Patches to test on.")
  private int test = 64;

  @Option(names = "--batch", description = "Patches per step.")
  private int batch = 4;

  @Option(names = "--side", description = "Side of a patch in photo pixels, at least 176.")
  private int side = 192;

  @Option(names = "--rate", description = "Highest learning rate.")
  private double rate = 1e-3;

  @Option(names = "--ms-ssim", description = "Weight of 1 - MS-SSIM in the loss.")
  private double msSsim = 0.4;

  @Option(names = "--seed")
  private long seed = 1;

  @Option(names = "--threads", description = "Threads of PyTorch.")
  private int threads = 1;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Engine.getEngine("PyTorch");
    JniUtils.setNumThreads(threads);
    FixedPatches source =
        new FixedPatches(PhotoCache.open(photos, cache), patches, test, side, seed);
    List<DescentPoint> points = new ArrayList<>();
    for (String spec : specs()) {
      points.add(run(spec, source));
      write(points);
      DescentPoint p = points.getLast();
      System.out.printf(
          Locale.ROOT,
          "%s: %d parameters, %d steps, 1 - MS-SSIM %.4f in training, %.4f in the test%n",
          spec,
          p.parameters(),
          p.steps(),
          p.trainError(),
          p.testError());
    }
    return 0;
  }

  private List<String> specs() {
    return Stream.concat(
            hidden.stream().map(h -> "isp:n=8,e=8,h=" + h),
            widths.stream().map(n -> "isp-plain:n=" + n))
        .toList();
  }

  private DescentPoint run(String spec, FixedPatches source)
      throws IOException, InterruptedException {
    NetworkSpec parsed = NetworkSpec.parse(spec);
    Path folder = work.resolve(spec.replaceAll("[^a-z0-9]+", "-"));
    TrainingPlan plan =
        new TrainingPlan(
            "isp-display",
            parsed,
            steps,
            minutes,
            batch,
            1,
            side,
            rate,
            0,
            Loss.CHARBONNIER,
            msSsim,
            seed,
            folder);
    new Trainer(plan, source, Optional.empty()).run();
    TrainedRun trained = TrainedRun.read(folder);
    Network network = parsed.network();
    CostModel cost = CostModel.of(network);
    return new DescentPoint(
        spec,
        cost.parameters(),
        cost.paperFlop(WIDTH, HEIGHT) / 1e12,
        trained.step(),
        trained.seconds(),
        PatchError.of(network, trained.weights(), some(source)),
        PatchError.of(network, trained.weights(), source.test()));
  }

  /** As many training patches as there are test patches: enough for a mean. */
  private List<hyperlumen.training.data.Group> some(FixedPatches source) {
    int count = Math.min(test, source.training().size());
    return IntStream.range(0, count).mapToObj(source.training()::get).toList();
  }

  private void write(List<DescentPoint> points) throws IOException {
    if (csv.toAbsolutePath().getParent() != null) {
      Files.createDirectories(csv.toAbsolutePath().getParent());
    }
    DescentPoint.write(points, csv);
    PlotCommand.draw(points, csv);
  }
}
