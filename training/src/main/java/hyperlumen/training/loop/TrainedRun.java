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
 * @param command that trained it; where there were several, each with the step it began at
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
  private static final String FROM_STEP = "fromStep";
  private static final String PIXELS_BEFORE = "pixelsBefore";

  /** Reads checkpoint and plan. */
  public static TrainedRun read(Path folder) throws IOException {
    Properties plan = new Properties();
    try (Reader reader = Files.newBufferedReader(folder.resolve(PLAN))) {
      plan.load(reader);
    }
    Checkpoint checkpoint = Checkpoint.read(folder);
    return new TrainedRun(
        plan.getProperty("task"),
        plan.getProperty("network"),
        Integer.parseInt(plan.getProperty("side")),
        checkpoint.step(),
        checkpoint.seconds(),
        pixels(plan, checkpoint.step()) / 1e6,
        plan.getProperty("command"),
        checkpoint.averages());
  }

  /** Pixels of patches seen until a step, also where earlier commands had other patches. */
  private static double pixels(Properties plan, int step) {
    double side = Integer.parseInt(plan.getProperty("side"));
    int inStep =
        Integer.parseInt(plan.getProperty("groups"))
            * Integer.parseInt(plan.getProperty("patches"));
    int first = Integer.parseInt(plan.getProperty(FROM_STEP, "0"));
    return Double.parseDouble(plan.getProperty(PIXELS_BEFORE, "0"))
        + (step - first) * inStep * side * side;
  }

  /**
   * Writes the plan beside the checkpoint. A run that goes on keeps the commands before, the step
   * from which each one held, and the pixels seen until then.
   */
  static void writePlan(TrainingPlan plan, int firstStep) throws IOException {
    Path file = plan.folder().resolve(PLAN);
    String command = plan.command();
    double pixelsBefore = 0;
    if (firstStep > 0 && Files.exists(file)) {
      Properties before = new Properties();
      try (Reader reader = Files.newBufferedReader(file)) {
        before.load(reader);
      }
      pixelsBefore = pixels(before, firstStep);
      String commands = before.getProperty("command", "");
      command =
          commands.endsWith(command)
              ? commands
              : commands + "; from step " + firstStep + ": " + command;
    }
    Properties properties = new Properties();
    properties.setProperty("task", plan.task());
    properties.setProperty("network", plan.spec().text());
    properties.setProperty("side", Integer.toString(plan.side()));
    properties.setProperty("groups", Integer.toString(plan.groups()));
    properties.setProperty("patches", Integer.toString(plan.patches()));
    properties.setProperty("command", command);
    properties.setProperty(FROM_STEP, Integer.toString(firstStep));
    properties.setProperty(PIXELS_BEFORE, Double.toString(pixelsBefore));
    try (java.io.Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
    }
  }
}
