package hyperlumen.training.paper;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import hyperlumen.photo.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code paper}: rebuilds the paper's tables and writes them as Markdown. */
@Command(
    name = "paper",
    description = "Rebuilds the paper's tables 1 and 2 with this machine's time and memory.",
    mixinStandardHelpOptions = true)
public final class PaperCommand implements Callable<Integer> {

  /** Under this name PyNET's time is kept among the measurements. */
  static final String PYNET = "pynet";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Option(names = "--out", description = "The Markdown file.")
  private Path out = Path.of("docs", "paper.md");

  @Option(
      names = "--work",
      description = "Receives the measurements; those that are there are kept.")
  private Path work = Path.of("work", "paper");

  @Option(names = "--width", description = "Photo that RAW networks are timed on.")
  private int width = 2048;

  @Option(names = "--height")
  private int height = 1536;

  @Option(names = "--picture", description = "Side of the picture that denoisers are timed on.")
  private int picture = 1024;

  @Option(names = "--tile", description = "Side of PyNET's tile in photo pixels.")
  private int tile = 256;

  @Option(names = "--no-time", description = "States parameters and FLOP only.")
  private boolean untimed;

  @Option(names = "--threads")
  private int threads = 1;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PaperTables tables = PaperTables.read();
    Map<String, Measurement> measured = new TreeMap<>();
    Path known = work.resolve("measured.json");
    if (Files.exists(known)) {
      measured.putAll(MAPPER.readValue(known.toFile(), new TypeReference<>() {}));
    }
    if (!untimed) {
      Files.createDirectories(work);
      for (PaperTables.Row row : tables.table1()) {
        measure(row, new Size(width, height), measured);
      }
      for (PaperTables.Row row : tables.table2()) {
        measure(row, new Size(picture, picture), measured);
      }
      if (!measured.containsKey(PYNET)) {
        System.err.println("measuring PyNET on a tile");
        Engine.getEngine("PyTorch");
        JniUtils.setNumThreads(threads);
        measured.put(PYNET, PyNet.measured(tile));
        MAPPER.writeValue(known.toFile(), measured);
      }
    }
    String machine = Processor.name() + ", " + (threads == 1 ? "one thread" : threads + " threads");
    Files.writeString(out, PaperText.of(tables, measured, machine));
    System.out.println("wrote " + out);
    return 0;
  }

  private void measure(PaperTables.Row row, Size size, Map<String, Measurement> measured)
      throws IOException, InterruptedException {
    if (row.spec() == null || measured.containsKey(row.spec())) {
      return;
    }
    System.err.println("measuring " + row.spec());
    Path folder = work.resolve(row.spec().replaceAll("[^a-z0-9]+", "-"));
    RandomModel.install(folder, row.spec());
    measured.put(row.spec(), MeasureCommand.inProcess(folder, size, threads));
    MAPPER.writeValue(work.resolve("measured.json").toFile(), measured);
    // Hundreds of megabytes that can be made again at any time.
    Files.delete(folder.resolve(RandomModel.ID).resolve("forward.onnx"));
    Files.deleteIfExists(folder.resolve(RandomModel.ID).resolve("predict.onnx"));
  }
}
