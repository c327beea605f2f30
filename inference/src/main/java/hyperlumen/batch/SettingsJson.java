package hyperlumen.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlumen.colour.ColourSpace;
import hyperlumen.colour.Look;
import hyperlumen.colour.RenderingSettings;
import hyperlumen.colour.WhiteBalanceSetting;
import hyperlumen.enhance.EnhanceOptions;
import hyperlumen.enhance.Strength;
import hyperlumen.model.ModelCard.Task;
import hyperlumen.photo.Cfa;
import hyperlumen.write.OutputFormat;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** {@link JobSettings} as one line of JSON, version 1, as the queue and sidecars hold them. */
final class SettingsJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int SCHEMA = 1;

  private SettingsJson() {}

  static String text(JobSettings settings) {
    return tree(settings).toString();
  }

  static ObjectNode tree(JobSettings settings) {
    EnhanceOptions options = settings.options();
    ObjectNode root = MAPPER.createObjectNode();
    root.put("schema", SCHEMA);
    ObjectNode models = root.putObject("models");
    for (Task task : Task.values()) {
      settings
          .models()
          .forTask(task)
          .ifPresent(
              name ->
                  models.putObject(key(task)).put("id", name.id()).put("sha256", name.sha256()));
    }
    root.put("format", settings.format().map(OutputFormat::id).orElse(null));
    root.put("jpegQuality", settings.jpegQuality());
    root.put("overwrite", settings.overwrite());
    putStrength(root, options.strength());
    root.put("noise", options.noiseScale());
    root.put("memoryBytes", options.memoryBytes());
    root.put("tile", options.tile().isPresent() ? options.tile().getAsInt() : null);
    root.put("threads", options.threads());
    RenderingSettings rendering = options.rendering();
    root.put("whiteBalance", rendering.whiteBalance().text());
    root.put("exposure", rendering.exposure());
    root.put("look", rendering.look().label());
    root.put("colourSpace", rendering.colourSpace().label());
    putFilters(root, options);
    return root;
  }

  /** What the picture depends on besides source and model, for the output itself. */
  static String ofResult(JobSettings settings, OutputFormat format, int tile) {
    EnhanceOptions options = settings.options();
    RenderingSettings rendering = options.rendering();
    ObjectNode root = MAPPER.createObjectNode();
    root.put("schema", SCHEMA);
    root.put("format", format.id());
    if (format == OutputFormat.JPEG) {
      root.put("jpegQuality", settings.jpegQuality());
    }
    putStrength(root, options.strength());
    root.put("noise", options.noiseScale());
    root.put("tile", tile);
    root.put("whiteBalance", rendering.whiteBalance().text());
    root.put("exposure", rendering.exposure());
    root.put("look", rendering.look().label());
    root.put("colourSpace", rendering.colourSpace().label());
    putFilters(root, options);
    return root.toString();
  }

  static JobSettings parse(String text) throws BatchException {
    try {
      JsonNode root = MAPPER.readTree(text);
      if (root.path("schema").intValue() != SCHEMA) {
        throw new BatchException("settings were written by another version: " + text);
      }
      Map<Task, ModelChoice.Name> models = new EnumMap<>(Task.class);
      for (Task task : Task.values()) {
        JsonNode name = root.path("models").path(key(task));
        if (name.isObject()) {
          models.put(
              task,
              new ModelChoice.Name(name.get("id").textValue(), name.get("sha256").textValue()));
        }
      }
      JsonNode tile = root.path("tile");
      EnhanceOptions options =
          new EnhanceOptions(
              strength(root),
              root.path("noise").doubleValue(),
              root.path("memoryBytes").longValue(),
              tile.isInt() ? OptionalInt.of(tile.intValue()) : OptionalInt.empty(),
              root.path("threads").intValue(),
              new RenderingSettings(
                  WhiteBalanceSetting.parse(root.path("whiteBalance").asText()),
                  root.path("exposure").doubleValue(),
                  Look.labelled(root.path("look").asText()).orElseThrow(),
                  ColourSpace.labelled(root.path("colourSpace").asText()).orElseThrow()),
              Optional.ofNullable(root.path("cfa").textValue()).map(Cfa::valueOf));
      return new JobSettings(
          new ModelChoice(models),
          options,
          Optional.ofNullable(root.path("format").textValue())
              .map(id -> OutputFormat.ofId(id).orElseThrow()),
          root.path("jpegQuality").intValue(),
          root.path("overwrite").booleanValue());
    } catch (JsonProcessingException | RuntimeException e) {
      throw new BatchException("settings cannot be read: " + text, e);
    }
  }

  /** The strength in the colour is named only where it is another one. */
  private static void putStrength(ObjectNode root, Strength strength) {
    root.put("strength", strength.luminance());
    if (strength.colour() != strength.luminance()) {
      root.put("colourStrength", strength.colour());
    }
  }

  /** Colour filters are named only where they are not the file's. */
  private static void putFilters(ObjectNode root, EnhanceOptions options) {
    options.cfa().ifPresent(cfa -> root.put("cfa", cfa.name()));
  }

  private static Strength strength(JsonNode root) {
    double luminance = root.path("strength").doubleValue();
    return new Strength(luminance, root.path("colourStrength").asDouble(luminance));
  }

  private static String key(Task task) {
    return task.name().toLowerCase(Locale.ROOT);
  }
}
