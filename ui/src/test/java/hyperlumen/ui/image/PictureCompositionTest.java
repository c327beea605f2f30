package hyperlumen.ui.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PictureCompositionTest {

  @TempDir Path folder;

  @Test
  void differenceIsHalfPlusHalfTheGainTimesTheSignedDifference() throws PhotoException {
    try (StoredPicture a = StoredPicture.of(new Size(1, 1), new int[] {0xff64_32_0a});
        StoredPicture b = StoredPicture.of(new Size(1, 1), new int[] {0xff5a_46_0a});
        DifferencePicture difference = new DifferencePicture(a, b)) {
      Region pixel = new Region(0, 0, 1, 1);
      int[] argb = new int[1];
      difference.setMapping(4, false);
      difference.fill(pixel, argb);
      assertThat(argb[0]).isEqualTo(0xff000000 | 40 << 16 | 80 << 8);
      difference.setMapping(2, true);
      difference.fill(pixel, argb);
      assertThat(argb[0]).isEqualTo(0xff000000 | 138 << 16 | 108 << 8 | 128);
      int[] rgb = new int[3];
      difference.valueAt(0, 0, rgb);
      assertThat(rgb).containsExactly(10 * 257, -20 * 257, 0);
    }
  }

  @Test
  void picturesOfDifferentSizesHaveNoDifference() {
    try (StoredPicture a = StoredPicture.of(new Size(1, 1), new int[1]);
        StoredPicture b = StoredPicture.of(new Size(1, 2), new int[2])) {
      assertThatThrownBy(() -> new DifferencePicture(a, b))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void theLowerPictureShowsDarkerWhereTheUpperIsMissing() throws IOException {
    try (StoredPicture lower = StoredPicture.of(new Size(2, 1), new int[] {-1, 0xff404040});
        StoredPicture upper = StoredPicture.create(new Size(2, 1), 8, folder);
        OverlayPicture overlay = new OverlayPicture(upper, lower)) {
      List<Region> changes = new ArrayList<>();
      overlay.addListener(changes::add);
      int[] argb = new int[2];
      overlay.fill(new Region(0, 0, 2, 1), argb);
      assertThat(argb).containsExactly(0xff9e9e9e, 0xff282828);
      assertThat(overlay.valueAt(0, 0, new int[3])).isFalse();
      upper.write(new Region(0, 0, 1, 1), new Raster(1, 1, 1, new float[] {.2f}));
      overlay.fill(new Region(0, 0, 2, 1), argb);
      assertThat(argb).containsExactly(0xff333333, 0xff282828);
      assertThat(changes).containsExactly(new Region(0, 0, 1, 1));
    }
  }

  @Test
  void aRasterSourceIsShownWithoutBeingStored() throws PhotoException {
    RasterSource ramp =
        new RasterSource() {
          @Override
          public int channels() {
            return 3;
          }

          @Override
          public Size size() {
            return new Size(256, 4);
          }

          @Override
          public void read(Region region, Raster into) {
            for (int c = 0; c < 3; c++) {
              for (int y = 0; y < region.height(); y++) {
                for (int x = 0; x < region.width(); x++) {
                  into.set(c, y, x, (region.x() + x) / 255f / (c + 1));
                }
              }
            }
          }
        };
    RasterPicture picture = new RasterPicture(ramp, 16);
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
}
