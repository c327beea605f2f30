package hyperlumen.tests.reliability;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * A batch that is killed with {@code kill -9} again and again and resumed each time. After every
 * kill no source may have changed and every file under a final name must be whole; in the end the
 * outputs must be those of a run that nobody disturbed.
 */
final class KillTrials {

  private static final double KILLED_WHILE_STARTING = 0.2;
  private static final int LONGEST_START_MILLISECONDS = 1500;
  private static final int LONGEST_WORK_MILLISECONDS = 700;
  private static final int MINUTES = 30;

  private final Path folder;
  private final Path assets;
  private final Map<String, String> sources;
  private final Map<String, String> expected;
  private final Random random;
  private final List<String> findings = new ArrayList<>();
  private int kills;
  private int killsAtWork;
  private int temporaries;

  /** Prepares the pictures and the undisturbed run. */
  KillTrials(Path folder, int pictures, long seed) throws Exception {
    this.folder = folder;
    this.assets = Pictures.assets(folder.resolve("assets"));
    this.random = new Random(seed);
    Pictures.write(folder.resolve("in"), pictures);
    sources = Pictures.hashes(folder.resolve("in"));
    Process whole = start("whole", "whole.sqlite");
    drain(whole, Long.MAX_VALUE);
    expected = Pictures.hashes(folder.resolve("whole"));
    if (whole.waitFor() != 0 || expected.size() != pictures) {
      throw new IllegalStateException("the undisturbed run failed");
    }
  }

  private Process start(String out, String queue) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dai.djl.offline=true",
            "-Dhyperlumen.assets=" + assets,
            "-cp",
            System.getProperty("java.class.path"),
            "hyperlumen.app.Main",
            "enhance",
            "in",
            "--out",
            out,
            "--tile",
            "160",
            "--queue",
            queue,
            "--resume");
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    return builder.start();
  }

  /** Reads what it says until it has finished {@code photos}; gives how many it has. */
  private static long drain(Process process, long photos) throws IOException {
    long done = 0;
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.contains(": done in ") && ++done >= photos) {
        break;
      }
    }
    return done;
  }

  /** One kill and what it left. */
  void killOnce() throws Exception {
    Process process = start("out", "queue.sqlite");
    if (random.nextDouble() < KILLED_WHILE_STARTING) {
      process.waitFor(random.nextInt(LONGEST_START_MILLISECONDS), TimeUnit.MILLISECONDS);
    } else {
      killsAtWork += drain(process, 1) > 0 ? 1 : 0;
      process.waitFor(random.nextInt(LONGEST_WORK_MILLISECONDS), TimeUnit.MILLISECONDS);
    }
    process.destroyForcibly();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      throw new IllegalStateException("a killed process does not end");
    }
    kills++;
    Path out = folder.resolve("out");
    if (Files.isDirectory(out)) {
      temporaries += Pictures.temporaries(out) > 0 ? 1 : 0;
    }
    check("after kill " + kills);
  }

  private void check(String when) throws IOException {
    if (!Pictures.hashes(folder.resolve("in")).equals(sources)) {
      findings.add(when + ": a source was changed");
    }
    Pictures.hashes(folder.resolve("out"))
        .forEach(
            (name, hash) -> {
              if (!hash.equals(expected.get(name))) {
                findings.add(when + ": " + name + " is not whole");
              }
            });
  }

  /** Lets the last run finish and compares all outputs. */
  void finish() throws Exception {
    Process last = start("out", "queue.sqlite");
    drain(last, Long.MAX_VALUE);
    if (last.waitFor() != 0) {
      findings.add("the last run failed");
    }
    check("in the end");
    if (!Pictures.hashes(folder.resolve("out")).equals(expected)) {
      findings.add("in the end: the outputs are not those of an undisturbed run");
    }
    if (Pictures.temporaries(folder.resolve("out")) > 0) {
      findings.add("in the end: hidden files are left");
    }
  }

  List<String> findings() {
    return findings;
  }

  /** Outputs that are there. */
  int finished() throws IOException {
    return Pictures.hashes(folder.resolve("out")).size();
  }

  @Override
  public String toString() {
    return kills
        + " kills, "
        + killsAtWork
        + " of them at work, "
        + temporaries
        + " of them in the middle of an output; "
        + findings.size()
        + " findings";
  }
}
