package hyperlumen.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hyperlumen.tests.Program.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program needs no network, and does not try to reach one. */
class NoNetworkTest {

  @TempDir private Path folder;

  @Test
  void worksWhereThereIsNoNetwork() throws Exception {
    List<String> alone = List.of("unshare", "--net", "--map-root-user");
    assumeTrue(works(alone), "this system does not let us take the network away");
    Sandbox sandbox = Sandbox.in(folder);
    SmallPicture.write(sandbox.work().resolve("small.png"));

    Outcome run = Program.runUnder(alone, sandbox, "enhance", "small.png", "--out", "out");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(sandbox.work().resolve("out/small.png")).isRegularFile();
  }

  /**
   * The virtual machine opens internet sockets to learn whether there is IPv6, and closes them;
   * what counts is that nothing is sent. AF_UNIX is how the system's own services are asked.
   */
  @Test
  void sendsNothingToAnyInternetAddress() throws Exception {
    Path calls = folder.resolve("calls");
    List<String> traced =
        List.of(
            "strace",
            "-f",
            "-qq",
            "-e",
            "trace=connect,sendto,sendmsg,sendmmsg",
            "-o",
            calls.toString());
    assumeTrue(works(traced), "strace is not installed or not permitted");
    Sandbox sandbox = Sandbox.in(folder);
    SmallPicture.write(sandbox.work().resolve("small.png"));

    Outcome run = Program.runUnder(traced, sandbox, "enhance", "small.png", "--out", "out");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(Files.readAllLines(calls)).noneMatch(line -> line.contains("AF_INET"));
  }

  private static boolean works(List<String> wrapper) throws InterruptedException {
    List<String> command = new ArrayList<>(wrapper);
    command.add("true");
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false; // It is not installed.
    }
  }
}
