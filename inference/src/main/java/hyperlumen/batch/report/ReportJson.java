package hyperlumen.batch.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import hyperlumen.batch.BatchException;
import hyperlumen.batch.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reports as JSON, version 1: written, and read back for merging. */
public final class ReportJson {

  /** A report nests this deep at the most; anything deeper is none. */
  private static final int DEPTH = 16;

  /** A hundred thousand photos. */
  private static final long LARGEST = 256 << 20;

  static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  static {
    MAPPER
        .getFactory()
        .setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH).build());
  }

  private ReportJson() {}

  /** Indented, fields in the agreed order. */
  public static String text(Report report) {
    try {
      return MAPPER.writeValueAsString(report) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report is always JSON", e);
    }
  }

  /**
   * Reads a report.
   *
   * @throws BatchException if it is none, or one of another version
   */
  public static Report read(Path file) throws BatchException {
    try {
      if (Files.size(file) > LARGEST) {
        throw new BatchException(file.getFileName() + ": is too large for a report");
      }
      Report report = MAPPER.readValue(file.toFile(), Report.class);
      if (report == null || report.schema() != Report.SCHEMA || report.files() == null) {
        throw new BatchException(file.getFileName() + ": is not a report of version 1");
      }
      return report;
    } catch (JsonProcessingException e) {
      throw new BatchException(
          file.getFileName() + ": is not a report: " + e.getOriginalMessage(), e);
    } catch (BatchException e) {
      throw e;
    } catch (IOException e) {
      throw new BatchException(file.getFileName() + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
