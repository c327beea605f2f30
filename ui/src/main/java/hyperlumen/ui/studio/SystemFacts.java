package hyperlumen.ui.studio;

import hyperlumen.runtime.CacheFolder;
import hyperlumen.runtime.DataFolder;
import hyperlumen.runtime.PeakMemory;
import hyperlumen.ui.Figures;
import hyperlumen.ui.service.ModelFacts;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.StringJoiner;

/**
 * What a report of a defect should say about the program and the machine. Names no photo and no
 * user.
 */
final class SystemFacts {

  private SystemFacts() {}

  /** Facts by name, in order. */
  static Map<String, String> of(String version, List<ModelFacts> models, Figures figures) {
    Map<String, String> facts = new LinkedHashMap<>();
    Runtime runtime = Runtime.getRuntime();
    facts.put("Hyperlumen", version.isEmpty() ? "development" : version);
    facts.put(
        "System",
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + " "
            + System.getProperty("os.arch"));
    facts.put("Java", Runtime.version() + ", " + System.getProperty("java.vm.vendor"));
    facts.put("JavaFX", String.valueOf(System.getProperty("javafx.runtime.version")));
    facts.put("Renderer", renderer());
    facts.put("Processors", Integer.toString(runtime.availableProcessors()));
    if (ManagementFactory.getOperatingSystemMXBean()
        instanceof com.sun.management.OperatingSystemMXBean system) {
      facts.put("Memory", figures.bytes(system.getTotalMemorySize()));
    }
    facts.put("Heap limit", figures.bytes(runtime.maxMemory()));
    OptionalLong peak = PeakMemory.bytes();
    facts.put("Peak memory", peak.isPresent() ? figures.bytes(peak.getAsLong()) : "unknown");
    facts.put("Cache", inHome(CacheFolder.path().toString()));
    facts.put("Added models", inHome(DataFolder.path().resolve("models").toString()));
    for (ModelFacts model : models) {
      facts.put("Model " + model.id(), model.sha256());
    }
    return facts;
  }

  /** The user's name is nobody's business in a report. */
  private static String inHome(String path) {
    return path.replace(System.getProperty("user.home"), "~");
  }

  private static String renderer() {
    String order = System.getProperty("prism.order");
    return order == null ? "default" : order;
  }

  /** The facts as lines. */
  static String text(Map<String, String> facts) {
    StringJoiner lines = new StringJoiner("\n");
    facts.forEach((name, value) -> lines.add(name + ": " + value));
    return lines.toString();
  }
}
