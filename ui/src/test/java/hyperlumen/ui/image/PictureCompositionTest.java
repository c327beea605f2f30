package hyperlumen.ui.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PictureCompositionTest {

  @Test
  void differenceIsHalfPlusHalfTheGainTimesTheSignedDifference() throws PhotoException {
    try (StoredPicture a = StoredPicture.of(new Size(1, 1), new int[] {0xff64_32_0a});
        StoredPicture b = StoredPicture.of(new Size(1, 1), new int[] {0xff5a_46_0a});
        DifferencePicture difference = new DifferencePicture(a, b)) {
      Region pixel = new Region(0, 0, 1, 1);
      int[] argb = new int[1];
      difference.setMapping(4, DifferenceMap.ABSOLUTE);
      difference.fill(pixel, argb);
      assertThat(argb[0]).isEqualTo(0xff000000 | 40 << 16 | 80 << 8);
      difference.setMapping(2, DifferenceMap.SIGNED);
      difference.fill(pixel, argb);
      assertThat(argb[0]).isEqualTo(0xff000000 | 138 << 16 | 108 << 8 | 128);
      int[] rgb = new int[3];
      difference.valueAt(0, 0, rgb);
      assertThat(rgb).containsExactly(10 * 257, -20 * 257, 0);
    }
  }

  @Test
  void theSecondPictureCanBeMovedIntoRegister() throws PhotoException {
    int[] row = {0xff101010, 0xff808080, 0xff404040, 0xff202020};
    int[] further = {0xff000000, 0xff101010, 0xff808080, 0xff404040};
    try (StoredPicture a = StoredPicture.of(new Size(4, 1), row);
        StoredPicture b = StoredPicture.of(new Size(4, 1), further);
        DifferencePicture difference = new DifferencePicture(a, b, 1, 0)) {
      difference.setMapping(4, DifferenceMap.ABSOLUTE);
      int[] argb = new int[4];
      difference.fill(new Region(0, 0, 4, 1), argb);
      // The last pixel's counterpart lies outside.
      assertThat(argb).containsExactly(0xff000000, 0xff000000, 0xff000000, 0);
      assertThat(difference.valueAt(3, 0, new int[3])).isFalse();
      List<Region> changes = new ArrayList<>();
      difference.addListener(changes::add);
      b.invalidate(new Region(2, 0, 2, 1));
      b.invalidate(new Region(0, 0, 1, 1));
      assertThat(changes).containsExactly(new Region(1, 0, 2, 1));
      short[] rgb = new short[12];
      difference.samples(new Region(0, 0, 4, 1), rgb);
      assertThat(rgb).containsOnly((short) 0);
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
  void theLowerPictureShowsDarkerWhereTheUpperIsMissing() throws PhotoException {
    try (StoredPicture lower = StoredPicture.of(new Size(2, 1), new int[] {-1, 0xff404040});
        StoredPicture upper = StoredPicture.create(new Size(2, 1), 8);
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
}
