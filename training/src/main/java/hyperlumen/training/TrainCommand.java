package hyperlumen.training;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import hyperlumen.model.ModelStore;
import hyperlumen.network.Network;
import hyperlumen.network.NetworkSpec;
import hyperlumen.network.Packing;
import hyperlumen.network.onnx.GraphBytes;
import hyperlumen.training.data.GroupSource;
import hyperlumen.training.data.PairCache;
import hyperlumen.training.data.PairFolders;
import hyperlumen.training.data.PairGroups;
import hyperlumen.training.data.PhotoCache;
import hyperlumen.training.data.PicturePair;
import hyperlumen.training.data.RawGroups;
import hyperlumen.training.data.SrgbGroups;
import hyperlumen.training.data.ZrrGroups;
import hyperlumen.training.loop.Growth;
import hyperlumen.training.loop.Loss;
import hyperlumen.training.loop.Trainer;
import hyperlumen.training.loop.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code train}: trains a network on a folder of photos, going on from its checkpoint. */
@Command(name = "train", description = "Trains a network, or goes on with a run.")
final class TrainCommand implements Callable<Integer> {

  /** Pairs of the training part that are held out for validation. */
  private static final int ZRR_VALIDATION = 20;

  @Option(names = "--task", required = true, description = "denoise, isp or isp-display")
  private String task;

  @Option(names = "--network", required = true, description = "such as isp:n=32,e=16,h=256,noise=2")
  private String network;

  @ArgGroup(multiplicity = "1")
  private Data data;

  /** What is trained on: one of these. */
  private static final class Data {
    @Option(names = "--photos", description = "folders with photos that noise is put on")
    private List<Path> photos;

    @Option(
        names = "--set",
        arity = "2",
        paramLabel = "KIND DIR",
        description = "a published set of pairs: zrr (isp-display), sidd or pairs (denoise)")
    private List<String> set;
  }

  @Option(names = "--run", required = true, description = "folder of checkpoint and log")
  private Path run;

  @Option(names = "--cache", description = "folder of the decoded photos")
  private Path cache = Path.of("work", "photos");

  @Option(names = "--steps", description = "steps of the whole schedule")
  private int steps = 1_000_000;

  @Option(
      names = "--minutes",
      description = "length of the whole schedule, all sessions together; 0 counts steps only")
  private double minutes;

  @Option(names = "--groups", description = "filter sets per step")
  private int groups = 1;

  @Option(names = "--patches", description = "patches per filter set")
  private int patches = 2;

  @Option(names = "--side", description = "side of a patch in photo pixels")
  private int side = 192;

  @Option(names = "--rate", description = "highest learning rate")
  private double rate = 1e-3;

  @Option(
      names = "--dropout",
      description = "share of the pooled features dropped at random, against learning by heart")
  private double dropout;

  @Option(
      names = "--loss",
      description =
          "charbonnier, or psnr: every sample counts the same whatever its noise (default:"
              + " charbonnier)")
  private Loss loss = Loss.CHARBONNIER;

  @Option(names = "--ms-ssim", description = "weight of 1 - MS-SSIM in the loss")
  private double msSsim;

  @Option(
      names = "--only-white",
      paramLabel = "SIGMA",
      description = "denoise: only white noise of this deviation (of 255), to compare networks")
  private Double onlyWhite;

  @Option(
      names = "--from",
      description =
          "folder of an exported model to start from; one with fewer channels or blocks grows")
  private Path from;

  @Option(names = "--seed")
  private long seed = 1;

  @Option(names = "--threads", description = "threads of PyTorch")
  private int threads = 2;

  @Override
  public Integer call() throws Exception {
    Engine.getEngine("PyTorch");
    JniUtils.setNumThreads(threads);
    NetworkSpec spec = NetworkSpec.parse(network);
    TrainingPlan plan =
        new TrainingPlan(
            task, spec, steps, minutes, groups, patches, side, rate, dropout, loss, msSsim, seed,
            run);
    GroupSource source = data.set == null ? photos(spec.network()) : set(spec.network());
    new Trainer(plan, source, start(spec.network())).run();
    return 0;
  }

  private GroupSource photos(Network built) throws IOException {
    PhotoCache photoCache = PhotoCache.open(data.photos, cache);
    return built.packing() == Packing.BAYER
        ? new RawGroups(photoCache, task.equals("isp-display"))
        : new SrgbGroups(
            photoCache,
            built.packing(),
            built.noiseInputs(),
            onlyWhite == null ? OptionalDouble.empty() : OptionalDouble.of(onlyWhite));
  }

  private GroupSource set(Network built) throws IOException {
    Path folder = Path.of(data.set.get(1));
    boolean mosaics = data.set.getFirst().equals("zrr");
    if (task.equals("denoise") == mosaics || task.equals("isp")) {
      throw new IOException(
          "the set " + data.set.getFirst() + " does not go with the task " + task);
    }
    return switch (data.set.getFirst()) {
      case "zrr" -> {
        List<PicturePair> pairs = PairFolders.zrr(folder, "train");
        int held = Math.min(ZRR_VALIDATION, pairs.size() / 2);
        yield new ZrrGroups(pairs.subList(held, pairs.size()), pairs.subList(0, Math.max(1, held)));
      }
      case "sidd" -> pairs(PairFolders.sidd(folder), built);
      case "pairs" -> pairs(PairFolders.pairs(folder), built);
      default -> throw new IOException("a set is zrr, sidd or pairs, not " + data.set.getFirst());
    };
  }

  private GroupSource pairs(List<PicturePair> pairs, Network built) throws IOException {
    return new PairGroups(PairCache.open(pairs, cache), built.packing(), built.noiseInputs());
  }

  /** The weights of an exported model, from its two graphs, grown where the network is larger. */
  private Optional<Map<String, float[]>> start(Network built) throws IOException {
    if (from == null) {
      return Optional.empty();
    }
    Map<String, float[]> weights =
        new HashMap<>(GraphBytes.weights(Files.readAllBytes(from.resolve("forward.onnx"))));
    Path predict = from.resolve("predict.onnx");
    if (Files.exists(predict)) {
      weights.putAll(GraphBytes.weights(Files.readAllBytes(predict)));
    }
    Network before = ModelStore.read(from).network();
    return Optional.of(
        before.spec().equals(built.spec()) ? weights : Growth.grow(before, weights, built, seed));
  }
}
