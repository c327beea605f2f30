package hyperlumen.training.loop;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import hyperlumen.network.Network;
import hyperlumen.network.SignalCode;
import hyperlumen.training.data.Group;
import hyperlumen.training.data.GroupSource;
import hyperlumen.training.torch.Scalars;
import hyperlumen.training.torch.TorchNetwork;
import hyperlumen.training.torch.TorchParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Trains one network by the plan's loss, optionally with MS-SSIM; writes a checkpoint every few
 * minutes and a CSV log, and goes on from the checkpoint it finds.
 */
public final class Trainer {

  private static final String ENGINE = "PyTorch";
  private static final double CHECKPOINT_SECONDS = 180;
  private static final int LOG_STEPS = 50;
  private static final int VALIDATION_STEPS = 2000;
  private static final int VALIDATION_SIDE = 512;

  /** Windows of a validation picture, on a square grid. */
  private static final int GRID = 4;

  private static final int WINDOWS = GRID * GRID;

  private final TrainingPlan plan;
  private final GroupSource source;
  private final Network network;
  private final Optional<Map<String, float[]>> start;
  private Scalars scalars;

  /**
   * Prepares a run.
   *
   * @param start values to begin with where there is no checkpoint, such as an exported model's
   */
  public Trainer(TrainingPlan plan, GroupSource source, Optional<Map<String, float[]>> start) {
    this.plan = plan;
    this.source = source;
    this.network = plan.spec().network();
    this.start = start;
  }

  /** Runs until the plan's last step or minute or until the thread is interrupted. */
  public void run() throws IOException, InterruptedException {
    Files.createDirectories(plan.folder());
    try (NDManager base = NDManager.newBaseManager(Device.cpu(), ENGINE)) {
      scalars = new Scalars(base);
      Optional<Checkpoint> found =
          Checkpoint.exists(plan.folder())
              ? Optional.of(Checkpoint.read(plan.folder()))
              : Optional.empty();
      TorchParameters parameters =
          found
              .map(Checkpoint::values)
              .or(() -> start)
              .map(values -> TorchParameters.of(network, base, values))
              .orElseGet(() -> TorchParameters.initialise(network, base, plan.seed()));
      Adam adam = new Adam(base, parameters.all().values());
      Average average = new Average();
      average.start(parameters.values());
      found.ifPresent(
          checkpoint -> {
            checkpoint.restore(parameters, adam);
            average.start(checkpoint.averages());
          });
      int first = found.map(Checkpoint::step).orElse(0);
      TrainedRun.writePlan(plan, first);
      double before = found.map(Checkpoint::seconds).orElse(0.0);
      steps(base, parameters, adam, average, first, before);
    }
  }

  private void steps(
      NDManager base,
      TorchParameters parameters,
      Adam adam,
      Average average,
      int first,
      double secondsBefore)
      throws IOException, InterruptedException {
    TorchNetwork torch = new TorchNetwork(network, parameters, scalars);
    torch.dropFeatures(plan.dropout(), new SplittableRandom(plan.seed() + first));
    long started = System.nanoTime();
    double lastCheckpoint = secondsBefore;
    double lossSum = 0;
    double lastLog = secondsBefore;
    try (Prefetch data = new Prefetch(plan, source, first)) {
      double elapsed = secondsBefore;
      for (int step = first; !plan.over(step, elapsed); step++) {
        List<Group> groups = data.next();
        double rate = plan.rate(step, elapsed);
        lossSum += step(base, torch, adam, groups, step, rate);
        if (step % Average.INTERVAL == 0) {
          average.update(parameters, step);
        }
        double seconds = secondsBefore + (System.nanoTime() - started) / 1e9;
        elapsed = seconds;
        int done = step + 1;
        if (done % LOG_STEPS == 0) {
          log(done, seconds, seconds - lastLog, lossSum / LOG_STEPS, rate);
          lossSum = 0;
          lastLog = seconds;
        }
        boolean last = plan.over(done, seconds);
        if (last || done % VALIDATION_STEPS == 0) {
          validate(base, average, done, seconds);
        }
        if (last || seconds - lastCheckpoint > CHECKPOINT_SECONDS) {
          Checkpoint.of(done, seconds, parameters, adam, average).write(plan.folder());
          lastCheckpoint = seconds;
        }
      }
    }
  }

  private double step(
      NDManager base, TorchNetwork torch, Adam adam, List<Group> groups, int step, double rate) {
    double value;
    List<Group> runs = network.isHyper() ? groups : List.of(Group.joined(groups));
    try (NDManager scope = base.newSubManager()) {
      torch.parameters().all().values().forEach(p -> p.tempAttach(scope));
      try (GradientCollector collector = Engine.getEngine(ENGINE).newGradientCollector()) {
        NDArray total = null;
        for (Group group : runs) {
          NDArray loss = loss(torch, scope, group);
          total = total == null ? loss : total.add(loss);
        }
        NDArray mean = total.mul(scalars.of(1.0 / runs.size()));
        collector.backward(mean);
        value = mean.getFloat();
      }
    }
    double norm = adam.update(step, rate);
    if (!Double.isFinite(norm)) {
      System.err.printf(Locale.ROOT, "step %d skipped: the gradient is %s%n", step, norm);
    }
    return value;
  }

