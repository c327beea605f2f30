package hyperlumen.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.network.Halo;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is looked at comes first, then its surroundings. */
class TileOrderTest {

  private static final Size PICTURE = new Size(800, 600);

  /** 8 columns, 6 rows of 100 photo pixels. */
  private static final TilePlan PLAN = TilePlan.of(PICTURE, new Halo(2, 2, 2), 54);

  @Test
  void tilesInViewComeBeforeNearerOnesThatAreNot() {
    assertThat(PLAN.count()).isEqualTo(48);
    TileOrder order = new TileOrder(PLAN, PICTURE);
    // A wide, low view: its ends are farther from its middle than the rows above and below.
    Region view = new Region(110, 310, 480, 80);

    List<TileOrder.Tile> first = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      first.add(order.next(view).orElseThrow());
    }

    assertThat(first).allMatch(tile -> tile.row() == 3);
    assertThat(first.getFirst()).isEqualTo(new TileOrder.Tile(3, 3));
    assertThat(order.next(view).orElseThrow().row()).isIn(2, 4);
  }

  @Test
  void theViewMayMoveAndNoTileIsDoneTwice() {
    TileOrder order = new TileOrder(PLAN, PICTURE);
    List<TileOrder.Tile> all = new ArrayList<>();
    all.add(order.next(new Region(0, 0, 50, 50)).orElseThrow());
    all.add(order.next(new Region(750, 550, 50, 50)).orElseThrow());
    for (int i = 2; i < PLAN.count(); i++) {
      all.add(order.next(PICTURE.region()).orElseThrow());
    }

    assertThat(all.subList(0, 2))
        .containsExactly(new TileOrder.Tile(0, 0), new TileOrder.Tile(7, 5));
    assertThat(all).doesNotHaveDuplicates();
    assertThat(order.next(PICTURE.region())).isEmpty();
  }
}
