package hyperlumen.app;

import hyperlumen.batch.Report;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.PhotoException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a report in the form that the file's ending asks for: JSON, CSV or HTML. */
final class ReportFile {

  private ReportFile() {}

  /** Writes it whole or not at all. */
  static void write(Report report, Path file) throws PhotoException {
    String text =
        switch (InputFiles.ending(file)) {
          case "csv" -> ReportTable.of(report).csv();
          case "html", "htm" -> ReportTable.of(report).html();
          default -> Json.text(report) + "\n";
        };
    Path folder = file.toAbsolutePath().getParent();
    try {
      Files.createDirectories(folder);
      Path partial = folder.resolve(file.getFileName() + ".partial");
      try {
        Files.writeString(partial, text);
        Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(partial);
      }
    } catch (IOException e) {
      throw new PhotoException(
          Kind.WRITE_FAILED, file, "the report cannot be written: " + e.getMessage(), e);
    }
  }
}
