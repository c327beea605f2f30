package hyperlumen.batch.report;

import hyperlumen.batch.Metrics;
import hyperlumen.batch.Report;
import hyperlumen.batch.Report.Entry;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A report as one page that needs nothing else: pictures before and after under a slider, what each
 * file cost, metrics beside those of other programs, charts. It is written piece by piece, so that
 * a thousand pictures need no more memory than one.
 */
public final class ReportHtml {

  /** Pictures of more files make a page that no browser likes. */
  private static final int MOST_PICTURES = 200;

  private static final String STYLE =
      """
      <style>
      :root{color-scheme:light}
      body{font:14px system-ui,sans-serif;margin:2em;color:#222;background:#fff}
      table{border-collapse:collapse;margin:1em 0}th,td{border:1px solid #ccc;padding:.25em .6em;
      text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
      th{background:#f0f0f0;text-align:center}
      td:first-child,th:first-child,td.why{text-align:left}
      .wide{overflow-x:auto}.wide td:first-child{position:sticky;left:0;background:#fff}
      .wide td:first-child{max-width:16em;overflow:hidden;text-overflow:ellipsis}
      tr.failed td,.wide tr.failed td:first-child{background:#fdd}td.why{white-space:normal}
      svg{max-width:60em;font-size:11px}
      .files{display:grid;grid-template-columns:repeat(auto-fill,656px);gap:1.2em 2em}
      .files b{overflow-wrap:anywhere}.pair{display:inline-block;width:320px}
      .both{position:relative;width:320px;height:240px;background:#eee;--at:50%;overflow:hidden}
      .both img{position:absolute;inset:0;width:100%;height:100%;object-fit:contain}
      .both img+img{clip-path:inset(0 0 0 var(--at))}
      .both::after{content:"";position:absolute;top:0;bottom:0;left:var(--at);width:2px;
      margin-left:-1px;background:#fff;box-shadow:0 0 2px #000;pointer-events:none}
      .both input{position:absolute;top:0;left:-8px;width:calc(100% + 16px);height:100%;margin:0;
      opacity:0;cursor:ew-resize;appearance:none}
      .both input::-webkit-slider-thumb{appearance:none;width:16px;height:240px}
      .both input::-moz-range-thumb{width:16px;height:240px;border:0}
      .both:focus-within{outline:2px solid #06c}
      </style>
      """;

  private ReportHtml() {}

