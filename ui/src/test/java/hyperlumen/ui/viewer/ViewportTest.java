package hyperlumen.ui.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hyperlumen.photo.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ViewportTest {

  private static final Offset<Double> EXACT = within(1e-9);

  private final Viewport port = new Viewport();

  @BeforeEach
  void aPictureOf4000By3000InAPaneOf1000By600() {
    port.setPane(1000, 600);
    port.setPicture(new Size(4000, 3000));
  }

  @Test
  void startsWithTheWholePictureCentred() {
    assertThat(port.view().zoom()).isCloseTo(0.2, EXACT);
    assertThat(port.view().originX()).isCloseTo(-500, EXACT);
    assertThat(port.view().originY()).isCloseTo(0, EXACT);
    assertThat(port.fittingProperty().get()).isTrue();
  }

  @Test
  void fitFollowsThePane() {
    port.setPane(500, 300);
    assertThat(port.view().zoom()).isCloseTo(0.1, EXACT);
  }

  @Test
  void aSmallPictureGrowsByAWholeFactorOnly() {
    port.setPicture(new Size(300, 250));
    assertThat(port.view().zoom()).isEqualTo(2);
    port.setPicture(new Size(10, 10));
    assertThat(port.view().zoom()).isEqualTo(Viewport.MAXIMUM_FIT);
  }

  @Test
  void zoomingKeepsThePicturePointUnderThePointer() {
    double x = port.view().pictureX(700);
    double y = port.view().pictureY(250);
    port.zoomTo(1, 700, 250);
    assertThat(port.view().pictureX(700)).isCloseTo(x, EXACT);
    assertThat(port.view().pictureY(250)).isCloseTo(y, EXACT);
    port.zoomBy(1, 700, 250);
    assertThat(port.view().zoom()).isEqualTo(2);
    assertThat(port.view().pictureX(700)).isCloseTo(x, EXACT);
  }

  @Test
  void zoomStepsArePowersOfTwoAndEndAtFit() {
    port.zoomBy(1);
    assertThat(port.view().zoom()).isEqualTo(0.25);
    port.zoomBy(3);
    assertThat(port.view().zoom()).isEqualTo(2);
    port.zoomBy(-3);
    assertThat(port.view().zoom()).isEqualTo(0.25);
    port.zoomBy(-1);
    assertThat(port.view().zoom()).isCloseTo(0.2, EXACT);
    assertThat(port.fittingProperty().get()).isTrue();
    port.zoomBy(30);
    assertThat(port.view().zoom()).isEqualTo(Viewport.MAXIMUM_ZOOM);
  }

  @Test
  void aPictureLargerThanThePaneNeverLeavesAGap() {
    port.zoomTo(1);
    port.panBy(1e6, 1e6);
    assertThat(port.view()).isEqualTo(new View(1, 0, 0));
    port.panBy(-1e6, -1e6);
    assertThat(port.view()).isEqualTo(new View(1, 3000, 2400));
  }

  @Test
  void panningIsInDevicePixels() {
    port.zoomTo(2);
    View before = port.view();
    port.panBy(-10, 6);
    assertThat(port.view().originX()).isCloseTo(before.originX() + 5, EXACT);
    assertThat(port.view().originY()).isCloseTo(before.originY() - 3, EXACT);
  }

  @Test
  void theCentreStaysWhenThePaneChanges() {
    port.zoomTo(1, 0, 0);
    double centre = port.view().pictureX(500);
    port.setPane(600, 600);
    assertThat(port.view().pictureX(300)).isCloseTo(centre, EXACT);
  }
}