  private NDArray loss(TorchNetwork torch, NDManager scope, Group group) {
    NDArray output = forward(torch, scope, group);
    NDArray target = scope.create(group.target(), output.getShape());
    NDArray loss = plan.loss().of(output, target, scalars);
    if (plan.msSsim() > 0) {
      loss = loss.add(MsSsimLoss.of(output, target, scalars).mul(scalars.of(plan.msSsim())));
    }
    return loss;
  }

  private static NDArray forward(TorchNetwork torch, NDManager scope, Group group) {
    return torch.run(input(torch, scope, group), noise(scope, group));
  }

  private static NDArray input(TorchNetwork torch, NDManager scope, Group group) {
    int planes = torch.network().packing().planes();
    int side = group.inputSide();
    return scope.create(group.input(), new Shape(group.patches(), planes, side, side));
  }

  private static NDArray noise(NDManager scope, Group group) {
    return scope.create(group.noise(), new Shape(1, group.noise().length));
  }

  /** The network on one whole picture, with filters from windows of the training patches' side. */
  private NDArray whole(TorchNetwork torch, NDManager scope, Group picture) {
    NDArray input = input(torch, scope, picture);
    if (!torch.network().isHyper()) {
      return torch.run(input, noise(scope, picture));
    }
    int side = Math.min(plan.side() / torch.network().packing().factor(), picture.inputSide());
    NDList windows = new NDList();
    for (int i = 0; i < WINDOWS; i++) {
      int y = (picture.inputSide() - side) * (i / GRID) / (GRID - 1);
      int x = (picture.inputSide() - side) * (i % GRID) / (GRID - 1);
      windows.add(
          input.get(String.format(Locale.ROOT, ":, :, %d:%d, %d:%d", y, y + side, x, x + side)));
    }
    return torch.run(input, NDArrays.concat(windows, 0), noise(scope, picture));
  }

  private void log(int step, double seconds, double interval, double loss, double rate)
      throws IOException {
    double pixels = (double) LOG_STEPS * plan.groups() * plan.patches() * plan.side() * plan.side();
    double left = (plan.steps() - step) * interval / LOG_STEPS;
    if (plan.minutes() > 0) {
      left = Math.min(left, 60 * plan.minutes() - seconds);
    }
    String line =
        String.format(
            Locale.ROOT,
            "%d,%.0f,%.6f,%.3g,%.3f%n",
            step,
            seconds,
            loss,
            rate,
            pixels / interval / 1e6);
    Path log = plan.folder().resolve("log.csv");
    if (!Files.exists(log)) {
      Files.writeString(log, "step,seconds,loss,rate,megapixels_per_second\n");
    }
    Files.writeString(log, line, StandardOpenOption.APPEND);
    System.out.printf(
        Locale.ROOT,
        "step %d of %d, loss %.5f, %.2f MPix/s, %.0f min left%n",
        step,
        plan.steps(),
        loss,
        pixels / interval / 1e6,
        left / 60);
  }

  /** PSNR in the network's code on the centres of the photos held out, by noise level. */
  private void validate(NDManager base, Average average, int step, double seconds)
      throws IOException {
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%d,%.0f", step, seconds));
    try (NDManager scope = base.newSubManager()) {
      TorchNetwork torch =
          new TorchNetwork(network, TorchParameters.of(network, scope, average.values()), scalars);
      for (double level : source.validationLevels()) {
        double sum = 0;
        double input = 0;
        for (Group group : source.validation(VALIDATION_SIDE, level)) {
          try (NDManager one = scope.newSubManager()) {
            sum += psnr(whole(torch, one, group).toFloatArray(), group.target());
          }
          input++;
        }
        line.append(String.format(Locale.ROOT, ",%.3f", sum / input));
      }
    }
    Path file = plan.folder().resolve("validation.csv");
    if (!Files.exists(file)) {
      StringBuilder head = new StringBuilder("step,seconds");
      for (double level : source.validationLevels()) {
        head.append(",psnr_").append(level);
      }
      Files.writeString(file, head + "\n", StandardCharsets.UTF_8);
    }
    Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
    System.out.println("validation " + line);
  }

  private double psnr(float[] output, float[] target) {
    SignalCode code = plan.code();
    float[] a = output.clone();
    float[] b = target.clone();
    code.decode(a, 0, a.length);
    code.decode(b, 0, b.length);
    double squares = 0;
    for (int i = 0; i < a.length; i++) {
      double d = Math.clamp(a[i], 0f, 1f) - b[i];
      squares += d * d;
    }
    return -10 * Math.log10(Math.max(squares / a.length, 1e-12));
  }
}
