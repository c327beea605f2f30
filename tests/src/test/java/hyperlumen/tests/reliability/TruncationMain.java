package hyperlumen.tests.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The long run of files cut short: every sample at many places, then files that are broken already,
 * each through the reader and through {@code inspect}. Ends with code 1 if there is a finding; run
 * it with 512 MB.
 *
 * <p>Arguments: places per sample, a folder of broken files ("-" for none), then folders of whole
 * samples.
 */
public final class TruncationMain {

  private TruncationMain() {}

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    Path scratch = Files.createTempDirectory("truncations");
    int places = Integer.parseInt(arguments[0]);
    boolean clean = true;
    for (int i = 2; i < arguments.length; i++) {
      for (Path sample : files(Path.of(arguments[i]))) {
        Truncations cut = new Truncations(scratch);
        cut.cut(sample, places);
        clean &= print(sample.toString(), cut);
      }
    }
    if (!arguments[1].equals("-")) {
      Truncations broken = new Truncations(scratch);
      for (Path file : files(Path.of(arguments[1]))) {
        broken.whole(file);
      }
      clean &= print(arguments[1], broken);
    }
    Files.delete(scratch);
    System.exit(clean ? 0 : 1);
  }

  /** All files below a folder, in the order of their names. */
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static boolean print(String name, Truncations done) {
    System.out.printf(
        Locale.ROOT,
        "%s: %d inputs, slowest %.2f s of the processors (%s), %.2f of the clock, %d findings %s%n",
        name,
        done.inputs(),
        done.slowest(),
        done.slowestInput(),
        done.slowestClock(),
        done.findings().size(),
        done.outcomes());
    done.findings().stream().limit(10).forEach(finding -> System.out.println("   " + finding));
    return done.findings().isEmpty();
  }
}
