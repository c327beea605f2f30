package hyperlumen.app;

import hyperlumen.model.ModelException;
import hyperlumen.photo.PhotoException;
import hyperlumen.progress.CancelledException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
      CompareCommand.class
    },
    footer = "%nWithout a command it opens the window, with FILEs if there are any.")
final class Program implements Runnable {

  @Parameters(arity = "0..*", paramLabel = "FILE", description = "Photos to open in the window.")
  private List<Path> files = new ArrayList<>();

  @Spec private CommandSpec spec;

  /**
   * Runs one command.
   *
   * @param out receives results and nothing else
   * @param err receives progress and messages
   * @return an {@link ExitCode}
   */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine line = new CommandLine(new Program());
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

  @Override
  public void run() {
    for (Path file : files) {
      if (!Files.exists(file)) {
        throw new CommandLine.ParameterException(
            spec.commandLine(), "'" + file + "' is neither a command nor a file");
      }
    }
    throw new CommandLine.ParameterException(spec.commandLine(), "the window is not built in yet");
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
    public String[] getVersion() {
      return new String[] {"hyperlumen " + Version.number() + " (" + Version.commit() + ")"};
    }
  }
}
