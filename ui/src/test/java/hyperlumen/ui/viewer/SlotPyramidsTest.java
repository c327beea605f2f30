package hyperlumen.ui.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.photo.PhotoException;
import hyperlumen.ui.image.StoredPicture;
import hyperlumen.ui.image.Tile;
import hyperlumen.ui.image.TileKey;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A new result does not begin black: what was seen of the photo stays until it is there. */
final class SlotPyramidsTest {

  private static final TileKey CORNER = new TileKey(0, 0, 0);

  private final PictureEngine engine = new PictureEngine();
  private final SlotPyramids pyramids = new SlotPyramids(engine);
  private final StoredPicture photo = CompareRig.plain(CompareRig.RED);
  private final Slot before = CompareRig.slot("Before", Slot.Role.BEFORE, photo);
  private final Slot result =
      CompareRig.slot("After", Slot.Role.RESULT, CompareRig.plain(CompareRig.BLUE));

  @AfterEach
  void close() {
    engine.close();
  }

  private int seen(Slot slot) {
    Tile tile = pyramids.pyramid(slot).ready(CORNER);
    return tile == null ? 0 : tile.argb()[0];
  }

  @Test
  void aResultBeginsWithThePhotoItIsMadeFrom() throws PhotoException {
    pyramids.set(List.of(before));
    pyramids.pyramid(before).load(CORNER);
    pyramids.set(List.of(before, result));
    assertThat(seen(result)).isEqualTo(CompareRig.RED);
    assertThat(pyramids.pyramid(result).ready(CORNER).stale()).isTrue();
    assertThat(pyramids.pyramid(result).load(CORNER).argb()[0]).isEqualTo(CompareRig.BLUE);
  }

  @Test
  void aResultBeginsWithTheOneBeforeIt() throws PhotoException {
    Slot second = CompareRig.slot("Again", Slot.Role.RESULT, CompareRig.plain(0xff00c000));
    pyramids.set(List.of(before, result));
    pyramids.pyramid(before).load(CORNER);
    pyramids.pyramid(result).load(CORNER);
    pyramids.set(List.of(before, second));
    assertThat(seen(second)).isEqualTo(CompareRig.BLUE);
  }

  @Test
  void anotherPhotoBeginsWithNothing() throws PhotoException {
    Slot other = CompareRig.slot("Other", Slot.Role.BEFORE, CompareRig.plain(0xff00c000));
    pyramids.set(List.of(before));
    pyramids.pyramid(before).load(CORNER);
    pyramids.set(List.of(other, result));
    assertThat(seen(other)).isZero();
    assertThat(seen(result)).isZero();
  }
}
