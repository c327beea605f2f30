package hyperlumen.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** A row of the queue as a {@link Job}, and a report's entry as text. */
final class JobRow {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JobRow() {}

  /** The first job that fulfils an SQL condition. */
  static Optional<Job> find(QueueDatabase database, String condition, Object value)
      throws BatchException {
    return database.query("SELECT * FROM job WHERE " + condition, JobRow::job, value).stream()
        .findFirst();
  }

  static Job job(ResultSet row) throws SQLException, BatchException {
    String kind = row.getString("error_kind");
    String model = row.getString("model_id");
    int tile = row.getInt("tile");
    boolean noTile = row.wasNull();
    return new Job(
        row.getLong("id"),
        new JobOrder(
            Path.of(row.getString("input")),
            Path.of(row.getString("root")),
            Path.of(row.getString("output")),
            SettingsJson.parse(row.getString("settings"))),
        row.getLong("input_bytes"),
        Instant.ofEpochMilli(row.getLong("input_modified")),
        Optional.ofNullable(row.getString("input_sha256")),
        model == null
            ? Optional.empty()
            : Optional.of(new ModelChoice.Name(model, row.getString("model_sha256"))),
        noTile ? OptionalInt.empty() : OptionalInt.of(tile),
        row.getInt("tile_shrunk") != 0,
        JobState.valueOf(row.getString("state")),
        row.getInt("attempts"),
        kind == null
            ? Optional.empty()
            : Optional.of(new JobError(kind, row.getString("error_message"))),
        Optional.ofNullable(row.getString("output_sha256")),
        entry(row.getString("report")),
        Instant.ofEpochMilli(row.getLong("added")));
  }

  private static Optional<Report.Entry> entry(String text) throws BatchException {
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(MAPPER.readValue(text, Report.Entry.class));
    } catch (JsonProcessingException e) {
      throw new BatchException("a job of the queue has a report that cannot be read", e);
    }
  }

  static String text(Report.Entry entry) {
    try {
      return MAPPER.writeValueAsString(entry);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report's entry is always JSON", e);
    }
  }
}
