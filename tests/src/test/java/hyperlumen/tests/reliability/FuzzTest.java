package hyperlumen.tests.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.tests.reliability.FuzzSeeds.Reader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A seeded sample of damaged files; {@link FuzzMain} is the long run. */
class FuzzTest {

  private static final int INPUTS = 1000;

  @TempDir private Path folder;

  @Test
  void damagedFilesGiveAPhotoOrASentenceSoon() throws Exception {
    System.setProperty("hyperlumen.libraw", "");
    Map<Reader, List<byte[]>> seeds = FuzzSeeds.all(folder, folder.resolve("none"));
    for (Reader reader : Reader.values()) {
      Mutator mutator = new Mutator(seeds.get(reader), 42);
      Fuzzer fuzzer = new Fuzzer(folder);
      for (int i = 0; i < INPUTS; i++) {
        fuzzer.read(mutator.next());
      }
      assertThat(fuzzer.findings()).as(reader.name()).isEmpty();
      assertThat(fuzzer.shareBehindHeader()).as(reader.name()).isGreaterThan(0.1);
    }
  }
}
