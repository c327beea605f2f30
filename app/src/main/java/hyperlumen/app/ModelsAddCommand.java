package hyperlumen.app;

import hyperlumen.adopt.ModelImport;
import hyperlumen.model.ModelCard;
import hyperlumen.model.ModelStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code models add}: a model from elsewhere, checked and tried before it is installed. */
@Command(
    name = "add",
    description = {
      "Adds a model's folder, or an ONNX file that takes RGB from 0 to 1 and gives RGB of the same"
          + " size.",
      "It is checked and tried on a small picture first."
    },
    mixinStandardHelpOptions = true)
final class ModelsAddCommand implements Callable<Integer> {

  @Parameters(paramLabel = "PATH", description = "The model's folder or ONNX file.")
  private Path path;

  @Option(names = "--title", description = "ONNX file: its name in lists.")
  private String title = "";

  @Option(names = "--licence", description = "ONNX file: the licence of its weights.")
  private String licence = "";

  @Option(
      names = "--halo",
      paramLabel = "PIXELS",
      description = "ONNX file: pixels around a tile; measured where none is given.")
  private Integer halo;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    ModelStore store = Assets.models();
    ModelCard card =
        Files.isDirectory(path)
            ? ModelImport.folder(store, path)
            : ModelImport.graph(store, new ModelImport.Order(path, title, licence, halo()));
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "added %s (%s): use it with --model %s%n",
        card.id(), card.task().name().toLowerCase(Locale.ROOT), card.id());
    return ExitCode.OK;
  }

  private OptionalInt halo() {
    if (halo == null) {
      return OptionalInt.empty();
    }
    if (halo < 0 || halo > ModelImport.Order.MOST_HALO) {
      throw new ParameterException(
          spec.commandLine(),
          "--halo is from 0 to " + ModelImport.Order.MOST_HALO + " pixels, not " + halo);
    }
    return OptionalInt.of(halo);
  }
}
