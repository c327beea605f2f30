package hyperlumen.ui.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RasterPictureTest {

  @TempDir Path folder;

  /** Columns rise by 1/255; green is half of red, blue a third. */
  private static RasterSource ramp(int channels) {
    return new RasterSource() {
      @Override
      public int channels() {
        return channels;
      }

      @Override
      public Size size() {
        return new Size(256, 4);
      }

      @Override
      public void read(Region region, Raster into) {
        for (int c = 0; c < channels; c++) {
          for (int y = 0; y < region.height(); y++) {
            for (int x = 0; x < region.width(); x++) {
              into.set(c, y, x, (region.x() + x) / 255f / (c + 1));
            }
          }
        }
      }
    };
  }

  @Test
  void showsAndReadsTheRoundedSamplesOfItsSource() throws PhotoException {
    RasterPicture picture = RasterPicture.of(ramp(3), 16);
    int[] argb = new int[4];
    picture.fill(new Region(60, 1, 2, 2), argb);
    assertThat(argb).containsExactly(0xff3c1e14, 0xff3d1f14, 0xff3c1e14, 0xff3d1f14);
    int[] rgb = new int[3];
    picture.valueAt(60, 3, rgb);
    assertThat(rgb).containsExactly(60 * 257, 30 * 257, 20 * 257);
    short[] samples = new short[3];
    picture.samples(new Region(60, 3, 1, 1), samples);
    assertThat(samples).containsExactly((short) 15420, (short) 7710, (short) 5140);
  }

  @Test
  void greyFillsAllColoursAndAlphaIsNotShown() throws PhotoException {
    RasterPicture picture = RasterPicture.of(ramp(2), 8);
    int[] argb = new int[1];
    picture.fill(new Region(80, 0, 1, 1), argb);
    assertThat(argb).containsExactly(0xff505050);
  }

  @Test
  void roundingIsTheWriters() {
    assertThat(SampleCodes.quantise(.5f, 255)).isEqualTo(128);
    assertThat(SampleCodes.quantise(-1, 65535)).isZero();
    assertThat(SampleCodes.quantise(2, 65535)).isEqualTo(65535);
    assertThat(SampleCodes.quantise(Float.NaN, 65535)).isZero();
    for (int v = 0; v < 65536; v++) {
      assertThat(SampleCodes.narrow(v)).isEqualTo((int) Math.round(v / 257.0));
    }
  }

  @Test
  void aGrowingPictureIsTransparentWhereItIsNotFinished() throws PhotoException {
    RasterPicture picture = RasterPicture.growing(ramp(3), 8);
    List<Region> changes = new ArrayList<>();
    picture.addListener(changes::add);
    Region strip = new Region(0, 1, 256, 2);
    picture.finish(strip);
    int[] argb = new int[4];
    picture.fill(new Region(30, 0, 1, 4), argb);
    assertThat(argb).containsExactly(0, 0xff1e0f0a, 0xff1e0f0a, 0);
    short[] samples = new short[12];
    picture.samples(new Region(30, 0, 1, 4), samples);
    assertThat(samples[0]).isZero();
    assertThat(samples[3]).isEqualTo((short) (30 * 257));
    assertThat(picture.valueAt(30, 0, new int[3])).isFalse();
    assertThat(changes).containsExactly(strip);
    assertThat(picture.version()).isEqualTo(1);
  }

  @Test
  void anotherRenderingTakesItsPlaceAtOnce() throws PhotoException {
    RasterPicture picture = RasterPicture.of(ramp(3), 8);
    picture.replace(ramp(1));
    int[] argb = new int[1];
    picture.fill(new Region(30, 0, 1, 1), argb);
    assertThat(argb).containsExactly(0xff1e1e1e);
    assertThatThrownBy(() -> picture.replace(RasterSourceOf.size(new Size(3, 3))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** A source that only has a size. */
  private record RasterSourceOf(Size size) implements RasterSource {
    static RasterSource size(Size size) {
      return new RasterSourceOf(size);
    }

    @Override
    public int channels() {
      return 1;
    }

    @Override
    public void read(Region region, Raster into) {}
  }
}
