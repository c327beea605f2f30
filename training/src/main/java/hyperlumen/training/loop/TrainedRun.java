package hyperlumen.training.loop;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * A run as its folder tells it.
 *
 * @param task denoise or isp
 * @param network the specification
 * @param side of a patch in photo pixels
 * @param step steps done
 * @param seconds of training
 * @param megapixels of patches seen
 * @param command that trained it
 * @param weights averaged over the last steps
 */
public record TrainedRun(
    String task,
    String network,
    int side,
    int step,
    double seconds,
    double megapixels,
    String command,
    Map<String, float[]> weights) {

  private static final String PLAN = "plan.properties";

  /** Reads checkpoint and plan. */
  public static TrainedRun read(Path folder) throws IOException {
    Properties plan = new Properties();
    try (Reader reader = Files.newBufferedReader(folder.resolve(PLAN))) {
      plan.load(reader);
    }
    Checkpoint checkpoint = Checkpoint.read(folder);
    int side = Integer.parseInt(plan.getProperty("side"));
    int groups = Integer.parseInt(plan.getProperty("groups"));
    int patches = Integer.parseInt(plan.getProperty("patches"));
    return new TrainedRun(
        plan.getProperty("task"),
        plan.getProperty("network"),
        side,
        checkpoint.step(),
        checkpoint.seconds(),
        (double) checkpoint.step() * groups * patches * side * side / 1e6,
        plan.getProperty("command"),
        checkpoint.averages());
  }

  /** Writes the plan beside the checkpoint. */
  static void writePlan(TrainingPlan plan) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("task", plan.task());
    properties.setProperty("network", plan.spec().text());
    properties.setProperty("side", Integer.toString(plan.side()));
    properties.setProperty("groups", Integer.toString(plan.groups()));
    properties.setProperty("patches", Integer.toString(plan.patches()));
    properties.setProperty("command", plan.command());
    try (java.io.Writer writer = Files.newBufferedWriter(plan.folder().resolve(PLAN))) {
      properties.store(writer, null);
    }
  }
}
