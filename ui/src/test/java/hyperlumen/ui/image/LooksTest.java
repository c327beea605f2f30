package hyperlumen.ui.image;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import org.junit.jupiter.api.Test;

/** What the user looks at follows from the pieces that are painted. */
class LooksTest {

  private static final long SECOND = 1_000_000_000;

  @Test
  void piecesOfOnePaintingBelongTogetherAndLaterOnesDoNot() {
    Looks looks = new Looks();
    assertThat(looks.last()).isEmpty();

    looks.add(new Region(100, 100, 50, 50), 0);
    looks.add(new Region(150, 100, 50, 50), SECOND / 10);
    looks.add(new Region(100, 150, 50, 50), SECOND / 5);
    assertThat(looks.last()).hasValue(new Region(100, 100, 100, 100));

    looks.add(new Region(0, 0, 10, 10), 2 * SECOND);
    assertThat(looks.last()).hasValue(new Region(0, 0, 10, 10));
  }

  @Test
  void aGrowingPictureRemembersWhereItWasLookedAt() throws Exception {
    RasterPicture picture = RasterPicture.growing(new Grey(new Size(64, 48)), 8);
    assertThat(picture.lookedAt()).isEqualTo(new Region(0, 0, 64, 48));

    picture.fill(new Region(16, 8, 8, 8), new int[64]);
    assertThat(picture.lookedAt()).isEqualTo(new Region(16, 8, 8, 8));
  }

  private record Grey(Size size) implements RasterSource {
    @Override
    public int channels() {
      return 3;
    }

    @Override
    public void read(Region region, Raster into) {
      java.util.Arrays.fill(into.samples(), 0.5f);
    }
  }
}