  /** Writes the page. */
  public static void write(Report report, Writer out) throws IOException {
    out.write("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
    out.write("<title>Hyperlumen report</title>" + STYLE + "</head><body>\n");
    out.write("<h1>Hyperlumen report</h1>\n");
    machine(report, out);
    List<Entry> done =
        report.files().stream().filter(entry -> entry.status().equals("done")).toList();
    metrics(done, out);
    charts(done, out);
    new FileCosts(others(done), out).write(report);
    out.write("<p>* with other photos in memory at the same time</p>\n");
    pictures(done, out);
    out.write("</body></html>\n");
  }

  private static void machine(Report report, Writer out) throws IOException {
    long failed = report.files().stream().filter(e -> e.status().equals("failed")).count();
    double megapixels = 0;
    double seconds = 0;
    for (Entry entry : report.files()) {
      megapixels += entry.megapixels() == null ? 0 : entry.megapixels();
      seconds += entry.seconds() == null ? 0 : entry.seconds().total();
    }
    out.write("<p>" + escaped(String.valueOf(report.machine().cpu())) + ", ");
    out.write(report.machine().threads() + " threads. ");
    out.write(
        String.format(
            Locale.ROOT,
            "%d files, %d failed; %.1f MPix in %.1f s of work.</p>%n",
            report.files().size(),
            failed,
            megapixels,
            seconds));
  }

  private static void metrics(List<Entry> done, Writer out) throws IOException {
    if (done.stream().noneMatch(entry -> entry.metrics() != null)) {
      return;
    }
    out.write("<h2>Metrics</h2>\n<table><tr><th>program</th><th>files</th>");
    for (String metric : new String[] {"PSNR dB", "SSIM", "MS-SSIM"}) {
      out.write("<th>" + metric + " mean</th><th>median</th><th>worst</th>");
    }
    out.write("</tr>\n");
    row("Hyperlumen", done, Entry::metrics, out);
    for (String other : others(done)) {
      row(other, done, entry -> baseline(entry, other), out);
    }
    out.write("</table>\n");
  }

  private static Set<String> others(List<Entry> done) {
    Set<String> names = new LinkedHashSet<>();
    done.stream()
        .filter(entry -> entry.baselines() != null)
        .forEach(entry -> names.addAll(entry.baselines().keySet()));
    return names;
  }

  static Metrics baseline(Entry entry, String other) {
    Map<String, Report.Baseline> all = entry.baselines();
    return all == null || all.get(other) == null ? null : all.get(other).metrics();
  }

  private static void row(
      String name, List<Entry> done, Function<Entry, Metrics> metrics, Writer out)
      throws IOException {
    List<Entry> measured = done.stream().filter(entry -> metrics.apply(entry) != null).toList();
    out.write("<tr><td>" + escaped(name) + "</td><td>" + measured.size() + "</td>");
    cells(measured, entry -> metrics.apply(entry).psnr(), "%.2f", out);
    cells(measured, entry -> metrics.apply(entry).ssim(), "%.4f", out);
    cells(measured, entry -> metrics.apply(entry).msSsim(), "%.4f", out);
    out.write("</tr>\n");
  }

  private static void cells(
      List<Entry> files, Function<Entry, Double> value, String form, Writer out)
      throws IOException {
    Optional<Statistics> all = Statistics.of(files, Entry::input, value);
    if (all.isEmpty()) {
      out.write("<td>-</td><td>-</td><td>-</td>");
      return;
    }
    Statistics.Case worst = all.get().worst().getFirst();
    out.write(
        String.format(
            Locale.ROOT,
            "<td>" + form + "</td><td>" + form + "</td><td title=\"%s\">" + form + "</td>",
            all.get().mean(),
            all.get().median(),
            escaped(worst.file()),
            worst.value()));
  }

  private static void charts(List<Entry> done, Writer out) throws IOException {
    List<ReportChart.Bar> times = new ArrayList<>();
    List<ReportChart.Marks> quality = new ArrayList<>();
    List<String> others = List.copyOf(others(done));
    for (Entry entry : done) {
      Report.Seconds s = entry.seconds();
      if (s != null) {
        times.add(
            new ReportChart.Bar(
                name(entry.input()),
                List.of(s.read(), s.predict(), s.network(), s.render(), s.write())));
      }
      quality(entry, others, quality);
    }
    if (!times.isEmpty()) {
      out.write("<h2>Charts</h2>\n");
      out.write(
          ReportChart.svg(
              "Seconds by stage", List.of("read", "predict", "network", "render", "write"), times));
    }
    if (!quality.isEmpty()) {
      List<String> programs = new ArrayList<>(List.of("Hyperlumen"));
      programs.addAll(others);
      out.write(ReportChart.marks("PSNR in dB", programs, quality));
    }
  }

  private static void quality(Entry entry, List<String> others, List<ReportChart.Marks> quality) {
    if (entry.metrics() == null || entry.metrics().psnr() == null) {
      return;
    }
    List<Double> values = new ArrayList<>(List.of(entry.metrics().psnr()));
    for (String other : others) {
      Metrics theirs = baseline(entry, other);
      values.add(theirs == null || theirs.psnr() == null ? Double.NaN : theirs.psnr());
    }
    quality.add(new ReportChart.Marks(name(entry.input()), values));
  }

  private static void pictures(List<Entry> done, Writer out) throws IOException {
    if (done.isEmpty()) {
      return;
    }
    out.write("<h2>Before and after</h2>\n<p>Drag across a picture: before on the left, after on");
    out.write(" the right. The second of each pair is the middle, pixel by pixel.</p>\n");
    out.write("<div class=\"files\">\n");
    for (Entry entry : done.subList(0, Math.min(MOST_PICTURES, done.size()))) {
      Optional<Thumbnail> before = Thumbnail.of(Path.of(entry.input()));
      Optional<Thumbnail> after = Thumbnail.of(Path.of(entry.output()));
      if (before.isPresent() && after.isPresent()) {
        out.write("<div><b>" + escaped(name(entry.input())) + "</b><br>\n");
        pair(before.get().whole(), after.get().whole(), out);
        pair(before.get().detail(), after.get().detail(), out);
        out.write("</div>\n");
      }
    }
    out.write("</div>\n");
    if (done.size() > MOST_PICTURES) {
      out.write("<p>and " + (done.size() - MOST_PICTURES) + " more without pictures</p>\n");
    }
  }

  private static void pair(String before, String after, Writer out) throws IOException {
    out.write("<div class=\"pair\"><div class=\"both\"><img alt=\"before\" src=\"" + before);
    out.write("\"><img alt=\"after\" src=\"" + after);
    out.write("\"><input type=\"range\" aria-label=\"before and after\" ");
    out.write(
        "oninput=\"this.parentNode.style.setProperty('--at',this.value+'%')\"></div></div>\n");
  }

  static String name(String path) {
    Path name = Path.of(path).getFileName();
    return name == null ? path : name.toString();
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
