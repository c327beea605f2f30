package hyperlumen.batch.report;

import com.fasterxml.jackson.databind.JsonNode;
import hyperlumen.batch.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A report as rows and columns: nested names are joined by dots, such as seconds.network.
 *
 * @param columns all names that occur, in order
 * @param rows one per file, values by name
 * @param machine the machine's facts by name
 */
record ReportTable(
    List<String> columns, List<Map<String, String>> rows, Map<String, String> machine) {

  static ReportTable of(Report report) {
    JsonNode tree = ReportJson.MAPPER.valueToTree(report);
    Set<String> columns = new LinkedHashSet<>();
    List<Map<String, String>> rows = new ArrayList<>();
    for (JsonNode file : tree.get("files")) {
      Map<String, String> row = new LinkedHashMap<>();
      flatten("", file, row);
      columns.addAll(row.keySet());
      rows.add(row);
    }
    Map<String, String> machine = new LinkedHashMap<>();
    flatten("", tree.get("machine"), machine);
    return new ReportTable(List.copyOf(columns), rows, machine);
  }

  private static void flatten(String prefix, JsonNode node, Map<String, String> into) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String name = prefix + field.getKey();
      if (field.getValue().isObject()) {
        flatten(name + ".", field.getValue(), into);
      } else if (!field.getValue().isNull()) {
        into.put(name, field.getValue().asText());
      }
    }
  }

  /** Comma-separated, quoted where needed (RFC 4180), with a heading. */
  String csv() {
    StringBuilder text = new StringBuilder();
    line(text, columns);
    for (Map<String, String> row : rows) {
      line(text, columns.stream().map(c -> row.getOrDefault(c, "")).toList());
    }
    return text.toString();
  }

  private static void line(StringBuilder text, List<String> cells) {
    text.append(String.join(",", cells.stream().map(ReportTable::quoted).toList())).append("\r\n");
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
