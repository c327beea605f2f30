package hyperlumen.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program exiftool, where it is installed. */
final class Exiftool {

  private static final Pattern LINE = Pattern.compile("\\[([^]]+)]\\s+(\\S+)\\s*:(.*)");

  private Exiftool() {}

  /** Whether it is. */
  static boolean isInstalled() {
    try {
      return !run("-ver").isBlank();
    } catch (IOException e) {
      return false;
    }
  }

  /** Every tag by group and name, with its values in file order, numbers as numbers. */
  static Map<String, List<String>> tags(Path file) throws IOException {
    Map<String, List<String>> tags = new TreeMap<>();
    String text =
        run(
            "-G1",
            "-a",
            "-s",
            "-n",
            "-u",
            "--System:all",
            "--Composite:all",
            "--ExifTool:all",
            file.toString());
    for (String line : text.lines().toList()) {
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) {
        tags.computeIfAbsent(matcher.group(1) + ":" + matcher.group(2), _ -> new ArrayList<>())
            .add(matcher.group(3));
      }
    }
    return tags;
  }

  /** A tag's binary value; empty if the file has none. */
  static byte[] bytes(String tag, Path file) throws IOException {
    Process process = new ProcessBuilder("exiftool", "-b", tag, file.toString()).start();
    return process.getInputStream().readAllBytes();
  }

  /** What it says, both streams, to these arguments. */
  static String run(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("exiftool", "-charset", "filename=utf8"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }
}
