package hyperlumen.app;

import hyperlumen.model.ModelStore;
import hyperlumen.network.CostModel;
import hyperlumen.network.NetworkSpec;
import hyperlumen.photo.Size;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a network costs on a photo of some size, without running it. */
@Command(
    name = "cost",
    description =
        "States parameters, FLOP and memory of a network for a photo's size, without running it.",
    mixinStandardHelpOptions = true)
final class CostCommand implements Callable<Integer> {

  @ArgGroup(multiplicity = "1")
  private Subject subject;

  /** What is asked about: one of the two. */
  private static final class Subject {
    @Option(names = "--model", paramLabel = "ID", description = "An installed model.")
    private String model;

    @Option(
        names = "--network",
        paramLabel = "SPEC",
        description =
            "A network that needs no weights, such as isp:n=64,e=32,h=2048, isp-plain:n=96, vdn,"
                + " vdn-hc:c=3,h1=1024,h2=64, denoise:n=16,e=16,h=128.")
    private String network;
  }

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
  public Integer call() throws IOException {
    CostFigures figures = figures();
    CostModel cost = figures.cost();
    double predict = cost.predictFlop(figures.windows(), figures.windowSide());
    double useful =
        cost.usefulFlop(size.width(), size.height(), figures.windows(), figures.windowSide());
    double paper = cost.paperFlop(size.width(), size.height());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("parameters", cost.parameters());
      fields.put("flop", Math.round(useful));
      fields.put("paperFlop", Math.round(paper));
      fields.put("predictFlop", Math.round(predict));
      fields.put("convention", CostModel.CONVENTION);
      Map<String, Object> seconds = new LinkedHashMap<>();
      seconds.put("predicted", figures.seconds());
      fields.put("seconds", seconds);
      fields.put("memory", Map.of("predictedBytes", figures.memoryBytes()));
      out.println(Json.text(fields));
    } else {
      Table table = new Table(figures.name(), size + "");
      table.row("parameters", Quantity.count((double) cost.parameters()));
      table.row("useful FLOP (prediction included)", Quantity.flop(useful));
      table.row("  of which prediction, once per photo", Quantity.flop(predict));
      table.row("FLOP as the paper counts", Quantity.flop(paper));
      table.row("convention", CostModel.CONVENTION);
      if (figures.seconds() != null) {
        table.row("time on this machine", Quantity.seconds(figures.seconds()));
      }
      table.row("memory", Quantity.bytes((double) figures.memoryBytes()));
      table.print(out);
    }
    return ExitCode.OK;
  }

  private CostFigures figures() throws IOException {
    if (subject.model != null) {
      ModelStore store = Assets.models();
      if (!store.ids().contains(subject.model)) {
        throw wrong(
            "there is no model '"
                + subject.model
                + "'; there are "
                + String.join(", ", store.ids()));
      }
      return CostFigures.of(store.get(subject.model), size);
    }
    try {
      return CostFigures.of(NetworkSpec.parse(subject.network).network(), size);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
