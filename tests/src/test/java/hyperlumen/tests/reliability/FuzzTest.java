package hyperlumen.tests.reliability;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.photo.RgbPhoto;
import hyperlumen.read.bitmap.BitmapReader;
import hyperlumen.tests.reliability.FuzzSeeds.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A seeded sample of damaged files; {@link FuzzMain} is the long run. */
class FuzzTest {

  private static final int INPUTS = 1000;

  @TempDir private Path folder;

  @Test
  void theSeedsReachTheReadersOfMetadata() throws Exception {
    Map<Reader, List<byte[]>> seeds = FuzzSeeds.all(folder, folder.resolve("none"));
    for (Reader reader : List.of(Reader.PNG, Reader.JPEG, Reader.TIFF)) {
      List<String> packets = new ArrayList<>();
      for (byte[] seed : seeds.get(reader)) {
        RgbPhoto photo = BitmapReader.read(Files.write(folder.resolve("seed"), seed));
        photo.metadata().xmp().ifPresent(x -> packets.add(new String(x.array(), UTF_8)));
        assertThat(photo.metadata().losses()).isEmpty();
      }
      assertThat(packets).as(reader.name()).anyMatch(xmp -> xmp.contains("xmp:Rating=\"4\""));
      assertThat(packets.stream().anyMatch(xmp -> xmp.contains("dc:source=\"seed\"")))
          .isEqualTo(reader == Reader.JPEG);
    }
  }

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
