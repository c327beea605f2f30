package hyperlumen.training;

import hyperlumen.training.evaluate.EvaluateCommand;
import hyperlumen.training.paper.DoubleDescentCommand;
import hyperlumen.training.paper.MeasureCommand;
import hyperlumen.training.paper.PaperCommand;
import hyperlumen.training.paper.PlotCommand;
import hyperlumen.training.peer.PeerCommand;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of the training module. */
@Command(
    name = "hyperlumen-training",
    mixinStandardHelpOptions = true,
    subcommands = {
      TrainCommand.class,
      ExportCommand.class,
      EvaluateCommand.class,
      PaperCommand.class,
      MeasureCommand.class,
      DoubleDescentCommand.class,
      PlotCommand.class,
      PeerCommand.class
    })
public final class Main {

  /**
   * DJL tells where it found what. Kept, since the log forgets the level of a logger nobody holds.
   */
  private static final Logger DJL = Logger.getLogger("ai.djl");

  private Main() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] arguments) {
    System.setProperty("ai.djl.offline", "true");
    DJL.setLevel(Level.WARNING);
    System.exit(
        new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true).execute(arguments));
  }
}
