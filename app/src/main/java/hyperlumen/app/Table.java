package hyperlumen.app;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of text in aligned columns: the first flush left, all others flush right. */
final class Table {

  private final List<String[]> rows = new ArrayList<>();

  /** A table with a heading. */
  Table(String... heading) {
    rows.add(heading);
  }

  /** Adds a row with as many cells as the heading has. */
  void row(String... cells) {
    if (cells.length != rows.getFirst().length) {
      throw new IllegalArgumentException(
          cells.length + " cells do not fit " + Arrays.toString(rows.getFirst()));
    }
    rows.add(cells);
  }

  /** Prints it. */
  void print(PrintWriter out) {
    int columns = rows.getFirst().length;
    int[] widths = new int[columns];
    for (String[] row : rows) {
      for (int c = 0; c < columns; c++) {
        widths[c] = Math.max(widths[c], row[c].length());
      }
    }
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < columns; c++) {
        String space = " ".repeat(widths[c] - row[c].length());
        line.append(c == 0 ? row[c] + space : "  " + space + row[c]);
      }
      out.println(line.toString().stripTrailing());
    }
    out.flush();
  }
}
