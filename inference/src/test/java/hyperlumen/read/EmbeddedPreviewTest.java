package hyperlumen.read;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.photo.Orientation;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The preview is found where cameras put it, in the size that is wanted. */
class EmbeddedPreviewTest {

  @TempDir Path folder;

  private static byte[] jpeg(int width, int height, int rgb) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] row = new int[width * height];
    Arrays.fill(row, rgb);
    image.setRGB(0, 0, width, height, row, 0, width);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", out);
    return out.toByteArray();
  }

  /** A TIFF of two directories, each with a JPEG: one by offset and length, one as a strip. */
  private byte[] file() throws IOException {
    byte[] small = jpeg(160, 120, 0xff0000);
    byte[] large = jpeg(800, 600, 0x0000ff);
    int firstDirectory = 8;
    int secondDirectory = firstDirectory + 2 + 3 * 12 + 4;
    int smallAt = secondDirectory + 2 + 3 * 12 + 4;
    int largeAt = smallAt + small.length;
    ByteBuffer out = ByteBuffer.allocate(largeAt + large.length).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(firstDirectory);
    out.putShort((short) 3);
    entry(out, 0x0112, 3, 6);
    entry(out, 0x0201, 4, smallAt);
    entry(out, 0x0202, 4, small.length);
    out.putInt(secondDirectory);
    out.putShort((short) 3);
    entry(out, 259, 3, 7);
    entry(out, 273, 4, largeAt);
    entry(out, 279, 4, large.length);
    out.putInt(0);
    out.put(small).put(large);
    return out.array();
  }

  private static void entry(ByteBuffer out, int tag, int type, int value) {
    out.putShort((short) tag).putShort((short) type).putInt(1).putInt(value);
  }

  @Test
  void takesTheSmallestThatIsLargeEnough() throws IOException {
    Path file = Files.write(folder.resolve("a.nef"), file());
    EmbeddedPreview small = EmbeddedPreview.of(file, 150).orElseThrow();
    assertThat(small.image().getWidth()).isEqualTo(160);
    assertThat(small.orientation()).isEqualTo(Orientation.ROTATE_90);
    assertThat(small.image().getRGB(80, 60) >> 16 & 0xff).isGreaterThan(240);
    EmbeddedPreview large = EmbeddedPreview.of(file, 200).orElseThrow();
    assertThat(large.image().getWidth()).isEqualTo(400);
    assertThat(large.image().getRGB(200, 150) & 0xff).isGreaterThan(240);
    assertThat(EmbeddedPreview.of(file, 2000).orElseThrow().image().getWidth()).isEqualTo(800);
  }

  @Test
  void nothingIsWorthAnError() throws IOException {
    byte[] good = file();
    Random random = new Random(3);
    for (int i = 0; i < 200; i++) {
      byte[] bad = i % 2 == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
      for (int k = 0; k < 3 && bad.length > 0; k++) {
        bad[random.nextInt(Math.min(bad.length, 400))] = (byte) random.nextInt();
      }
      Path file = Files.write(folder.resolve("bad.nef"), bad);
      Optional<EmbeddedPreview> preview = EmbeddedPreview.of(file, 160);
      preview.ifPresent(p -> assertThat(p.image().getWidth()).isPositive());
    }
    assertThat(EmbeddedPreview.of(folder.resolve("gone.nef"), 160)).isEmpty();
  }
}
