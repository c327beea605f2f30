package hyperlumen.training.paper;

import hyperlumen.network.CostModel;
import hyperlumen.network.Layer;
import hyperlumen.network.Network;
import hyperlumen.network.NetworkSpec;
import hyperlumen.network.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The paper's tables with our figures beside its own, as Markdown. */
final class PaperText {

  /** The size the paper's FLOP stand for. */
  private static final long WIDTH = 4096;

  private static final long HEIGHT = 3072;
  private static final double PIXELS = (double) WIDTH * HEIGHT;

  /** The size the memory column of table 1 stands for: ZRR's camera. */
  private static final long CAMERA_WIDTH = 3968;

  private static final long CAMERA_HEIGHT = 2976;

  private static final double GIB = 1L << 30;

  private PaperText() {}

  /**
   * The whole document.
   *
   * @param pynet processor seconds per pixel, NaN if not measured
   * @param tile PyNET's
   */
  static List<String> of(
      PaperTables tables, Map<String, Measurement> measured, double pynet, int tile, int threads) {
    List<String> lines = new ArrayList<>();
    lines.add("# The paper's tables");
    lines.add("");
    lines.add(
        "Made by `./hyperlumen paper`, not by hand. First the paper's figure, behind the arrow"
            + " ours.");
    lines.add(tables.source());
    lines.add("");
    lines.add(
        "Our networks are reconstructions (docs/decisions); parameters and FLOP follow from their"
            + " layer lists. Time and");
    lines.add(
        "memory are measured through the program's own runtime with **random weights**, on which"
            + " they do not depend:");
    lines.add(
        machine() + ", " + threads + " threads, other work on the machine; so time is processor");
    lines.add(
        "time, summed over threads. Measured on the photo named in the table and scaled to the full"
            + " size. The paper predicts");
    lines.add(
        "filters from the whole photo, this program from 16 windows; useful FLOP count that.");
    lines.add("");
    table1(tables, measured, pynet, tile, lines);
    lines.add("");
    table2(tables, measured, lines);
    lines.add("");
    lines.add(
        "Fidelity is the paper's: none of these networks has been trained here on Zurich RAW to"
            + " DSLR or SIDD, whose data");
    lines.add(
        "were not at hand. `train --set` and `evaluate --set` (docs/evaluation.md) repeat it for"
            + " those who have them. What the");
    lines.add("shipped models reach on other data is in docs/models.md.");
    return lines;
  }

  private static void table1(
      PaperTables tables,
      Map<String, Measurement> measured,
      double pynet,
      int tile,
      List<String> lines) {
    lines.add("## Table 1: RAW to picture, 12.6 megapixels");
    lines.add("");
    lines.add(
        "1 MAC = 2 FLOP, photo of 4096x3072. \"Outputs\" is the sum of all convolutions' outputs at"
            + " 3968x2976 in GiB, which is");
    lines.add(
        "what the paper's memory column turns out to be; \"peak\" is our process with its tiles, in"
            + " GiB, at the measured size.");
    lines.add("");
    lines.add(
        "| network | parameters, M | FLOP, T | useful FLOP, T | outputs, GiB | CPU seconds |"
            + " measured on | peak, GiB | PSNR | MS-SSIM | SSIM |");
    lines.add("|---|---|---|---|---|---|---|---|---|---|---|");
    for (PaperTables.Row row : tables.table1()) {
      List<String> cells = new ArrayList<>(List.of(row.name()));
      if (row.pynet()) {
        cells.add(both(row.parameters(), PyNet.parameters() / 1e6));
        cells.add(both(row.flop(), 2 * PyNet.mac(PIXELS) / 1e12));
        cells.add("");
        cells.add(both(row.memory(), PyNet.outputBytes(CAMERA_WIDTH * CAMERA_HEIGHT) / GIB));
        cells.add(both(row.seconds(), pynet * PIXELS));
        cells.add(
            Double.isNaN(pynet)
                ? ""
                : "its convolutions on a " + tile + "x" + tile + " tile, PyTorch");
        cells.add("");
      } else if (row.spec() != null) {
        CostModel cost = CostModel.of(NetworkSpec.parse(row.spec()).network());
        Measurement m = measured.get(row.spec());
        cells.add(both(row.parameters(), cost.parameters() / 1e6));
        cells.add(both(row.flop(), cost.paperFlop(WIDTH, HEIGHT) / 1e12));
        cells.add(number(cost.usefulFlop(WIDTH, HEIGHT, 16, 256) / 1e12));
        cells.add(
            both(row.memory(), cost.convolutionOutputBytes(CAMERA_WIDTH, CAMERA_HEIGHT) / GIB));
        cells.add(
            both(
                row.seconds(),
                m == null ? Double.NaN : m.cpuSeconds() * PIXELS / 1e6 / m.megapixels()));
        cells.addAll(measuredOn(m));
      } else {
        cells.addAll(
            List.of(
                text(row.parameters()),
                text(row.flop()),
                "",
                text(row.memory()),
                text(row.seconds()),
                "the paper's figures",
                ""));
      }
      cells.addAll(List.of(text(row.psnr()), text(row.msSsim()), text(row.ssim())));
      lines.add("| " + String.join(" | ", cells) + " |");
    }
  }

