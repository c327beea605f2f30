package hyperlumen.tests.reliability;

import hyperlumen.tests.reliability.FuzzSeeds.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The long run of damaged files through every reader. Ends with code 1 if anything but a photo or a
 * worded error came out, took more than 5 seconds, or needed more memory than the heap has; run it
 * with 512 MB. {@link FuzzCoverageMain} does the same and says how much of the code was reached.
 *
 * <p>Arguments: minutes, seed, and a folder of other broken files ("-" for none).
 */
public final class FuzzMain {

  private static final int BATCH = 500;

  private FuzzMain() {}

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    System.exit(run(arguments) ? 0 : 1);
  }

  /** Runs it; false if there are findings. */
  public static boolean run(String[] arguments) throws Exception {
    // In this process only: programs outside are not fuzzed here.
    System.setProperty("hyperlumen.libraw", "");
    double minutes = Double.parseDouble(arguments[0]);
    long seed = Long.parseLong(arguments[1]);
    Path scratch = Files.createTempDirectory("fuzz");
    Map<Reader, List<byte[]>> seeds = FuzzSeeds.all(scratch, Path.of(arguments[2]));
    Map<Reader, Mutator> mutators = new EnumMap<>(Reader.class);
    Map<Reader, Fuzzer> fuzzers = new EnumMap<>(Reader.class);
    for (Reader reader : Reader.values()) {
      mutators.put(reader, new Mutator(seeds.get(reader), seed + reader.name().hashCode()));
      fuzzers.put(reader, new Fuzzer(Files.createDirectories(scratch.resolve(reader.name()))));
      System.out.println(reader + ": " + seeds.get(reader).size() + " seeds");
    }
    long end = System.nanoTime() + (long) (minutes * 60e9);
    while (System.nanoTime() < end) {
      for (Reader reader : Reader.values()) {
        for (int i = 0; i < BATCH; i++) {
          fuzzers.get(reader).read(mutators.get(reader).next());
        }
      }
    }
    boolean clean = true;
    long all = 0;
    for (Map.Entry<Reader, Fuzzer> entry : fuzzers.entrySet()) {
      Fuzzer fuzzer = entry.getValue();
      all += fuzzer.inputs();
      System.out.printf(
          Locale.ROOT,
          "%-4s %d inputs, %.0f %% past the header, slowest %.2f s, %d findings%n     %s%n",
          entry.getKey(),
          fuzzer.inputs(),
          100 * fuzzer.shareBehindHeader(),
          fuzzer.slowest(),
          fuzzer.findings().size(),
          fuzzer.outcomes());
      fuzzer.findings().stream()
          .limit(20)
          .forEach(finding -> System.out.println("     " + finding));
      clean &= fuzzer.findings().isEmpty() && fuzzer.shareBehindHeader() >= 0.1;
    }
    System.out.println(all + " inputs in all");
    return clean;
  }
}
