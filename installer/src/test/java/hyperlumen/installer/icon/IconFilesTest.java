package hyperlumen.installer.icon;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The containers are read back byte by byte, as Microsoft's and Apple's formats describe them. */
class IconFilesTest {

  @SuppressWarnings("unused") // Read by @FieldSource.
  private static final List<Integer> SIDES = IconFiles.SIDES;

  /** Decoded pixels, since another Java runtime may compress them differently. */
  @ParameterizedTest
  @FieldSource("SIDES")
  void theWindowHasEverySideOfTheIconAsItIsDrawnNow(int side) throws Exception {
    var stored = IconFiles.class.getResource("/hyperlumen/ui/icon-" + side + ".png");

    assertThat(pixels(ImageIO.read(stored))).isEqualTo(pixels(IconArt.paint(side)));
  }

  @Test
  void theIconIsClearOutsideItsRoundedFrameAndOpaqueInside() {
    BufferedImage icon = IconArt.paint(64);

    assertThat(icon.getRGB(0, 0) >>> 24).isZero();
    assertThat(icon.getRGB(63, 63) >>> 24).isZero();
    assertThat(icon.getRGB(16, 32) >>> 24).isEqualTo(255);
    assertThat(icon.getRGB(48, 32) >>> 24).isEqualTo(255);
  }

  @Test
  void aWindowsIconHoldsSixPicturesUpsideDownWithTheirMasks() throws Exception {
    ByteBuffer ico = ByteBuffer.wrap(IconFiles.ico(IconArt::paint)).order(ByteOrder.LITTLE_ENDIAN);

    assertThat(ico.getInt(0)).isEqualTo(0x10000);
    assertThat(ico.getShort(4)).isEqualTo((short) 6);
    int end = 6 + 6 * 16;
    int[] sides = {16, 24, 32, 48, 64, 256};
    for (int i = 0; i < sides.length; i++) {
      int entry = 6 + i * 16;
      assertThat(ico.get(entry)).isEqualTo((byte) sides[i]);
      assertThat(ico.getShort(entry + 6)).isEqualTo((short) 32);
      assertThat(ico.getInt(entry + 12)).isEqualTo(end);
      end += ico.getInt(entry + 8);
    }
    assertThat(ico.capacity()).isEqualTo(end);
    int first = ico.getInt(6 + 12);
    assertThat(ico.getInt(first)).isEqualTo(40);
    assertThat(ico.getInt(first + 4)).isEqualTo(16);
    assertThat(ico.getInt(first + 8)).isEqualTo(32);
    int bottomLeftOfMiddle = first + 40 + (15 - 8) * 16 * 4 + 4 * 4;
    assertThat(ico.getInt(bottomLeftOfMiddle)).isEqualTo(IconArt.paint(16).getRGB(4, 8));
    int last = ico.getInt(6 + 5 * 16 + 12);
    byte[] png = new byte[ico.capacity() - last];
    ico.get(last, png);
    assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(256);
  }

  @Test
  void anAppleIconHoldsTenPicturesFrom16To1024Pixels() throws Exception {
    byte[] bytes = IconFiles.icns(IconArt::paint);
    ByteBuffer icns = ByteBuffer.wrap(bytes);

    assertThat(new String(bytes, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("icns");
    assertThat(icns.getInt(4)).isEqualTo(bytes.length);
    List<String> found = new ArrayList<>();
    for (int at = 8; at < bytes.length; at += icns.getInt(at + 4)) {
      byte[] png = java.util.Arrays.copyOfRange(bytes, at + 8, at + icns.getInt(at + 4));
      int side = ImageIO.read(new ByteArrayInputStream(png)).getWidth();
      found.add(new String(bytes, at, 4, StandardCharsets.US_ASCII) + " " + side);
    }
    assertThat(found)
        .containsExactly(
            "icp4 16",
            "icp5 32",
            "ic07 128",
            "ic08 256",
            "ic09 512",
            "ic10 1024",
            "ic11 32",
            "ic12 64",
            "ic13 256",
            "ic14 512");
  }

  @Test
  void theInstallersIconsLieInTheTree() {
    Path resources = Path.of(System.getProperty("hyperlumen.root"), "installer", "resources");

    assertThat(Files.isRegularFile(resources.resolve("hyperlumen.ico"))).isTrue();
    assertThat(Files.isRegularFile(resources.resolve("hyperlumen.icns"))).isTrue();
  }

  private static int[] pixels(BufferedImage image) {
    int side = image.getWidth();
    return image.getRGB(0, 0, side, side, null, 0, side);
  }
}
