package hyperlumen.training.paper;

import hyperlumen.network.CostModel;
import hyperlumen.network.Layer;
import hyperlumen.network.Network;
import hyperlumen.network.NetworkSpec;
import hyperlumen.network.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The paper's tables with our figures beside its own, as Markdown. */
final class PaperText {

  private static final String TEMPLATE = "paper.md";

  /** The size the paper's FLOP stand for. */
  private static final long WIDTH = 4096;

  private static final long HEIGHT = 3072;
  private static final double PIXELS = (double) WIDTH * HEIGHT;

  /** The size the memory column of table 1 stands for: ZRR's camera. */
  private static final long CAMERA_WIDTH = 3968;

  private static final long CAMERA_HEIGHT = 2976;

  private static final int WINDOWS = 16;
  private static final int WINDOW = 256;
  private static final double GIB = 1L << 30;

  private static final List<String> HEADING1 =
      List.of(
          "network",
          "parameters, M",
          "FLOP, T",
          "useful FLOP, T",
          "outputs, GiB",
          "CPU seconds",
          "of which once per photo",
          "measured on",
          "peak, GiB",
          "PSNR",
          "MS-SSIM",
          "SSIM");

  private static final List<String> HEADING2 =
      List.of(
          "network",
          "parameters with noise network, M",
          "FLOP, counted like the paper",
          "denoiser, 1 per MAC",
          "denoiser, 2 per MAC",
          "outputs, GiB",
          "CPU seconds",
          "of which once per photo",
          "measured on",
          "peak, GiB",
          "PSNR");

  private PaperText() {}

  /**
   * The whole document.
   *
   * @param measured by specification, as far as it was
   * @param machine it was measured on, in words
   */
  static String of(PaperTables tables, Map<String, Measurement> measured, String machine)
      throws IOException {
    try (InputStream in = PaperText.class.getResourceAsStream(TEMPLATE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("{source}", tables.source())
          .replace("{machine}", machine)
          .replace("{table1}", table1(tables, measured))
          .replace("{table2}", table2(tables, measured));
    }
  }

  private static String table1(PaperTables tables, Map<String, Measurement> measured) {
    List<List<String>> rows = new ArrayList<>();
    for (PaperTables.Row row : tables.table1()) {
      List<String> cells = new ArrayList<>(List.of(row.name()));
      if (row.pynet()) {
        cells.add(both(row.parameters(), PyNet.parameters() / 1e6));
        cells.add(both(row.flop(), 2 * PyNet.mac(PIXELS) / 1e12));
        cells.add("");
        cells.add(both(row.memory(), PyNet.outputBytes(CAMERA_WIDTH * CAMERA_HEIGHT) / GIB));
        cells.add(both(row.seconds(), seconds(measured.get(PaperCommand.PYNET), PIXELS)));
        cells.addAll(List.of("", "its convolutions on a tile, PyTorch", ""));
      } else if (row.spec() != null) {
        CostModel cost = CostModel.of(NetworkSpec.parse(row.spec()).network());
        Measurement m = measured.get(row.spec());
        double outputs = cost.convolutionOutputBytes(CAMERA_WIDTH, CAMERA_HEIGHT);
        cells.add(both(row.parameters(), cost.parameters() / 1e6));
        cells.add(both(row.flop(), cost.paperFlop(WIDTH, HEIGHT) / 1e12));
        cells.add(number(cost.usefulFlop(WIDTH, HEIGHT, WINDOWS, WINDOW) / 1e12));
        cells.add(both(row.memory(), outputs / GIB));
        cells.add(both(row.seconds(), seconds(m, PIXELS)));
        cells.addAll(measuredOn(m));
      } else {
        cells.addAll(List.of(text(row.parameters()), text(row.flop()), "", text(row.memory())));
        cells.addAll(List.of(text(row.seconds()), "", "", ""));
      }
      cells.addAll(List.of(text(row.psnr()), text(row.msSsim()), text(row.ssim())));
      rows.add(cells);
    }
    return table(HEADING1, rows);
  }

  private static String table2(PaperTables tables, Map<String, Measurement> measured) {
    List<List<String>> rows = new ArrayList<>();
    for (PaperTables.Row row : tables.table2()) {
      NetworkSpec spec = NetworkSpec.parse(row.spec());
      Network network = spec.network();
      CostModel cost = CostModel.of(network);
      CostModel sigma = CostModel.of(spec.sigmaNetwork());
      double mac = cost.paperFlop(WIDTH, HEIGHT) / 2;
      double noiseMac = sigma.paperFlop(WIDTH, HEIGHT) / 2;
      Measurement m = measured.get(row.spec());
      List<String> cells = new ArrayList<>(List.of(row.name()));
      cells.add(both(row.parameters(), (cost.parameters() + sigma.parameters()) / 1e6));
      cells.add(both(row.flop(), (mac + noiseMac + 3 * transposedMac(network) * PIXELS) / 1e12));
      cells.add(number(mac / 1e12));
      cells.add(number(2 * mac / 1e12));
      cells.add(both(row.memory(), cost.convolutionOutputBytes(1024, 1024) / GIB));
      cells.add(both(row.seconds(), seconds(m, 1e6)));
      cells.addAll(measuredOn(m));
      cells.add(text(row.psnr()));
      rows.add(cells);
    }
    return table(HEADING2, rows);
  }

  /** Multiplications of the transposed convolutions per pixel, each once. */
  static double transposedMac(Network network) {
    Map<String, Double> areas = network.areas();
    double mac = 0;
    for (Layer layer : network.layers()) {
      if (layer.operation() instanceof Operation.TransposedConvolution t) {
        mac += (double) t.in() * t.out() * areas.get(layer.name());
      }
    }
    return mac;
  }

  private static String table(List<String> heading, List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    text.append("| ").append(String.join(" | ", heading)).append(" |\n");
    text.append("|---".repeat(heading.size())).append('|');
    for (List<String> row : rows) {
      text.append("\n| ").append(String.join(" | ", row)).append(" |");
    }
    return text.toString();
  }

  private static double seconds(Measurement m, double pixels) {
    return m == null ? Double.NaN : m.secondsOn(pixels);
  }

  private static List<String> measuredOn(Measurement m) {
    return m == null
        ? List.of("", "", "")
        : List.of(
            number(m.predictSeconds()),
            String.format(Locale.ROOT, "%.1f MPix", m.megapixels()),
            number(m.peakBytes() / GIB));
  }

  private static String both(Double paper, double ours) {
    return text(paper) + " → " + (Double.isNaN(ours) ? "-" : number(ours));
  }

  private static String text(Double value) {
    return value == null ? "-" : value % 1 == 0 ? String.valueOf(value.longValue()) : value + "";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
  }
}
