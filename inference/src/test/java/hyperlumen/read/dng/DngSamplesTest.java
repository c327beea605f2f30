package hyperlumen.read.dng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hyperlumen.photo.LinearPhoto;
import hyperlumen.photo.RawPhoto;
import hyperlumen.photo.Size;
import hyperlumen.progress.Progress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mosaics of real cameras are those of an independent decoder, bit for bit. */
class DngSamplesTest {

  private static final Path RAW =
      Path.of(System.getProperty("hyperlumen.root", "."), "..", "shared", "data", "raw");

  /** SHA-256 of the samples that {@code dcraw -D -4 -t 0} writes (big-endian). */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
    bmpcc_cinemadng_ljpeg12.dng, 1952, 1112, da567ff55aa89e5d45ddcae4fa4201ca3dbc13af403fed131236a9addb44e203
    canon_x4_uncompressed14_colorchart.dng, 1734, 1156, 906616f86d33ef90ece6fd04d82ae9be26a94d30b7d327790c609ac717250ca8
    imx296-burst/dark/frame00.dng, 1456, 1088, 4ba6f756de0a856610c2025ca9309d4382009ab6b489d06ead8ec1de21380e57
    imx296-burst/sceneA/frame00.dng, 1456, 1088, 88e9574c610ed0ea1e677d89c10fbac445756ebe21229e875b761997e40dd21e
    imx296_pidng10_spot.dng, 1456, 1088, 58d56eb21fa1181b7ca8e31fac9173c73a994a3da9204bb48b2df4aa7aaab241
    spacecubics/image3.dng, 1920, 1200, 5ae437f68732cf404ecf32967fdfaea43b5df2cdfb412755b93b9594e5964912
    spacecubics/image4.dng, 1920, 1200, 7e4d4a6a00aa4f3f0f0ffcdfadfed2000e61ad4c72eba1c9474ccfa2a244e6e4
    unknown_640x480_cfa10_packed.dng, 640, 480, 10bd09b2547f2e6d9b8ca6086c4534038a682644dfe307169853122997bd2764
    """)
  void mosaicIsThatOfDcraw(String name, int width, int height, String sha256) throws Exception {
    Path file = RAW.resolve(name);
    assumeTrue(Files.exists(file), "needs " + name);

    RawPhoto photo = (RawPhoto) DngReader.read(file, Progress.NONE);

    Size size = photo.mosaic().size();
    assertThat(size).isEqualTo(new Size(width, height));
    ByteBuffer bytes = ByteBuffer.allocate((int) size.pixels() * 2);
    bytes.asShortBuffer().put(photo.mosaic().samples(), 0, (int) size.pixels());
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.array());
    assertThat(HexFormat.of().formatHex(digest)).isEqualTo(sha256);
  }

  /** dcraw cuts the polynomial's result to an integer where it is rounded here: 0 or 1 less. */
  @ParameterizedTest
  @ValueSource(strings = {"lg_h815_lossy_linear.dng", "lg_h815_lossy_linear_with_preview.dng"})
  void linearSamplesAreThoseOfDcraw(String name) throws Exception {
    Path file = RAW.resolve(name);
    assumeTrue(Files.exists(file), "needs " + name);
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/dcraw")), "needs dcraw");
    Process dcraw =
        new ProcessBuilder("/usr/bin/dcraw", "-D", "-4", "-c", "-t", "0", file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    ByteBuffer expected = ByteBuffer.wrap(dcraw.getInputStream().readAllBytes());
    expected.position("P6\n600 338\n65535\n".length());

    LinearPhoto photo = (LinearPhoto) DngReader.read(file, Progress.NONE);

    assertThat(photo.size()).isEqualTo(new Size(600, 338));
    assertThat(expected.remaining()).isEqualTo(600 * 338 * 3 * 2);
    for (int i = 0; i < 600 * 338 * 3; i++) {
      int ours = photo.samples().sample(i / 1800, i / 3 % 600, i % 3);
      assertThat(ours - (expected.getShort() & 0xffff)).isBetween(0, 1);
    }
  }
}
