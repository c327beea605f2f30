package hyperlumen.batch.report;

import hyperlumen.batch.Report;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.PhotoException.Kind;
import hyperlumen.write.AtomicFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes a report in the form that the file's ending asks for: CSV, HTML, or else JSON. */
public final class ReportFile {

  private ReportFile() {}

  /** Writes it whole or not at all. */
  public static void write(Report report, Path file) throws PhotoException {
    Path folder = file.toAbsolutePath().getParent();
    try {
      Files.createDirectories(folder);
      try (AtomicFile whole = AtomicFile.create(file, true)) {
        try (Writer out =
            new BufferedWriter(new OutputStreamWriter(whole.stream(), StandardCharsets.UTF_8))) {
          write(report, file.getFileName().toString().toLowerCase(Locale.ROOT), out);
        }
        whole.commit();
      }
    } catch (PhotoException e) {
      throw e;
    } catch (IOException e) {
      throw new PhotoException(
          Kind.WRITE_FAILED, file, "the report cannot be written: " + e.getMessage(), e);
    }
  }

  private static void write(Report report, String name, Writer out) throws IOException {
    if (name.endsWith(".csv")) {
      out.write(ReportTable.of(report).csv());
    } else if (name.endsWith(".html") || name.endsWith(".htm")) {
      ReportHtml.write(report, out);
    } else {
      out.write(ReportJson.text(report));
    }
  }
}
