package hyperlumen.read.dng;

import hyperlumen.photo.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Small DNG files of every compression and layout that the reader knows, to damage them. */
public final class DngSamples {

  /** What makes a writer one of the kinds. */
  public static final List<UnaryOperator<DngWriter>> VARIANTS =
      List.of(
          w -> w.bits(12),
          w -> w.bits(14).losslessJpeg(1, 2).tiles(32, 32),
          w -> w.losslessJpeg(7, 1).restartEvery(4).inSubIfd().bigEndian(),
          w -> w.deflate(34892).tiles(32, 32).bigTiff(),
          w -> w.floats(16).deflate(3),
          w -> w.bits(8).linearRaw());

  private DngSamples() {}

  /** Writes one of a kind with all tags that matter, and gives its bytes. */
  public static byte[] bytes(Path file, UnaryOperator<DngWriter> variant) throws IOException {
    DngWriter writer =
        new DngWriter(new Size(70, 50))
            .levels(10, 200)
            .asShotNeutral(0.5, 1, 0.6)
            .colorMatrix(1, 21, 1, 0, 0, 0, 1, 0, 0, 0, 1)
            .linearizationTable(0, 1, 2, 3)
            .orientation(6)
            .noiseProfile(1e-4, 1e-7)
            .exposure(0.01, 4, 100);
    variant.apply(writer).write(file, (y, row) -> Arrays.setAll(row, x -> (x * y) & 0xff));
    return Files.readAllBytes(file);
  }
}
