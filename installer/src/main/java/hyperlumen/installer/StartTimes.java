package hyperlumen.installer;

import hyperlumen.write.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times from the command to the visible window and to the first finished tile, of the program as it
 * is installed: each start a process of its own without settings, variants in turns, medians count.
 */
final class StartTimes {

  /** How the virtual machine is told to start. */
  private enum Variant {
    PACKAGED("start-up cache, as packaged", ""),
    SHARED("the JDK's class data sharing only", "-XX:AOTMode=off");

    private final String title;
    private final String options;

    Variant(String title, String options) {
      this.title = title;
      this.options = options;
    }
  }

  private enum Event {
    WINDOW("window"),
    TILE("first tile");

    private final String title;

    Event(String title) {
      this.title = title;
    }
  }

  private record Start(long clockMillis, long processorMillis) {}

  private static final Pattern SAID = Pattern.compile(" after (\\d+) ms, processor (\\d+) ms");

  private final Path launcher;
  private final Path sample;
  private final Path scratch;

  /**
   * Prepares it.
   *
   * @param launcher the program's own launcher
   * @param sample a photo to enhance
   * @param scratch a folder for what the program writes
   */
  StartTimes(Path launcher, Path sample, Path scratch) {
    this.launcher = launcher;
    this.sample = sample;
    this.scratch = scratch;
  }

  /** Measures and returns the table; the first round warms the disk's cache and does not count. */
  String measure(int rounds) throws IOException {
    Map<Variant, Map<Event, List<Start>>> starts = new EnumMap<>(Variant.class);
    String before = load();
    for (int round = 0; round <= rounds; round++) {
      for (Variant variant : Variant.values()) {
        for (Event event : Event.values()) {
          Start start = start(variant, event);
          if (round > 0) {
            starts
                .computeIfAbsent(variant, v -> new EnumMap<>(Event.class))
                .computeIfAbsent(event, e -> new ArrayList<>())
                .add(start);
          }
        }
      }
    }
    StringBuilder table = new StringBuilder();
    table.append("seconds by the clock (processor seconds), median of ").append(rounds);
    table.append("; load ").append(before).append(" before, ").append(load()).append(" after\n\n");
    table.append("| variant | window | first tile |\n|---|---|---|\n");
    for (Variant variant : Variant.values()) {
      table.append("| ").append(variant.title);
      for (Event event : Event.values()) {
        table.append(" | ").append(cell(starts.get(variant).get(event)));
      }
      table.append(" |\n");
    }
    return table.toString();
  }

  private Start start(Variant variant, Event event) throws IOException {
    FolderTree.delete(scratch);
    Files.createDirectories(scratch);
    List<String> command = new ArrayList<>();
    if (event == Event.WINDOW && Platform.current().needsDisplay()) {
      command.addAll(List.of("xvfb-run", "-a"));
    }
    command.add(launcher.toString());
    if (event == Event.TILE) {
      command.addAll(
          List.of("enhance", sample.toString(), "--out", scratch.resolve("out").toString()));
    }
    String said =
        Tool.run(
            command,
            Map.of(
                "HYPERLUMEN_JAVA_OPTIONS",
                "-Dhyperlumen.startProbe=time -Duser.home=" + scratch + " " + variant.options,
                "XDG_CACHE_HOME",
                scratch.resolve("cache").toString()));
    Matcher numbers =
        said.lines()
            .filter(line -> line.startsWith(event.title))
            .map(SAID::matcher)
            .filter(Matcher::find)
            .findFirst()
            .orElseThrow(() -> new BuildException(launcher + " told no time:\n" + said));
    return new Start(Long.parseLong(numbers.group(1)), Long.parseLong(numbers.group(2)));
  }

  private static String cell(List<Start> starts) {
    return String.format(
        Locale.ROOT,
        "%.2f s (%.2f)",
        median(starts.stream().mapToLong(Start::clockMillis).toArray()) / 1e3,
        median(starts.stream().mapToLong(Start::processorMillis).toArray()) / 1e3);
  }

  /** The middle value; of an even number of values the mean of the two in the middle. */
  static double median(long... values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
  }

  private static String load() {
    double load =
        java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return String.format(Locale.ROOT, "%.1f", load);
  }
}
