package hyperlumen.training.paper;

import com.fasterxml.jackson.databind.ObjectMapper;
import hyperlumen.enhance.EnhanceOptions;
import hyperlumen.model.Model;
import hyperlumen.model.ModelStore;
import hyperlumen.photo.Size;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code measure}: runs a model once and prints what it took as one line of JSON; a process of its
 * own, so that memory is the run's alone.
 */
@Command(name = "measure", hidden = true)
public final class MeasureCommand implements Callable<Integer> {

  private static final String MARK = "measured ";
  private static final long MEMORY = 1L << 30;

  @Option(names = "--models", required = true)
  private Path models;

  @Option(names = "--width", required = true)
  private int width;

  @Option(names = "--height", required = true)
  private int height;

  @Option(names = "--threads", required = true)
  private int threads;

  @Override
  public Integer call() throws IOException {
    Model model = ModelStore.open(models).get(RandomModel.ID);
    EnhanceOptions options = EnhanceOptions.defaults().withThreads(threads).withMemoryBytes(MEMORY);
    Measurement measured = Measurement.of(model, new Size(width, height), options);
    System.out.println(MARK + new ObjectMapper().writeValueAsString(measured));
    return 0;
  }

  /** Runs it in a virtual machine like this one. */
  static Measurement inProcess(Path models, Size size, int threads)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("hyperlumen.training.Main", "measure", "--models", models + ""));
    command.addAll(List.of("--width", size.width() + "", "--height", size.height() + ""));
    command.addAll(List.of("--threads", threads + ""));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    process.getOutputStream().close();
    String output =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    int code = process.waitFor();
    for (String line : output.split("\n", -1)) {
      if (line.startsWith(MARK)) {
        return new ObjectMapper().readValue(line.substring(MARK.length()), Measurement.class);
      }
    }
    throw new IOException("the measurement ended with code " + code + " and said: " + output);
  }
}
