package hyperlumen.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hyperlumen.tests.Program.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real disk that is full: one of a few kilobytes in memory, which only the program sees. */
class FullDiskTest {

  private static final int PICTURES = 8;

  /**
   * Makes the disk, runs the program, keeps what it says, makes the disk larger, lets it resume,
   * and copies the disk's files to where they outlive it.
   */
  private static final String SCRIPT =
      """
      mount -t tmpfs -o size=48k tmpfs "$PWD/out" || exit 99
      "$@"
      echo "first run: $?" >&2
      ls -A out > first
      mount -o remount,size=16m "$PWD/out" || exit 98
      "$@" --resume || exit 97
      cp out/* kept/
      """;

  @TempDir private Path folder;

  @Test
  void stopsTheRunSaysSoAndIsResumedWhenThereIsRoom() throws Exception {
    List<String> ownMounts = List.of("unshare", "--mount", "--map-root-user", "sh", "-c");
    assumeTrue(works(ownMounts), "this system does not let us mount anything");
    Sandbox sandbox = Sandbox.in(folder);
    Path work = sandbox.work();
    Path in = Files.createDirectories(work.resolve("in"));
    Path out = Files.createDirectories(work.resolve("out"));
    Path kept = Files.createDirectories(work.resolve("kept"));
    for (int i = 0; i < PICTURES; i++) {
      SmallPicture.write(in.resolve("p" + i + ".png"));
    }
    List<String> wrapper = new ArrayList<>(ownMounts);
    wrapper.add(SCRIPT);
    wrapper.add("sh");

    Outcome both = Program.runUnder(wrapper, sandbox, "enhance", "in", "--out", "out");

    assertThat(both.code()).as(both.err()).isZero();
    assertThat(both.err())
        .contains("the disk of " + out + " is full; free some space and continue with --resume")
        .doesNotContain("first run: 0");
    List<String> first = Files.readAllLines(work.resolve("first"));
    assertThat(first).hasSizeBetween(1, PICTURES - 1).allMatch(name -> name.matches("p\\d\\.png"));
    try (Stream<Path> files = Files.list(kept)) {
      assertThat(files).hasSize(PICTURES);
    }
    byte[] one = Files.readAllBytes(kept.resolve("p0.png"));
    for (int i = 1; i < PICTURES; i++) {
      // They were made of the same picture, before the disk was full or after.
      assertThat(kept.resolve("p" + i + ".png")).hasBinaryContent(one);
    }
  }

  private static boolean works(List<String> ownMounts) throws InterruptedException {
    List<String> command = new ArrayList<>(ownMounts);
    command.add("mount -t tmpfs tmpfs /mnt");
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false; // It is not installed.
    }
  }
}
