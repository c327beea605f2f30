package hyperlumen.app;

import hyperlumen.photo.Photo;
import hyperlumen.photo.PhotoException;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import hyperlumen.read.PhotoReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is in a photo's file. */
@Command(
    name = "inspect",
    description =
        "Says what is in files: kind, size, filter array, levels, white balance, matrices, noise"
            + " profile, compression, orientation.",
    mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Photos.")
  private List<Path> files;

  @Option(names = "--json", description = "Prints JSON: one object per file, in a list.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws CancelledException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    List<Map<String, Object>> all = new ArrayList<>();
    int code = ExitCode.OK;
    for (Path file : files) {
      try {
        Photo photo = PhotoReader.read(file, Progress.NONE);
        Map<String, Object> facts = PhotoFacts.of(file, photo);
        all.add(facts);
        if (!json) {
          print(facts, out);
        }
      } catch (PhotoException e) {
        code = ExitCode.FAILED;
        err.println("hyperlumen: " + e.getMessage());
        all.add(PhotoFacts.ofFailure(file, e));
      }
    }
    if (json) {
      out.println(Json.text(all));
    }
    return code;
  }

  private static void print(Map<String, Object> facts, PrintWriter out) {
    facts.forEach((name, value) -> out.printf("%-16s %s%n", name, PhotoFacts.words(value)));
    out.println();
  }
}
