package hyperlumen.read.external;

import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program with an end to its time, memory and output. */
final class LimitedProcess {

  /** Most memory of the program in KiB: a 150-megapixel photo in four 16-bit channels, twice. */
  private static final long MAX_MEMORY_KIB = 4L << 20;

  /** Largest file it may write, in blocks of 512 bytes: 2 GiB, the same photo as a TIFF. */
  private static final long MAX_FILE_BLOCKS = 4L << 20;

  /** Most of its messages that are kept: real ones have some 5 KB. */
  private static final int MAX_OUTPUT = 1 << 20;

  /** How often a running program is looked at. */
  private static final long LOOK_MILLIS = 20;

  /** Where a POSIX shell is found on Linux and macOS. */
  private static final Path SHELL = Path.of("/bin/sh");

  /**
   * What became of it.
   *
   * @param exit its exit code, or -1 if it was stopped because of a limit
   * @param output what it printed
   */
  record Outcome(int exit, String output) {}

  private LimitedProcess() {}

  /**
   * Runs {@code command} in {@code folder} until it ends or {@code limit} has passed.
   *
   * @throws CancelledException if the user wants it to end; the program is stopped
   */
  static Outcome run(List<String> command, Path folder, Duration limit, Progress progress)
      throws IOException, CancelledException {
    Path output = Files.createTempFile(folder, "messages", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(limited(command))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      boolean ended = await(process, limit, output, progress);
      return new Outcome(ended ? process.exitValue() : -1, text(output));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } finally {
      process.destroyForcibly();
    }
  }

  private static boolean await(Process process, Duration limit, Path output, Progress progress)
      throws IOException, InterruptedException, CancelledException {
    long end = System.nanoTime() + limit.toNanos();
    while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      progress.checkCancelled();
      if (System.nanoTime() - end > 0 || Files.size(output) > MAX_OUTPUT) {
        return false;
      }
    }
    return true;
  }

  private static String text(Path output) throws IOException {
    try (InputStream in = Files.newInputStream(output)) {
      return new String(in.readNBytes(MAX_OUTPUT), StandardCharsets.UTF_8);
    }
  }

  /** The command under a shell that sets the limits; where there is no shell, as it is. */
  private static List<String> limited(List<String> command) {
    if (!Files.isExecutable(SHELL)) {
      return command;
    }
    List<String> under = new ArrayList<>();
    under.add(SHELL.toString());
    under.add("-c");
    // Systems that know no limit on memory (macOS) keep the others.
    under.add("ulimit -c 0; ulimit -v $1 2>/dev/null; ulimit -f $2; shift 2; exec \"$@\"");
    under.add("sh");
    under.add(Long.toString(MAX_MEMORY_KIB));
    under.add(Long.toString(MAX_FILE_BLOCKS));
    under.addAll(command);
    return under;
  }
}
