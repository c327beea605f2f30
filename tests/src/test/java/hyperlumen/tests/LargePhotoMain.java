package hyperlumen.tests;

import com.fasterxml.jackson.databind.JsonNode;
import hyperlumen.photo.Size;
import hyperlumen.read.dng.DngWriter;
import hyperlumen.samples.SampleFiles;
import hyperlumen.tests.Program.Outcome;
import hyperlumen.write.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * The long run of memory: writes a DNG of any size, develops it in a process of its own and prints
 * what the report says of time and memory.
 *
 * <p>Arguments: width, height, {@code --memory} in MB; a file's name instead of the memory only
 * writes a DNG there, of 16 bits and uncompressed. 24 and 100 MPix:
 *
 * <pre>
 * mvn -q -B -pl tests -am test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath
 * java -cp tests/target/test-classes:$(cat tests/target/classpath) -Dhyperlumen.root=. \
 *     hyperlumen.tests.LargePhotoMain 6000 4000 1000
 * java -cp tests/target/test-classes:$(cat tests/target/classpath) -Dhyperlumen.root=. \
 *     hyperlumen.tests.LargePhotoMain 12000 8400 1000
 * </pre>
 */
public final class LargePhotoMain {

  private LargePhotoMain() {}

  /** Runs one size; ends with the program's own code. */
  public static void main(String[] arguments) throws Exception {
    Size size = new Size(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
    if (!arguments[2].matches("\\d+")) {
      write16Bit(size, Path.of(arguments[2]));
      return;
    }
    Path folder = Files.createTempDirectory("large-photo");
    int code;
    try {
      Sandbox sandbox = Sandbox.in(folder);
      SampleFiles.writeLargeDng(size, sandbox.work().resolve("large.dng"));
      Outcome run =
          Program.run(
              sandbox,
              "enhance",
              "large.dng",
              "--out",
              "out",
              "--memory",
              arguments[2],
              "--report",
              "report.json");
      System.out.print(run.err());
      if (run.code() == 0) {
        print(ReportJson.read(sandbox.work().resolve("report.json")).files().getFirst());
      }
      code = run.code();
    } finally {
      FolderTree.delete(folder);
    }
    System.exit(code);
  }

  /** Waves with noise, row by row; only the numbers of samples and bits matter here. */
  private static void write16Bit(Size size, Path file) throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    new DngWriter(size)
        .levels(1024, 65535)
        .asShotNeutral(0.5, 1, 0.6)
        .colorMatrix(1, 21, 1, 0, 0, 0, 1, 0, 0, 0, 1)
        .write(
            file,
            (y, row) -> {
              double wave = Math.sin(y / 90.0);
              for (int x = 0; x < row.length; x++) {
                row[x] = (int) (20000 + 9000 * wave * Math.cos(x / 70.0)) + random.nextInt(1500);
              }
            });
  }

  private static void print(JsonNode report) {
    JsonNode memory = report.path("memory");
    System.out.printf(
        Locale.ROOT,
        "%.1f MPix: peak %.0f MB (forecast %.0f MB, own buffers %.0f MB), %.1f s, tile %d%n",
        report.path("megapixels").doubleValue(),
        memory.path("peakRssBytes").doubleValue() / 1e6,
        memory.path("predictedBytes").doubleValue() / 1e6,
        memory.path("photoBytes").doubleValue() / 1e6,
        report.path("seconds").path("total").doubleValue(),
        report.path("tile").path("size").intValue());
  }
}
