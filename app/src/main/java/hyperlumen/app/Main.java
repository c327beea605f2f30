package hyperlumen.app;

import hyperlumen.batch.JobQueue;
import hyperlumen.enhance.EnhanceOptions;
import hyperlumen.model.ModelStore;
import hyperlumen.runtime.CacheFolder;
import hyperlumen.ui.service.BatchService;
import hyperlumen.ui.service.EnhanceService;
import hyperlumen.ui.service.LocalBatchService;
import hyperlumen.ui.service.LocalEnhanceService;
import hyperlumen.ui.service.LocalModelLibrary;
import hyperlumen.ui.studio.StudioApplication;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/** Entry point: the command line, or the window where there is nothing but files. */
public final class Main {

  private Main() {}

  /** Runs one command and exits with its code; see {@link ExitCode}. */
  public static void main(String[] arguments) {
    // Before any class of DJL is loaded: it would ask the network where it runs.
    System.setProperty("ai.djl.offline", "true");
    PrintWriter out = new PrintWriter(System.out, true, System.out.charset());
    PrintWriter err = new PrintWriter(System.err, true, System.err.charset());
    Interruption.listen();
    System.exit(Program.run(out, err, Main::openWindow, arguments));
  }

  /** The whole command line as picocli describes it: for the manual page and for completion. */
  public static CommandLine commandLine() {
    return Program.describe();
  }

  /** Semantic version, such as "0.1.0". */
  public static String version() {
    return Version.number();
  }

  private static void openWindow(List<Path> files) throws IOException {
    // What the about box shows.
    System.setProperty("hyperlumen.version", Version.number() + " (" + Version.commit() + ")");
    ModelStore store = Assets.models();
    EnhanceService service =
        new LocalEnhanceService(
            store,
            CacheFolder.path().resolve("scratch"),
            EnhanceOptions.defaults(),
            Version.software());
    BatchService batch =
        new LocalBatchService(
            JobQueue.defaultFile(), store, EnhanceOptions.defaults(), Version.software());
    StudioApplication.launch(
        files,
        service,
        new LocalModelLibrary(store),
        batch,
        Assets.samples(),
        StartProbe::windowShown);
  }
}
