package hyperlumen.app;

import hyperlumen.model.Model;
import hyperlumen.model.ModelException;
import hyperlumen.model.ModelStore;
import hyperlumen.network.CostModel;
import hyperlumen.runtime.MachineSpeed;
import hyperlumen.runtime.RuntimeFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The installed models. */
@Command(
    name = "models",
    description = "Lists the installed models with hash, parameters and FLOP per megapixel.",
    mixinStandardHelpOptions = true,
    subcommands = ModelsAddCommand.class)
final class ModelsCommand implements Callable<Integer> {

  private static final int SIDE = 1000;

  private static final String IDS = "The models' names.";

  @Option(names = "--json", description = "Prints JSON, whole cards included.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    ModelStore store = Assets.models();
    PrintWriter out = spec.commandLine().getOut();
    Table table = new Table("model", "task", "parameters", "FLOP/MPix", "SHA-256");
    List<Map<String, Object>> all = new ArrayList<>();
    for (String id : store.ids()) {
      Model model = store.get(id);
      CostModel cost = CostModel.of(model.network());
      double flop = cost.forwardFlop((double) SIDE * SIDE / square(cost.packingFactor()));
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("id", id);
      fields.put("sha256", model.sha256());
      fields.put("parameters", cost.parameters());
      fields.put("flopPerMegapixel", Math.round(flop));
      fields.put("predictFlop", Math.round(predictFlop(model, cost)));
      fields.put("card", model.card());
      all.add(fields);
      table.row(
          id,
          model.card().task().name().toLowerCase(Locale.ROOT),
          Quantity.count((double) cost.parameters()),
          Quantity.flop(flop),
          model.sha256().substring(0, 12));
    }
    if (json) {
      out.println(Json.text(all));
    } else {
      table.print(out);
    }
    return ExitCode.OK;
  }

  private static double predictFlop(Model model, CostModel cost) {
    return cost.predictFlop(model.card().windows(), model.card().window());
  }

  private static int square(int x) {
    return x * x;
  }

  /** Reads each model, checks its hash and its card, and runs its forward graph on one tile. */
  @Command(
      name = "verify",
      description = "Checks every model's hash, then runs each one on a tile.",
      mixinStandardHelpOptions = true)
  int verify() throws IOException {
    ModelStore store = Assets.models();
    PrintWriter out = spec.commandLine().getOut();
    int code = ExitCode.OK;
    for (String id : store.ids()) {
      try {
        Model model = store.get(id);
        double rate = MachineSpeed.flopPerSecond(model, 1);
        out.printf(Locale.ROOT, "%s: hash right, runs at %.0f GFLOP/s%n", id, rate / 1e9);
      } catch (ModelException | RuntimeFailure e) {
        code = ExitCode.FAILED;
        spec.commandLine().getErr().println("hyperlumen: " + e.getMessage());
      }
    }
    return code;
  }

  /** Deletes models that the user has added. */
  @Command(
      name = "remove",
      description = "Deletes models that were added; those that come with the program stay.",
      mixinStandardHelpOptions = true)
  int remove(@Parameters(arity = "1..*", paramLabel = "ID", description = IDS) List<String> ids)
      throws IOException {
    ModelStore store = Assets.models();
    for (String id : ids) {
      store.remove(id);
      spec.commandLine().getOut().println("removed " + id);
    }
    return ExitCode.OK;
  }

  /** Hides models without deleting them. */
  @Command(
      name = "disable",
      description = "Hides models from every list, without deleting them.",
      mixinStandardHelpOptions = true)
  int disable(@Parameters(arity = "1..*", paramLabel = "ID", description = IDS) List<String> ids)
      throws IOException {
    return setEnabled(ids, false);
  }

  /** Shows hidden models again. */
  @Command(
      name = "enable",
      description = "Shows models again that were hidden.",
      mixinStandardHelpOptions = true)
  int enable(@Parameters(arity = "1..*", paramLabel = "ID", description = IDS) List<String> ids)
      throws IOException {
    return setEnabled(ids, true);
  }

  private int setEnabled(List<String> ids, boolean enabled) throws IOException {
    ModelStore store = Assets.models();
    for (String id : ids) {
      store.setEnabled(id, enabled);
      spec.commandLine().getOut().println((enabled ? "enabled " : "disabled ") + id);
    }
    return ExitCode.OK;
  }
}
