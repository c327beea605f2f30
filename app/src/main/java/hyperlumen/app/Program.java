package hyperlumen.app;

import hyperlumen.batch.BatchException;
import hyperlumen.model.ModelException;
import hyperlumen.photo.PhotoException;
import hyperlumen.progress.CancelledException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command line as a whole; with nothing but files (or nothing at all) it opens the window. */
@Command(
    name = "hyperlumen",
    description = "Makes photographs better with HyperConvolution networks on the CPU.",
    mixinStandardHelpOptions = true,
    versionProvider = Program.Versions.class,
    subcommands = {
      EnhanceCommand.class,
      InspectCommand.class,
      ModelsCommand.class,
      CostCommand.class,
      CompareCommand.class,
      BenchCommand.class,
      ReportCommand.class,
      WatchCommand.class
    },
    footer = "%nWithout a command it opens the window, with FILEs if there are any.")
final class Program implements Callable<Integer> {

  @Parameters(arity = "0..*", paramLabel = "FILE", description = "Photos to open in the window.")
  private List<Path> files = new ArrayList<>();

  @Spec private CommandSpec spec;

  private final Window window;

  private Program(Window window) {
    this.window = window;
  }

  /** The desktop window. */
  @FunctionalInterface
  interface Window {
    /** Opens it with these photos and returns when it is closed. */
    void open(List<Path> files) throws IOException;
  }

  /**
   * Runs one command.
   *
   * @param out receives results and nothing else
   * @param err receives progress and messages
   * @param window what opens where no command is given
   * @return an {@link ExitCode}
   */
  static int run(PrintWriter out, PrintWriter err, Window window, String... arguments) {
    CommandLine line = new CommandLine(new Program(window));
    line.setOut(out);
    line.setErr(err);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(Program::wrongUsage);
    line.setExecutionExceptionHandler(Program::failure);
    int code = line.execute(arguments);
    out.flush();
    err.flush();
    return code;
  }

  /** The command line for reading its description; it cannot open a window. */
  static CommandLine describe() {
    return new CommandLine(
        new Program(
            files -> {
              throw new IllegalStateException("this command line only describes itself");
            }));
  }

  @Override
  public Integer call() throws IOException {
    for (Path file : files) {
      if (!Files.exists(file)) {
        throw new CommandLine.ParameterException(
            spec.commandLine(), "'" + file + "' is neither a command nor a file");
      }
    }
    window.open(files);
    return ExitCode.OK;
  }

  private static int wrongUsage(CommandLine.ParameterException e, String[] arguments) {
    CommandLine line = e.getCommandLine();
    String name = line.getCommandSpec().qualifiedName();
    line.getErr().println("hyperlumen: " + e.getMessage());
    line.getErr().println("Try '" + name + " --help'.");
    return ExitCode.USAGE;
  }

  private static int failure(Exception e, CommandLine line, ParseResult parsed) throws Exception {
    String message = e instanceof CancelledException ? "interrupted" : e.getMessage();
    boolean worded =
        e instanceof CancelledException
            || e instanceof PhotoException
            || e instanceof BatchException
            || e instanceof ModelException;
    if (!worded) {
      throw e; // A defect: its stack trace is wanted.
    }
    line.getErr().println("hyperlumen: " + message);
    return e instanceof CancelledException ? ExitCode.INTERRUPTED : ExitCode.FAILED;
  }

  /** Answers --version. */
  static final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
      List<String> lines = new ArrayList<>();
      lines.add("hyperlumen " + Version.number() + " (" + Version.commit() + ")");
      for (Map.Entry<String, String> model : Assets.hashes().entrySet()) {
        lines.add(model.getKey() + " " + model.getValue());
      }
      return lines.toArray(String[]::new);
    }
  }
}
