package hyperlumen.ui.image;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TilePyramidTest {

  private final TileCache cache = new TileCache(64 << 20);
  private final TileWorkers workers = new TileWorkers(2);

  @AfterEach
  void stopWorkers() {
    workers.close();
  }

  @Test
  void hasLevelsUntilOneTileIsEnough() {
    try (StoredPicture picture = grey(1025, 300);
        TilePyramid pyramid = new TilePyramid(picture, cache, workers)) {
      assertThat(pyramid.levels()).isEqualTo(4);
      assertThat(pyramid.levelSize(1)).isEqualTo(new Size(513, 150));
      assertThat(pyramid.levelSize(3)).isEqualTo(new Size(129, 38));
    }
  }

  @Test
  void aPixelOfLevelTwoIsTheMeanOfSixteen() throws PhotoException {
    Random random = new Random(7);
    Size size = new Size(600, 520);
    int[] argb = new int[600 * 520];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = 0xff000000 | random.nextInt(1 << 24);
    }
    try (StoredPicture picture = StoredPicture.of(size, argb);
        TilePyramid pyramid = new TilePyramid(picture, cache, workers)) {
      Tile tile = pyramid.load(new TileKey(2, 0, 0));
      assertThat(tile.width()).isEqualTo(150);
      assertThat(tile.height()).isEqualTo(130);
      for (int y = 0; y < 130; y++) {
        for (int x = 0; x < 150; x++) {
          for (int shift = 0; shift <= 16; shift += 8) {
            double mean = 0;
            for (int i = 0; i < 16; i++) {
              mean += (argb[(4 * y + i / 4) * 600 + 4 * x + i % 4] >>> shift & 255) / 16.0;
            }
            // Two roundings of at most half a value each.
            assertThat((double) (tile.argb()[y * 150 + x] >>> shift & 255))
                .isBetween(mean - 1, mean + 1);
          }
        }
      }
    }
  }

  @Test
  void theRightmostAndLowestPixelsOfAnOddPictureAreMeansOfWhatIsThere() {
    Tile odd = new Tile(3, 1, new int[] {0xff000000, 0xff040404, 0xffc80000}, false);
    int[] half = new int[2];
    BoxReduction.into(half, 2, 0, 0, odd);
    assertThat(half).containsExactly(0xff020202, 0xffc80000);
  }

  @Test
  void transparentPixelsDoNotDarkenTheMean() {
    assertThat(BoxReduction.mean(0, 0xff102030, 0, 0xff304050)).isEqualTo(0xff203040);
    assertThat(BoxReduction.mean(0, 0, 0, 0)).isZero();
  }

  @Test
  void wantedTilesArriveInTheBackground() throws InterruptedException {
    try (StoredPicture picture = grey(700, 700);
        TilePyramid pyramid = new TilePyramid(picture, cache, workers)) {
      TileKey key = new TileKey(1, 1, 1);
      assertThat(pyramid.ready(key)).isNull();
      CountDownLatch there = new CountDownLatch(1);
      pyramid.addListener(there::countDown);
      pyramid.want(key);
      assertThat(there.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(pyramid.ready(key).argb()[0]).isEqualTo(0xff808080);
    }
  }

  @Test
  void aChangeMakesTheTilesOverItStaleAtEveryLevelAndOnlyThose() throws PhotoException {
    try (StoredPicture picture = StoredPicture.create(new Size(1024, 1024), 8);
        TilePyramid pyramid = new TilePyramid(picture, cache, workers)) {
      picture.write(new Region(0, 0, 1024, 1024), new Raster(1, 1024, 1024));
      TileKey far = new TileKey(1, 1, 1);
      TileKey near = new TileKey(1, 0, 0);
      TileKey top = new TileKey(2, 0, 0);
      pyramid.load(far);
      pyramid.load(top);
      picture.write(new Region(10, 10, 1, 1), new Raster(1, 1, 1, new float[] {1}));
      assertThat(pyramid.ready(near).stale()).isTrue();
      assertThat(pyramid.ready(top).stale()).isTrue();
      assertThat(pyramid.ready(far).stale()).isFalse();
      assertThat(pyramid.load(near).argb()[5 * 256 + 5] & 255).isEqualTo(64);
      assertThat(pyramid.load(top).argb()[2 * 256 + 2] & 255).isEqualTo(16);
    }
  }

  @Test
  void theCacheKeepsWithinItsBytesAndForgetsTheOldest() throws PhotoException {
    TileCache small = new TileCache(3 * 256 * 1024);
    try (StoredPicture picture = grey(2048, 256);
        TilePyramid pyramid = new TilePyramid(picture, small, workers)) {
      for (int i = 0; i < 8; i++) {
        pyramid.load(new TileKey(0, i, 0));
      }
      assertThat(small.bytes()).isLessThanOrEqualTo(3 * 256 * 1024);
      assertThat(pyramid.ready(new TileKey(0, 0, 0))).isNull();
      assertThat(pyramid.ready(new TileKey(0, 7, 0))).isNotNull();
    }
    assertThat(small.bytes()).isZero();
  }

  static StoredPicture grey(int width, int height) {
    int[] argb = new int[width * height];
    java.util.Arrays.fill(argb, 0xff808080);
    return StoredPicture.of(new Size(width, height), argb);
  }
}
