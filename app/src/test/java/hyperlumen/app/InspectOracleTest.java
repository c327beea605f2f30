package hyperlumen.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What {@code inspect} tells of cameras' files is what exiftool and dcraw tell of them. */
class InspectOracleTest {

  private static final Path RAW =
      Samples.root().toAbsolutePath().resolveSibling("shared").resolve("data").resolve("raw");

  /** GoPro's VC-5 compression; samples without a header; a PGM. */
  private static final List<String> REFUSED = List.of(".gpr", ".raw", ".pgm");

  private static List<Path> files(String... endings) throws IOException {
    assumeTrue(Files.isDirectory(RAW), "needs the cameras' files");
    try (Stream<Path> all = Files.walk(RAW)) {
      return all.filter(file -> Arrays.stream(endings).anyMatch(file.toString()::endsWith))
          .sorted()
          .toList();
    }
  }

  private static String said(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  private static void needs(String... command) {
    try {
      said(command);
    } catch (IOException e) {
      assumeTrue(false, command[0] + " is not installed");
    }
  }

  private static JsonNode inspected(Path file) throws IOException {
    Run run = Run.of("inspect", file, "--json");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
    return Json.MAPPER.readTree(run.out()).get(0);
  }

  private static List<Double> numbers(JsonNode list) {
    List<Double> numbers = new ArrayList<>();
    list.forEach(value -> numbers.add(value.asDouble()));
    return numbers;
  }

  /** The tags of one directory of a file as exiftool names and reads them. */
  private record Tags(JsonNode all, String group) {

    /** Those of the directory that holds the raw picture. */
    static Tags of(Path file) throws IOException {
      JsonNode all =
          Json.MAPPER.readTree(said("exiftool", "-j", "-n", "-s", "-G1", file.toString())).get(0);
      String raw = "IFD0";
      for (String name : (Iterable<String>) all::fieldNames) {
        int kind = all.get(name).asInt();
        if (name.endsWith(":PhotometricInterpretation") && (kind == 32803 || kind == 34892)) {
          raw = name.substring(0, name.indexOf(':'));
        }
      }
      return new Tags(all, raw);
    }

    boolean has(String tag) {
      return all.has(group + ":" + tag) || all.has("IFD0:" + tag);
    }

    double[] numbers(String tag) {
      JsonNode value = all.has(group + ":" + tag) ? all.get(group + ":" + tag) : main(tag);
      return Stream.of(value.asText().trim().split("\\s+"))
          .mapToDouble(Double::parseDouble)
          .toArray();
    }

    JsonNode main(String tag) {
      return all.path("IFD0:" + tag);
    }
  }

  @Test
  @DisplayName("exiftool: size, filters, levels, white balance and orientation of every DNG")
  void exiftoolAgrees() throws Exception {
    needs("exiftool", "-ver");
    List<Path> files = files(".dng");
    assertThat(files).hasSizeGreaterThanOrEqualTo(10);
    for (Path file : files) {
      JsonNode facts = inspected(file);
      Tags tags = Tags.of(file);
      sizes(file, facts, tags);
      levels(file, facts, tags);
      if (facts.has("cfa")) {
        String filters = filters(tags.numbers("CFAPattern2"));
        assertThat(facts.get("cfa").asText()).as("%s: CFAPattern", file).isEqualTo(filters);
      }
      double[] neutral = tags.has("AsShotNeutral") ? tags.numbers("AsShotNeutral") : null;
      assertNeutral(file, facts, neutral == null ? new double[] {1, 1, 1} : neutral);
      assertThat(facts.get("orientation").asInt())
          .as("%s: Orientation", file)
          .isEqualTo(tags.main("Orientation").asInt(1));
    }
  }

  /** The array as it begins at the stored picture; all files here begin their area at even. */
  private static String filters(double[] pattern) {
    StringBuilder name = new StringBuilder();
    for (double colour : pattern) {
      name.append("RGB".charAt((int) colour));
    }
    return name.toString();
  }

  private static void sizes(Path file, JsonNode facts, Tags tags) {
    double[] size = {tags.numbers("ImageWidth")[0], tags.numbers("ImageHeight")[0]};
    if (tags.has("ActiveArea")) {
      double[] area = tags.numbers("ActiveArea");
      size = new double[] {area[3] - area[1], area[2] - area[0]};
    }
    if (facts.has("activeArea")) {
      assertThat(facts.get("activeArea").asText())
          .as("%s: ActiveArea", file)
          .isEqualTo((int) size[0] + "x" + (int) size[1]);
    }
    if (tags.has("DefaultCropSize")) {
      size = tags.numbers("DefaultCropSize");
    }
    assertThat(facts.get("width").asDouble()).as("%s: width", file).isEqualTo(size[0]);
    assertThat(facts.get("height").asDouble()).as("%s: height", file).isEqualTo(size[1]);
  }

  private static void levels(Path file, JsonNode facts, Tags tags) {
    double[] black = tags.has("BlackLevel") ? tags.numbers("BlackLevel") : new double[] {0};
    for (double level : numbers(facts.at("/black/levels"))) {
      // No file here has places of different black.
      assertThat(level).as("%s: BlackLevel", file).isEqualTo(black[0]);
    }
    double white =
        tags.has("WhiteLevel")
            ? tags.numbers("WhiteLevel")[0]
            : Math.pow(2, tags.numbers("BitsPerSample")[0]) - 1;
    // Where the file's own corrections are applied as it is read, samples come out in 65535ths.
    boolean mapped = tags.has("OpcodeList2") || tags.has("OpcodeList3");
    assertThat(facts.get("white").asDouble())
        .as("%s: WhiteLevel", file)
        .isEqualTo(mapped ? 65535 : white);
  }

  /** The same white, whatever the scale. */
  private static void assertNeutral(Path file, JsonNode facts, double[] expected) {
    List<Double> found = numbers(facts.get("asShotNeutral"));
    assertThat(found).as("%s: neutral", file).hasSize(expected.length);
    for (int c = 0; c < expected.length; c++) {
      assertThat(found.get(c) / found.get(1))
          .as("%s: neutral %s", file, Arrays.toString(expected))
          .isCloseTo(expected[c] / expected[1], within(2e-4));
    }
  }

  @Test
  @DisplayName("dcraw: area, filters and white balance of every DNG, size of the CRW")
  void dcrawAgrees() throws Exception {
    needs("dcraw");
    List<Path> files = files(".dng");
    assertThat(files).hasSizeGreaterThanOrEqualTo(10);
    for (Path file : files) {
      JsonNode facts = inspected(file);
      String dcraw = said("dcraw", "-i", "-v", file.toString());
      String area =
          facts.has("activeArea")
              ? facts.get("activeArea").asText()
              : facts.get("width") + "x" + facts.get("height");
      assertThat(
              find(dcraw, "Image size: +(\\d+) x (\\d+)").map(m -> m.group(1) + "x" + m.group(2)))
          .as("%s: size", file)
          .hasValue(area);
      if (facts.has("cfa")) {
        assertThat(find(dcraw, "Filter pattern: (..)/(..)").map(m -> m.group(1) + m.group(2)))
            .as("%s: filters", file)
            .hasValue(facts.get("cfa").asText());
      }
      // Where the file has no white balance, dcraw names none.
      Optional<MatchResult> gains =
          find(dcraw, "Camera multipliers: ([\\d.]+) ([\\d.]+) ([\\d.]+)");
      double[] neutral = {1, 1, 1};
      for (int c = 0; c < 3 && gains.isPresent(); c++) {
        neutral[c] = 1 / Double.parseDouble(gains.get().group(c + 1));
      }
      assertNeutral(file, facts, neutral);
    }
  }

  @Test
  @DisplayName("dcraw: size of the other makers' files, which LibRaw develops")
  void otherMakersFiles() throws Exception {
    needs("dcraw");
    needs("raw-identify");
    for (Path file : files(".crw")) {
      JsonNode facts = inspected(file);
      assertThat(
              find(said("dcraw", "-i", "-v", file.toString()), "Output size: +(\\d+) x (\\d+)")
                  .map(m -> m.group(1) + "x" + m.group(2)))
          .hasValue(facts.get("width") + "x" + facts.get("height"));
      assertThat(facts.get("orientation").asInt()).isEqualTo(1);
    }
  }

  @Test
  @DisplayName("exiftool: size, bits and channels of finished pictures")
  void finishedPictures() throws Exception {
    needs("exiftool", "-ver");
    for (Path file : files(".jpg")) {
      JsonNode facts = inspected(file);
      JsonNode tags =
          Json.MAPPER.readTree(said("exiftool", "-j", "-n", "-s", file.toString())).get(0);
      assertThat(facts.get("width")).isEqualTo(tags.get("ImageWidth"));
      assertThat(facts.get("height")).isEqualTo(tags.get("ImageHeight"));
      assertThat(facts.get("bits")).isEqualTo(tags.get("BitsPerSample"));
      assertThat(facts.get("channels")).isEqualTo(tags.get("ColorComponents"));
      assertThat(facts.get("orientation").asInt()).isEqualTo(tags.path("Orientation").asInt(1));
    }
  }

  @Test
  @DisplayName("Every file is told or refused in one sentence; none is left out of these tests")
  void everyFile() throws Exception {
    TreeMap<String, Integer> kinds = new TreeMap<>();
    for (Path file : files("")) {
      if (!Files.isRegularFile(file)) {
        continue;
      }
      String name = file.getFileName().toString();
      String ending = name.substring(name.lastIndexOf('.'));
      kinds.merge(ending, 1, Integer::sum);
      if (REFUSED.contains(ending)) {
        Run run = Run.of("inspect", file);
        assertThat(run.code()).as(name).isEqualTo(ExitCode.FAILED);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).startsWith("hyperlumen: " + name + ": ");
      }
    }
    assertThat(kinds.keySet()).isSubsetOf(".crw", ".dng", ".gpr", ".jpg", ".pgm", ".raw");
  }

  private static Optional<MatchResult> find(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().findFirst();
  }
}
