package hyperlumen.ui.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hyperlumen.photo.Size;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LinkedViewportsTest {

  private static final Offset<Double> EXACT = within(1e-9);

  private final LinkedViewports ports = new LinkedViewports(2);
  private final Viewport first = ports.port(0);
  private final Viewport second = ports.port(1);

  @BeforeEach
  void twoPicturesOf4000By3000InPanesOf500By300() {
    ports.setPane(500, 300);
    ports.setPictures(List.of(new Size(4000, 3000), new Size(4000, 3000)));
  }

  @Test
  void togetherEveryPaneShowsTheSame() {
    second.zoomTo(2, 100, 50);
    assertThat(first.view()).isEqualTo(second.view());
    first.panBy(-33, 12);
    assertThat(second.view()).isEqualTo(first.view());
    second.fit();
    assertThat(first.fittingProperty().get()).isTrue();
  }

  @Test
  void apartEachMovesAlone() {
    ports.linkProperty().set(Link.APART);
    second.zoomTo(4);
    assertThat(first.fittingProperty().get()).isTrue();
    assertThat(second.view().zoom()).isEqualTo(4);
    ports.linkProperty().set(Link.TOGETHER);
    assertThat(second.view()).isEqualTo(first.view());
  }

  @Test
  void anOffsetSetWhileApartIsKept() {
    first.zoomTo(1);
    ports.linkProperty().set(Link.APART);
    second.panBy(-7, 4);
    ports.linkProperty().set(Link.WITH_OFFSET);
    assertThat(ports.offset(1).distance(7, -4)).isZero();
    first.panBy(100, 100);
    first.zoomTo(8, 20, 30);
    assertThat(second.view().zoom()).isEqualTo(8);
    assertThat(second.centreX() - first.centreX()).isCloseTo(7, EXACT);
    assertThat(second.centreY() - first.centreY()).isCloseTo(-4, EXACT);
    // The second leads as well as the first.
    second.panBy(-800, 0);
    assertThat(second.centreX() - first.centreX()).isCloseTo(7, EXACT);
    // Even where the whole picture shows, so that a misplaced one stays in register.
    first.fit();
    assertThat(second.centreX() - first.centreX()).isCloseTo(7, EXACT);
  }

  @Test
  void aPictureOfHalfTheSizeShowsTheSamePlaceAtTheSameSize() {
    ports.setPictures(List.of(new Size(4000, 3000), new Size(2000, 1500)));
    first.zoomTo(1, 400, 200);
    assertThat(second.view().zoom()).isEqualTo(2);
    assertThat(second.centreX()).isCloseTo(first.centreX() / 2, EXACT);
    assertThat(second.centreY()).isCloseTo(first.centreY() / 2, EXACT);
  }

  @Test
  void anotherPictureShowsAsAWhole() {
    first.zoomTo(4);
    ports.setPictures(List.of(new Size(300, 200), new Size(300, 200)));
    assertThat(first.fittingProperty().get()).isTrue();
    assertThat(second.view()).isEqualTo(first.view());
  }
}
