package hyperlumen.batch.report;

import hyperlumen.batch.Report;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.PhotoException.Kind;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** Writes a report in the form that the file's ending asks for: CSV, HTML, or else JSON. */
public final class ReportFile {

  private ReportFile() {}

  /** Writes it whole or not at all. */
  public static void write(Report report, Path file) throws PhotoException {
    Path folder = file.toAbsolutePath().getParent();
    try {
      Files.createDirectories(folder);
      Path partial = folder.resolve(file.getFileName() + ".partial");
      try {
        try (Writer out = Files.newBufferedWriter(partial)) {
          write(report, file.getFileName().toString().toLowerCase(Locale.ROOT), out);
        }
        Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(partial);
      }
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
