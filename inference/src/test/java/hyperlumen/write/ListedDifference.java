package hyperlumen.write;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One tag of a row of the document's table.
 *
 * @param sources kinds of file it holds for, or "all"
 * @param outputs the same, or "another kind"
 * @param tag its name; * stands for any letters
 */
record ListedDifference(String sources, String outputs, Pattern tag) {

  private static final Path DOCUMENT =
      Files.exists(Path.of("docs")) ? Path.of("docs/metadata.md") : Path.of("../docs/metadata.md");

  private static final Pattern PATTERN = Pattern.compile("`([^`]+)`");

  /** Whether it holds for files of these endings or formats. */
  boolean isFor(String sourceName, String outputName) {
    String source = kind(sourceName);
    String output = kind(outputName);
    return names(sources, source)
        && (outputs.equals("another kind") ? !source.equals(output) : names(outputs, output));
  }

  private static boolean names(String cell, String kind) {
    return cell.equals("all") || List.of(cell.split(", ")).contains(kind);
  }

  /** It in words, different from all others. */
  String text() {
    return sources + " > " + outputs + ": " + tag;
  }

  /** Every tag of every row of the document's table. */
  static List<ListedDifference> all() throws IOException {
    String text = Files.readString(DOCUMENT, UTF_8);
    String section = text.substring(text.indexOf("## As exiftool names it"));
    section = section.substring(0, section.indexOf("\n## "));
    List<ListedDifference> rows = new ArrayList<>();
    for (String line : section.lines().filter(row -> row.contains("| `")).toList()) {
      String[] cells = line.split("\\|", -1);
      Matcher matcher = PATTERN.matcher(cells[3]);
      while (matcher.find()) {
        String[] parts = matcher.group(1).split("\\*", -1);
        StringBuilder regex = new StringBuilder(Pattern.quote(parts[0]));
        for (int i = 1; i < parts.length; i++) {
          regex.append(".*").append(Pattern.quote(parts[i]));
        }
        rows.add(
            new ListedDifference(
                cells[1].strip(), cells[2].strip(), Pattern.compile(regex.toString())));
      }
    }
    assertThat(rows).isNotEmpty();
    return rows;
  }

  /** JPEG, TIFF, PNG or DNG, of an ending or a format. */
  private static String kind(String name) {
    return switch (name.substring(0, 3).toUpperCase(Locale.ROOT)) {
      case "JPG", "JPE" -> "JPEG";
      case "TIF" -> "TIFF";
      case "PNG" -> "PNG";
      default -> "DNG";
    };
  }
}
