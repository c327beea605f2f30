package hyperlumen.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names are ordered as people count. */
final class PhotoOrderTest {

  @Test
  void nineComesBeforeTen() {
    List<String> names =
        new ArrayList<>(List.of("IMG_10.dng", "img_9.dng", "IMG_009b.dng", "a.png"));
    names.sort(PhotoOrder::compareNatural);
    assertThat(names).containsExactly("a.png", "img_9.dng", "IMG_009b.dng", "IMG_10.dng");
    assertThat(PhotoOrder.compareNatural("x00000000000000000000001", "x1")).isNegative();
    assertThat(PhotoOrder.compareNatural("same", "same")).isZero();
  }

  @Test
  void rawFilesComeFirstByKindAndCanBeShownAlone() {
    PhotoItem raw = new PhotoItem(Path.of("b.NEF"));
    PhotoItem png = new PhotoItem(Path.of("a.png"));
    List<PhotoItem> items = new ArrayList<>(List.of(png, raw));
    items.sort(PhotoOrder.KIND.comparator(items));
    assertThat(items).containsExactly(raw, png);
    assertThat(PhotoFilter.RAW.shows(raw)).isTrue();
    assertThat(PhotoFilter.RAW.shows(png)).isFalse();
    assertThat(PhotoFilter.FINISHED.shows(png)).isTrue();
    png.stateProperty().set(PhotoItem.State.FAILED);
    assertThat(PhotoFilter.FAILED.shows(png)).isTrue();
    assertThat(PhotoFilter.ENHANCED.shows(png)).isFalse();
  }
}
