package hyperlumen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Native memory that was freed does not stay with the process. */
class NativeHeapTest {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final int BLOCK = 100_000;
  private static final int BLOCKS = 1000;

  @Test
  void manySmallBlocksAreGivenBackAlthoughOneBehindThemIsInUse() throws Exception {
    assumeTrue(Files.isReadable(STATUS), "this system does not tell resident memory");
    NativeHeap heap = NativeHeap.limited();
    assumeTrue(heap != NativeHeap.UNLIMITED, "this C library gives memory back by itself");
    long before = resident();
    try (Arena last = Arena.ofConfined()) {
      long full;
      try (Arena many = Arena.ofConfined()) {
        for (int i = 0; i < BLOCKS; i++) {
          many.allocate(BLOCK).fill((byte) 1);
        }
        last.allocate(BLOCK).fill((byte) 1);
        full = resident();
        assertThat(full - before).isGreaterThan((long) BLOCK * BLOCKS * 3 / 4);
      }

      heap.giveBack();

      assertThat(full - resident()).isGreaterThan((long) BLOCK * BLOCKS * 3 / 4);
    }
  }

  private static long resident() throws Exception {
    for (String line : Files.readAllLines(STATUS)) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
      }
    }
    throw new AssertionError("no VmRSS in " + STATUS);
  }
}
