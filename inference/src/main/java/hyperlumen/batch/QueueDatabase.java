package hyperlumen.batch;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConfig;

/**
 * The SQLite file behind a queue: one connection, write-ahead log, forced to the disk at every
 * change. Thread-safe: one thread at a time has the connection, for a whole transaction.
 */
final class QueueDatabase implements AutoCloseable {

  private static final int VERSION = 1;

  /** Changes are short; another process that holds the file longer than this is stuck. */
  private static final int BUSY_MILLISECONDS = 30_000;

  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE job (id INTEGER PRIMARY KEY AUTOINCREMENT, input TEXT NOT NULL,"
              + " input_bytes INTEGER NOT NULL, input_modified INTEGER NOT NULL, input_sha256 TEXT,"
              + " root TEXT NOT NULL, output TEXT NOT NULL UNIQUE, settings TEXT NOT NULL,"
              + " model_id TEXT, model_sha256 TEXT, tile INTEGER, tile_shrunk INTEGER NOT NULL"
              + " DEFAULT 0, state TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,"
              + " error_kind TEXT, error_message TEXT, owner TEXT, lease_until INTEGER,"
              + " cancel INTEGER NOT NULL DEFAULT 0, output_sha256 TEXT, report TEXT,"
              + " added INTEGER NOT NULL)",
          "CREATE INDEX job_state ON job (state)");

  private final String name;
  private final Connection connection;

  private QueueDatabase(String name, Connection connection) {
    this.name = name;
    this.connection = connection;
  }

  /** Reads one row. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException, BatchException;
  }

  /** What happens in one transaction. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws BatchException;
  }

  static QueueDatabase open(Path file) throws BatchException {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (!Files.isDirectory(folder)) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        if (posix) {
          // What photos somebody has is nobody else's business.
          Files.createDirectories(
              folder,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
          Files.createDirectories(folder);
        }
      }
    } catch (IOException e) {
      throw new BatchException("the queue " + file + " cannot be made: " + e.getMessage(), e);
    }
    return open(file.toString(), "jdbc:sqlite:" + file.toAbsolutePath());
  }

  static QueueDatabase inMemory() throws BatchException {
    return open("in memory", "jdbc:sqlite::memory:");
  }

  private static QueueDatabase open(String name, String url) throws BatchException {
    QueueLibrary.prepare();
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLISECONDS);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    try {
      QueueDatabase database = new QueueDatabase(name, config.createConnection(url));
      try {
        database.execute("PRAGMA journal_mode=WAL");
        database.transaction(database::migrate);
        return database;
      } catch (BatchException e) {
        database.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new BatchException("the queue " + name + " cannot be opened: " + e.getMessage(), e);
    }
  }

  private Void migrate() throws BatchException {
    int version = query("PRAGMA user_version", row -> row.getInt(1)).getFirst();
    if (version > VERSION) {
      throw new BatchException("the queue " + name + " was made by a newer version");
    }
    if (version == 0) {
      for (String table : TABLES) {
        execute(table);
      }
      execute("PRAGMA user_version=" + VERSION);
    }
    return null;
  }

  /** Runs it whole or not at all; no other process changes anything meanwhile. */
  synchronized <T> T transaction(Work<T> work) throws BatchException {
    execute("BEGIN IMMEDIATE");
    boolean finished = false;
    try {
      T result = work.run();
      execute("COMMIT");
      finished = true;
      return result;
    } finally {
      if (!finished) {
        execute("ROLLBACK");
      }
    }
  }

  synchronized void execute(String sql) throws BatchException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Number of rows changed. */
  synchronized int update(String sql, Object... values) throws BatchException {
    try (PreparedStatement statement = prepared(sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  synchronized <T> List<T> query(String sql, Row<T> reader, Object... values)
      throws BatchException {
    try (PreparedStatement statement = prepared(sql, values);
        ResultSet rows = statement.executeQuery()) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(reader.read(rows));
      }
      return found;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private PreparedStatement prepared(String sql, Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private BatchException failure(SQLException e) {
    return new BatchException("the queue " + name + ": " + e.getMessage(), e);
  }

  @Override
  public synchronized void close() throws BatchException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failure(e);
    }
  }
}