  private static void table2(
      PaperTables tables, Map<String, Measurement> measured, List<String> lines) {
    lines.add("## Table 2: denoising");
    lines.add("");
    lines.add(
        "The paper does not say how it counts. 9.5 T is VDN with its noise network on 12.6"
            + " megapixels at 1 MAC = 1 FLOP, where");
    lines.add(
        "the counter of the time charges a transposed convolution four times over; so that is the"
            + " first FLOP column, in T. The others");
    lines.add(
        "count each multiplication once, at 1 and 2 FLOP, for the denoiser alone. Time is per"
            + " megapixel. \"Outputs\" are the");
    lines.add("denoiser's convolutions' on 1024x1024 pixels.");
    lines.add("");
    lines.add(
        "| network | parameters with noise network, M | FLOP, counted like the paper | denoiser, 1"
            + " per MAC | denoiser, 2 per MAC | outputs, GiB | CPU s/MPix | measured on | peak, GiB"
            + " | PSNR |");
    lines.add("|---|---|---|---|---|---|---|---|---|---|");
    for (PaperTables.Row row : tables.table2()) {
      NetworkSpec spec = NetworkSpec.parse(row.spec());
      Network network = spec.network();
      CostModel cost = CostModel.of(network);
      CostModel sigma = CostModel.of(spec.sigmaNetwork());
      double mac = cost.paperFlop(WIDTH, HEIGHT) / 2;
      double counted =
          mac + sigma.paperFlop(WIDTH, HEIGHT) / 2 + 3 * transposedMac(network) * PIXELS;
      Measurement m = measured.get(row.spec());
      List<String> cells = new ArrayList<>(List.of(row.name()));
      cells.add(both(row.parameters(), (cost.parameters() + sigma.parameters()) / 1e6));
      cells.add(both(row.flop(), counted / 1e12));
      cells.add(number(mac / 1e12));
      cells.add(number(2 * mac / 1e12));
      cells.add(both(row.memory(), cost.convolutionOutputBytes(1024, 1024) / GIB));
      cells.add(both(row.seconds(), m == null ? Double.NaN : m.cpuSeconds() / m.megapixels()));
      cells.addAll(measuredOn(m));
      cells.add(text(row.psnr()));
      lines.add("| " + String.join(" | ", cells) + " |");
    }
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

  private static List<String> measuredOn(Measurement m) {
    return m == null
        ? List.of("", "")
        : List.of(
            String.format(Locale.ROOT, "%.1f MPix", m.megapixels()), number(m.peakBytes() / GIB));
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

  private static String machine() {
    Path info = Path.of("/proc/cpuinfo");
    String name = System.getProperty("os.arch");
    if (Files.isReadable(info)) {
      try (Stream<String> lines = Files.lines(info)) {
        name =
            lines
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).trim())
                .findFirst()
                .orElse(name);
      } catch (IOException e) {
        return name;
      }
    }
    return name;
  }
}
