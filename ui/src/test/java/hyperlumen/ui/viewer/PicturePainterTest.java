package hyperlumen.ui.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Size;
import hyperlumen.ui.image.StoredPicture;
import hyperlumen.ui.image.TileCache;
import hyperlumen.ui.image.TileKey;
import hyperlumen.ui.image.TilePyramid;
import hyperlumen.ui.image.TileWorkers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PicturePainterTest {

  private static final int WIDTH = 600;
  private static final int HEIGHT = 400;

  private final TileWorkers workers = new TileWorkers(1);
  private final PicturePainter painter = new PicturePainter();
  private StoredPicture picture;
  private TilePyramid pyramid;

  @BeforeEach
  void aPictureWhoseColourTellsThePlace() {
    int[] argb = new int[WIDTH * HEIGHT];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = at(i % WIDTH, i / WIDTH);
    }
    picture = StoredPicture.of(new Size(WIDTH, HEIGHT), argb);
    pyramid = new TilePyramid(picture, new TileCache(64 << 20), workers);
  }

  @AfterEach
  void close() {
    workers.close();
    pyramid.close();
    picture.close();
  }

  private static int at(int x, int y) {
    return 0xff000000 | (x & 255) << 16 | (y & 255) << 8 | (x >> 8) << 4 | y >> 8;
  }

  private void loadLevel(int level) throws PhotoException {
    Size size = pyramid.levelSize(level);
    for (int row = 0; row * TilePyramid.TILE < size.height(); row++) {
      for (int column = 0; column * TilePyramid.TILE < size.width(); column++) {
        pyramid.load(new TileKey(level, column, row));
      }
    }
  }

  @Test
  void atHundredPercentEveryPixelIsCopiedAcrossTileBorders() throws PhotoException {
    loadLevel(0);
    int[] target = new int[300 * 200];
    assertThat(painter.paint(pyramid, new View(1, 150, 130), 300, 200, target)).isTrue();
    for (int y = 0; y < 200; y++) {
      for (int x = 0; x < 300; x++) {
        assertThat(target[y * 300 + x]).isEqualTo(at(150 + x, 130 + y));
      }
    }
  }

  @Test
  void aboveHundredPercentAPixelIsASquareOfItsOwnColour() throws PhotoException {
    loadLevel(0);
    int[] target = new int[64 * 64];
    painter.paint(pyramid, new View(8, 252, 100), 64, 64, target);
    for (int y = 0; y < 64; y++) {
      for (int x = 0; x < 64; x++) {
        assertThat(target[y * 64 + x]).isEqualTo(at(252 + x / 8, 100 + y / 8));
      }
    }
  }

  @Test
  void outsideThePictureIsTransparent() throws PhotoException {
    loadLevel(0);
    int[] target = new int[620 * 420];
    painter.paint(pyramid, new View(1, -10, -10), 620, 420, target);
    assertThat(target[9 * 620 + 300]).isZero();
    assertThat(target[300 * 620 + 9]).isZero();
    assertThat(target[10 * 620 + 10]).isEqualTo(at(0, 0));
    assertThat(target[409 * 620 + 609]).isEqualTo(at(599, 399));
    assertThat(target[409 * 620 + 610]).isZero();
    assertThat(target[410 * 620 + 609]).isZero();
  }

  @Test
  void atHalfSizeEachPixelIsTheMeanOfFour() throws PhotoException {
    loadLevel(1);
    int[] target = new int[100 * 100];
    painter.paint(pyramid, new View(.5, 20, 40), 100, 100, target);
    // Mean of columns 20 and 21 is 20.5, of rows 40 and 41 40.5; halves round up.
    assertThat(target[0]).isEqualTo(0xff000000 | 21 << 16 | 41 << 8);
    assertThat(target[10 * 100 + 10]).isEqualTo(0xff000000 | 41 << 16 | 61 << 8);
  }

  @Test
  void betweenPowersOfTwoARampStaysARamp() throws PhotoException {
    loadLevel(0);
    int[] target = new int[150 * 150];
    double zoom = 0.75;
    painter.paint(pyramid, new View(zoom, 10, 10), 150, 150, target);
    for (int y = 0; y < 150; y++) {
      for (int x = 0; x < 150; x++) {
        double column = 10 + (x + .5) / zoom - .5;
        assertThat((double) (target[y * 150 + x] >> 16 & 255)).isBetween(column - 1, column + 1);
      }
    }
  }

  @Test
  void aCoarserTileStandsInUntilTheWantedOneIsThere() throws PhotoException {
    pyramid.load(new TileKey(2, 0, 0));
    TilePyramid idle = pyramid;
    workers.close();
    int[] target = new int[16];
    assertThat(painter.paint(idle, new View(1, 100, 100), 4, 4, target)).isFalse();
    assertThat(target[0] >>> 24).isEqualTo(255);
    assertThat((target[0] >> 16 & 255) - 100).isBetween(-2, 4);
  }

  @Test
  void theLevelIsTheCoarsestWithAPixelPerDevicePixel() {
    assertThat(PicturePainter.levelFor(3, 5)).isZero();
    assertThat(PicturePainter.levelFor(.51, 5)).isZero();
    assertThat(PicturePainter.levelFor(.5, 5)).isEqualTo(1);
    assertThat(PicturePainter.levelFor(.13, 5)).isEqualTo(2);
    assertThat(PicturePainter.levelFor(.001, 5)).isEqualTo(4);
  }

  @Test
  void mixingIsLinearInEveryChannel() {
    assertThat(PicturePainter.mix(0xff000000, 0xffffffff, 128)).isEqualTo(0xff808080);
    assertThat(PicturePainter.mix(0xff102030, 0xff506070, 64)).isEqualTo(0xff203040);
  }
}
