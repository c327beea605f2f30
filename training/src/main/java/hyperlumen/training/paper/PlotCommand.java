package hyperlumen.training.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code plot}: draws the result of {@code double-descent} again. */
@Command(
    name = "plot",
    description = "Draws a result of double-descent as SVG beside it.",
    mixinStandardHelpOptions = true)
public final class PlotCommand implements Callable<Integer> {

  @Parameters(paramLabel = "CSV", description = "What double-descent wrote.")
  private Path csv;

  @Override
  public Integer call() throws IOException {
    System.out.println("wrote " + draw(DescentPoint.read(csv), csv));
    return 0;
  }

  /** Draws the points beside their table. */
  static Path draw(List<DescentPoint> points, Path csv) throws IOException {
    String name = csv.getFileName().toString().replaceFirst("\\.csv$", "");
    return Files.writeString(csv.resolveSibling(name + ".svg"), DescentPlot.of(points));
  }
}
