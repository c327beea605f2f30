package hyperlumen.training.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What one network reached in the double descent experiment; errors are 1 - MS-SSIM.
 *
 * @param network specification
 * @param parameters learned numbers
 * @param teraflop on 12.6 megapixels as the paper counts
 * @param steps done
 * @param seconds of training
 * @param trainError on the patches trained on
 * @param testError on patches of other photos
 */
record DescentPoint(
    String network,
    long parameters,
    double teraflop,
    int steps,
    double seconds,
    double trainError,
    double testError) {

  private static final String HEADING =
      "network,parameters,teraflop,steps,seconds,train_error,test_error";

  /** Specifications have commas of their own. */
  private static final String QUOTE = "\"";

  /** Whether its filters are predicted. */
  boolean isHyper() {
    return !network.startsWith("isp-plain");
  }

  /** Writes all points as CSV. */
  static void write(List<DescentPoint> points, Path file) throws IOException {
    List<String> lines = new ArrayList<>(List.of(HEADING));
    for (DescentPoint p : points) {
      lines.add(
          String.format(
              Locale.ROOT,
              "\"%s\",%d,%.5f,%d,%.0f,%.5f,%.5f",
              p.network,
              p.parameters,
              p.teraflop,
              p.steps,
              p.seconds,
              p.trainError,
              p.testError));
    }
    Files.write(file, lines);
  }

  /** Reads what {@link #write} wrote. */
  static List<DescentPoint> read(Path file) throws IOException {
    List<DescentPoint> points = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty() || !lines.getFirst().equals(HEADING)) {
      throw new IOException(file + " is no result of double-descent");
    }
    for (String line : lines.subList(1, lines.size())) {
      int end = line.indexOf(QUOTE, 1);
      String[] cells = line.substring(end + 2).split(",", -1);
      try {
        points.add(
            new DescentPoint(
                line.substring(1, end),
                Long.parseLong(cells[0]),
                Double.parseDouble(cells[1]),
                Integer.parseInt(cells[2]),
                Double.parseDouble(cells[3]),
                Double.parseDouble(cells[4]),
                Double.parseDouble(cells[5])));
      } catch (IndexOutOfBoundsException | NumberFormatException e) {
        throw new IOException(file + " has a line that is no result: " + line, e);
      }
    }
    return points;
  }
}
