package hyperlumen.develop;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.photo.IntegerSamples;
import hyperlumen.photo.IntegerSamples.Samples16;
import hyperlumen.photo.IntegerSamples.Samples8;
import hyperlumen.photo.Metadata;
import hyperlumen.photo.Raster;
import hyperlumen.photo.Region;
import hyperlumen.photo.RgbPhoto;
import hyperlumen.photo.Size;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Integer samples as three channels in [0, 1]. */
class DisplayRgbTest {

  private static Raster read(IntegerSamples samples, Region region) throws Exception {
    RgbPhoto photo =
        new RgbPhoto(
            Path.of("picture.png"),
            samples,
            Optional.empty(),
            RgbPhoto.Format.PNG,
            "Deflate",
            Metadata.NONE);
    return new DisplayRgb(photo).read(region);
  }

  @Test
  @DisplayName("8-bit colour over 255, of any region")
  void eightBits() throws Exception {
    byte[] rgb = {0, 51, 102, (byte) 153, (byte) 204, (byte) 255};

    Raster right = read(new Samples8(new Size(2, 1), 3, rgb), new Region(1, 0, 1, 1));

    assertThat(right.samples()).containsExactly(153 / 255f, 204 / 255f, 1f);
  }

  @Test
  @DisplayName("16-bit grey with alpha over 65535, the same in all channels, alpha left out")
  void greyWithAlpha() throws Exception {
    short[] greyAlpha = {(short) 65535, 0, (short) 32768, 7};

    Raster raster = read(new Samples16(new Size(1, 2), 2, greyAlpha), new Region(0, 0, 1, 2));

    float half = 32768 / 65535f;
    assertThat(raster.samples()).containsExactly(1f, half, 1f, half, 1f, half);
  }
}
