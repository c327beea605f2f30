package hyperlumen.batch.report;

import hyperlumen.batch.Metrics;
import hyperlumen.batch.Report;
import hyperlumen.batch.Report.Entry;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.Locale;

/**
 * What each file cost and how near it came, as a table for people: rounded, with units in its
 * heading. All digits, hashes and paths are in the JSON and CSV forms.
 */
final class FileCosts {

  private final Collection<String> others;
  private final Writer out;

  /**
   * Begins a table.
   *
   * @param others names of other programs whose metrics stand beside ours
   */
  FileCosts(Collection<String> others, Writer out) {
    this.others = others;
    this.out = out;
  }

  void write(Report report) throws IOException {
    boolean measured = report.files().stream().anyMatch(entry -> entry.metrics() != null);
    out.write("<h2>Files</h2>\n<div class=\"wide\"><table>\n<tr><th rowspan=\"2\">file</th>");
    out.write(
        "<th rowspan=\"2\">model</th><th rowspan=\"2\">MPix</th><th colspan=\"2\">GFLOP</th>");
    out.write("<th colspan=\"7\">seconds</th><th colspan=\"2\">memory MB</th>");
    out.write("<th colspan=\"2\">tiles</th>");
    if (measured) {
      head("Hyperlumen");
      for (String other : others) {
        head(other);
      }
    }
    out.write("</tr>\n<tr><th>useful</th><th>executed</th><th>read</th><th>predict</th>");
    out.write("<th>network</th><th>render</th><th>write</th><th>total</th><th>stated</th>");
    out.write("<th>peak</th><th>stated</th><th>side</th><th>number</th>");
    for (int i = 0; measured && i <= others.size(); i++) {
      out.write("<th>PSNR dB</th><th>SSIM</th><th>MS-SSIM</th>");
    }
    out.write("</tr>\n");
    for (Entry entry : report.files()) {
      row(entry, measured);
    }
    out.write("</table></div>\n");
  }

  private void head(String program) throws IOException {
    out.write("<th colspan=\"3\">" + ReportHtml.escaped(program) + "</th>");
  }

  private void row(Entry entry, boolean measured) throws IOException {
    out.write("<tr class=\"" + ReportHtml.escaped(entry.status()) + "\"><td title=\"");
    out.write(ReportHtml.escaped(entry.input()) + "\">");
    out.write(ReportHtml.escaped(ReportHtml.name(entry.input())) + "</td>");
    if (entry.seconds() == null || entry.model() == null) {
      String why = entry.error() == null ? entry.status() : entry.error().message();
      int columns = 15 + (measured ? 3 * (1 + others.size()) : 0);
      out.write("<td colspan=\"" + (columns - 1) + "\" class=\"why\">");
      out.write(ReportHtml.escaped(why) + "</td></tr>\n");
      return;
    }
    out.write("<td title=\"SHA-256 " + ReportHtml.escaped(entry.model().sha256()) + "\">");
    out.write(ReportHtml.escaped(entry.model().id()) + "</td>");
    cell(entry.megapixels(), "%.2f");
    cell(entry.flop().useful() / 1e9, "%.1f");
    cell(entry.flop().executed() / 1e9, "%.1f");
    Report.Seconds s = entry.seconds();
    for (double value :
        new double[] {s.read(), s.predict(), s.network(), s.render(), s.write(), s.total()}) {
      cell(value, "%.2f");
    }
    cell(s.predicted(), "%.2f");
    Long peak = entry.memory().peakRssBytes();
    cell(peak == null ? null : peak / 1e6, entry.memory().overlapped() ? "%.0f *" : "%.0f");
    cell(entry.memory().predictedBytes() / 1e6, "%.0f");
    out.write("<td>" + entry.tile().size());
    out.write((entry.tile().shrunk() ? " (smaller: memory ran out)" : "") + "</td>");
    out.write("<td>" + entry.tile().count() + "</td>");
    if (measured) {
      metrics(entry.metrics());
      for (String other : others) {
        metrics(ReportHtml.baseline(entry, other));
      }
    }
    out.write("</tr>\n");
  }

  private void metrics(Metrics metrics) throws IOException {
    if (metrics != null && metrics.identical()) {
      out.write("<td>identical</td>");
    } else {
      cell(metrics == null ? null : metrics.psnr(), "%.2f");
    }
    cell(metrics == null ? null : metrics.ssim(), "%.4f");
    cell(metrics == null ? null : metrics.msSsim(), "%.4f");
  }

  private void cell(Double value, String form) throws IOException {
    out.write("<td>" + (value == null ? "-" : String.format(Locale.ROOT, form, value)) + "</td>");
  }
}
