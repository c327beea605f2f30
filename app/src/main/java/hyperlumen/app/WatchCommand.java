package hyperlumen.app;

import hyperlumen.batch.JobQueue;
import hyperlumen.batch.References;
import hyperlumen.batch.WatchedFolder;
import hyperlumen.model.ModelStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Enhances photos as they arrive in a folder, until it is interrupted. */
@Command(
    name = "watch",
    description =
        "Enhances the photos of a folder and those that arrive in it, once each has not changed for"
            + " a while. Ends when it is interrupted.",
    mixinStandardHelpOptions = true)
final class WatchCommand implements Callable<Integer> {

  private static final long LOOK_MILLISECONDS = 500;

  @Parameters(paramLabel = "DIR", description = "The folder to watch.")
  private Path folder;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Output folder.")
  private Path out;

  @Option(
      names = "--settle",
      paramLabel = "SECONDS",
      defaultValue = "3",
      description = "How long a file must not change before it is taken. Default: 3.")
  private double settle;

  @Option(
      names = "--until-idle",
      paramLabel = "SECONDS",
      description = "Ends when nothing has arrived for so long.")
  private Double untilIdle;

  @Option(
      names = "--sidecar",
      description =
          "Writes NAME.EXT.hyperlumen.json beside each result: source, settings, models and cost.")
  private boolean sidecar;

  @Mixin private ProcessingOptions processing;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!Files.isDirectory(folder)) {
      throw new ParameterException(spec.commandLine(), folder + " is not a folder");
    }
    if (InputFiles.identity(folder).equals(InputFiles.identity(out))) {
      throw new ParameterException(spec.commandLine(), "--out is the watched folder itself");
    }
    if (!(settle >= 0 && settle < 3600)) {
      throw new ParameterException(spec.commandLine(), "--settle is from 0 to 3600 seconds");
    }
    PrintWriter err = spec.commandLine().getErr();
    ConsoleProgress progress =
        new ConsoleProgress(err, Boolean.getBoolean("hyperlumen.terminal"), Interruption::isWanted);
    ModelStore store = Assets.models();
    WatchedFolder watched =
        new WatchedFolder(
            folder, InputFiles::isPhoto, Duration.ofMillis(Math.round(settle * 1000)));
    Interruption.setCancellable(true);
    try (JobQueue queue = processing.queue(false, progress)) {
      return watch(watched, queue, store, progress);
    } finally {
      Interruption.setCancellable(false);
    }
  }

  private int watch(
      WatchedFolder watched, JobQueue queue, ModelStore store, ConsoleProgress progress)
      throws IOException, InterruptedException {
    Map<Path, Path> named = new HashMap<>();
    int code = ExitCode.OK;
    long last = System.nanoTime();
    progress.line("watching " + folder);
    while (!Interruption.isWanted()) {
      List<InputFiles.Input> arrived = new ArrayList<>();
      for (Path file : watched.settled()) {
        arrived.add(new InputFiles.Input(file, file.getFileName()));
      }
      if (arrived.isEmpty()) {
        if (untilIdle != null && System.nanoTime() - last > untilIdle * 1e9) {
          return code;
        }
        Thread.sleep(LOOK_MILLISECONDS);
        continue;
      }
      last = System.nanoTime();
      int one = run(arrived, named, queue, store, progress);
      if (one == ExitCode.INTERRUPTED) {
        return one;
      }
      code = Math.max(code, one);
    }
    return ExitCode.INTERRUPTED;
  }

  private int run(
      List<InputFiles.Input> arrived,
      Map<Path, Path> named,
      JobQueue queue,
      ModelStore store,
      ConsoleProgress progress)
      throws IOException {
    List<EnhanceRun.Item> items = new ArrayList<>();
    try {
      // What arrives again, because it was changed, keeps its name.
      List<InputFiles.Input> fresh =
          arrived.stream().filter(input -> !named.containsKey(input.file())).toList();
      List<Path> outputs =
          OutputNames.of(fresh, out, processing.format(), Set.copyOf(named.values()));
      for (int i = 0; i < fresh.size(); i++) {
        named.put(fresh.get(i).file(), outputs.get(i));
      }
      for (InputFiles.Input input : arrived) {
        items.add(new EnhanceRun.Item(input.file(), named.get(input.file())));
      }
    } catch (OutputNames.Refused e) {
      progress.line("not done: " + e.getMessage());
      return ExitCode.FAILED;
    }
    References none = References.of(Optional.empty(), Map.of());
    EnhanceRun run =
        new EnhanceRun(
            queue,
            store,
            processing.runner(processing.options()),
            none,
            progress,
            spec.commandLine().getOut(),
            sidecar);
    return run.all(items, out, processing.settings(store, false), true).code();
  }
}
