package hyperlumen.app;

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
    JsonNode tree = Json.MAPPER.valueToTree(report);
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

  /** One page without scripts or links to elsewhere. */
  String html() {
    StringBuilder text = new StringBuilder();
    text.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append("<title>Hyperlumen report</title><style>body{font:14px sans-serif;margin:2em}")
        .append("table{border-collapse:collapse}th,td{border:1px solid #bbb;padding:.3em .6em;")
        .append("text-align:right}th{background:#eee}</style></head><body>\n")
        .append("<h1>Hyperlumen report</h1>\n<p>");
    machine.forEach((name, value) -> text.append(escaped(name + ": " + value)).append("<br>"));
    text.append("</p>\n<table>\n<tr>");
    columns.forEach(column -> text.append("<th>").append(escaped(column)).append("</th>"));
    text.append("</tr>\n");
    for (Map<String, String> row : rows) {
      text.append("<tr>");
      for (String column : columns) {
        text.append("<td>").append(escaped(row.getOrDefault(column, ""))).append("</td>");
      }
      text.append("</tr>\n");
    }
    return text.append("</table>\n</body></html>\n").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
