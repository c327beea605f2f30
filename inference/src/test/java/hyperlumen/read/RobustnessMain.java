package hyperlumen.read;

import hyperlumen.photo.Photo;
import hyperlumen.photo.PhotoException;
import hyperlumen.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The long run: reads every file of the folders given, and every file of 64 KiB and more also cut
 * off at 200 places; counts what comes of it. Run it with 512 MB of heap. Ends with code 1 if
 * anything but a photo or a worded error came out, or took more than 5 seconds.
 *
 * <p>Arguments: number of cuts, then folders or files.
 */
public final class RobustnessMain {

  private static final double LIMIT_SECONDS = 5;

  private final TreeMap<String, Integer> outcomes = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();
  private double slowest;
  private String slowestName = "";

  private RobustnessMain() {}

  public static void main(String[] arguments) throws IOException {
    int cuts = Integer.parseInt(arguments[0]);
    RobustnessMain run = new RobustnessMain();
    for (String argument : Arrays.asList(arguments).subList(1, arguments.length)) {
      List<Path> files;
      try (Stream<Path> found = Files.walk(Path.of(argument))) {
        files = found.filter(Files::isRegularFile).sorted().toList();
      }
      for (Path file : files) {
        run.read(file, file.toString());
        run.cut(file, cuts);
      }
    }
    System.out.println(run.outcomes);
    System.out.printf("slowest %.2f s: %s%n", run.slowest, run.slowestName);
    run.failures.forEach(System.out::println);
    System.exit(run.failures.isEmpty() ? 0 : 1);
  }

  private void cut(Path file, int cuts) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Path shorter = Files.createTempFile("cut", ".raw");
    for (int i = 0; i < cuts; i++) {
      int length = (int) ((long) bytes.length * i / cuts);
      Files.write(shorter, Arrays.copyOf(bytes, length));
      read(shorter, file + " cut to " + length);
    }
    Files.delete(shorter);
  }

  private void read(Path file, String name) {
    long start = System.nanoTime();
    String outcome;
    try {
      Photo photo = PhotoReader.read(file, Progress.NONE);
      outcome = photo.getClass().getSimpleName();
    } catch (PhotoException e) {
      outcome = e.kind().toString();
      String sentence = e.getMessage().substring(e.getMessage().indexOf(": ") + 2);
      if (sentence.contains("Exception") || sentence.contains("null")) {
        failures.add(name + ": badly worded: " + e.getMessage());
      }
    } catch (Throwable e) {
      outcome = e.getClass().getName();
      failures.add(name + ": " + e);
    }
    outcomes.merge(outcome, 1, Integer::sum);
    double seconds = (System.nanoTime() - start) / 1e9;
    if (seconds > slowest) {
      slowest = seconds;
      slowestName = name;
    }
    if (seconds > LIMIT_SECONDS) {
      failures.add(name + " took " + seconds + " s");
    }
  }
}
