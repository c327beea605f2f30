package hyperlumen.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlumen.photo.PhotoException;
import hyperlumen.write.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What stands beside a result as {@code photo.ext.hyperlumen.json}: its source and hash, all
 * settings with the models' hashes and the tile, and what it cost. The run can be repeated from it,
 * byte for byte with the same version on the same kind of machine.
 *
 * @param file where it was read
 * @param source the photo that the result was made of, as it was named absolutely then
 * @param sourceSha256 of that photo
 * @param outputName of the result, without folder
 * @param settings which give the same result; memory and threads as they were then
 */
public record Sidecar(
    Path file, Path source, String sourceSha256, String outputName, JobSettings settings) {

  /** What is longer is none of ours. */
  static final int LARGEST_BYTES = 1 << 20;

  private static final int SCHEMA = 1;
  private static final String ENDING = ".hyperlumen.json";
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** Where the sidecar of a result stands. */
  public static Path beside(Path output) {
    return output.resolveSibling(output.getFileName() + ENDING);
  }

  /**
   * Writes the sidecar of a job that is done, whole or not at all; one of before is replaced.
   *
   * @param software name and version of the program
   */
  public static void write(Job job, Report.Entry cost, String software) throws PhotoException {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("schema", SCHEMA);
    root.put("software", software);
    JobOrder order = job.order();
    ObjectNode source = root.putObject("source");
    source.put("file", order.input().toAbsolutePath().normalize().toString());
    source.put("bytes", job.inputBytes());
    source.put("sha256", cost.hashes() == null ? null : cost.hashes().source());
    ObjectNode output = root.putObject("output");
    output.put("file", order.output().getFileName().toString());
    output.put("sha256", cost.hashes() == null ? null : cost.hashes().output());
    root.set("settings", SettingsJson.tree(order.settings().withTile(tile(job, cost))));
    root.set("cost", MAPPER.valueToTree(cost));
    try (AtomicFile target = AtomicFile.create(beside(order.output()), true)) {
      target.write((root.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8));
      target.commit();
    }
  }

  /** As it was asked of the runtime; the cost's may be smaller, where the photo is. */
  private static OptionalInt tile(Job job, Report.Entry cost) {
    return job.tile().isPresent() || cost.tile() == null
        ? job.tile()
        : OptionalInt.of(cost.tile().size());
  }

  /**
   * Reads one.
   *
   * @throws BatchException if it is not there or not a sidecar of this version, in words
   */
  public static Sidecar read(Path file) throws BatchException {
    byte[] bytes;
    try (InputStream stream = Files.newInputStream(file)) {
      bytes = stream.readNBytes(LARGEST_BYTES + 1);
    } catch (IOException e) {
      throw new BatchException(file + " cannot be read: " + e.getMessage(), e);
    }
    if (bytes.length > LARGEST_BYTES) {
      throw new BatchException(file + " is too long for a sidecar");
    }
    JsonNode root;
    try {
      root = MAPPER.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw new BatchException(file + " is not JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new BatchException(file + " cannot be read as JSON", e);
    }
    if (root.path("schema").intValue() != SCHEMA) {
      throw new BatchException(file + " is not a sidecar of schema " + SCHEMA);
    }
    try {
      return new Sidecar(
          file,
          Path.of(text(file, root, "source", "file")),
          text(file, root, "source", "sha256"),
          name(file, text(file, root, "output", "file")),
          settings(file, root.path("settings")));
    } catch (InvalidPathException e) {
      throw new BatchException(file + " names a file that cannot be: " + e.getInput(), e);
    }
  }

  private static JobSettings settings(Path file, JsonNode settings) throws BatchException {
    try {
      return SettingsJson.parse(settings.toString());
    } catch (BatchException e) {
      throw new BatchException(file + " has settings that cannot be read", e);
    }
  }

  private static String text(Path file, JsonNode root, String object, String field)
      throws BatchException {
    String value = root.path(object).path(field).textValue();
    if (value == null || value.isEmpty()) {
      throw new BatchException(file + " has no " + object + "." + field);
    }
    return value;
  }

  /** A name only, so that a sidecar from elsewhere does not choose the folder. */
  private static String name(Path file, String output) throws BatchException {
    Path name = Path.of(output).getFileName();
    if (name == null || !name.toString().equals(output) || output.equals("..")) {
      throw new BatchException(file + " names a result that is not a plain file name: " + output);
    }
    return output;
  }

  /**
   * The photo to repeat the run with.
   *
   * @param instead where it is now; empty for where it was
   * @throws BatchException if it is not there or not the same bytes
   */
  public Path source(Optional<Path> instead) throws BatchException {
    Path photo = instead.orElse(source);
    try {
      if (!FileHash.of(photo).equals(sourceSha256)) {
        throw new BatchException(
            photo + " is not the photo that " + file + " was written for: its SHA-256 is another");
      }
    } catch (BatchException e) {
      throw e;
    } catch (IOException e) {
      throw new BatchException(
          photo + ", which " + file + " names, cannot be read; name where the photo is now", e);
    }
    return photo;
  }
}
