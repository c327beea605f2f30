package hyperlumen.app;

import hyperlumen.network.CostModel;
import hyperlumen.network.Network;
import hyperlumen.network.NetworkSpec;
import hyperlumen.photo.Size;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a network costs on a photo of some size, without running it. */
@Command(
    name = "cost",
    description = "States parameters and FLOP of a network for a photo's size, without running it.",
    mixinStandardHelpOptions = true)
final class CostCommand implements Callable<Integer> {

  /** Windows that filters are predicted from; models say theirs in the card. */
  private static final int WINDOWS = 16;

  /** Side of a window in network pixels. */
  private static final int WINDOW_SIDE = 128;

  @Option(
      names = "--network",
      required = true,
      paramLabel = "SPEC",
      description =
          "A network that needs no weights, such as isp:n=64,e=32,h=2048, isp-plain:n=96, vdn,"
              + " vdn-hc:c=3,h1=1024,h2=64, denoise:n=16,e=16,h=128.")
  private String specification;

  @Option(
      names = "--size",
      required = true,
      paramLabel = "WxH",
      converter = PhotoSize.class,
      description = "The photo's pixels (for RAW those of the mosaic).")
  private Size size;

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Network network = network();
    CostModel cost = CostModel.of(network);
    int window = WINDOW_SIDE * network.packing().factor();
    double predict = cost.predictFlop(WINDOWS, window);
    double useful = cost.usefulFlop(size.width(), size.height(), WINDOWS, window);
    double paper = cost.paperFlop(size.width(), size.height());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("parameters", cost.parameters());
      fields.put("flop", Math.round(useful));
      fields.put("paperFlop", Math.round(paper));
      fields.put("predictFlop", Math.round(predict));
      fields.put("convention", CostModel.CONVENTION);
      out.println(Json.text(fields));
    } else {
      Table table = new Table(network.spec(), size + "");
      table.row("parameters", Quantity.count((double) cost.parameters()));
      table.row("useful FLOP (prediction included)", Quantity.flop(useful));
      table.row("  of which prediction, once per photo", Quantity.flop(predict));
      table.row("FLOP as the paper counts", Quantity.flop(paper));
      table.row("convention", CostModel.CONVENTION);
      table.print(out);
    }
    return ExitCode.OK;
  }

  private Network network() {
    try {
      return NetworkSpec.parse(specification).network();
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
