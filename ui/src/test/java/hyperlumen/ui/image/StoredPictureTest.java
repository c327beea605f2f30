package hyperlumen.ui.image;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.photo.Raster;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoredPictureTest {

  @TempDir Path folder;

  @Test
  void storesTheNearestSixteenBitValueAndShowsTheNearestEightBitOne() throws IOException {
    try (StoredPicture picture = StoredPicture.create(new Size(2, 1), 16, folder)) {
      picture.write(
          new Region(0, 0, 2, 1), new Raster(3, 1, 2, new float[] {0f, .5f, 1f, .25f, -1f, 2f}));
      int[] rgb = new int[3];
      assertThat(picture.valueAt(0, 0, rgb)).isTrue();
      assertThat(rgb).containsExactly(0, 65535, 0);
      picture.valueAt(1, 0, rgb);
      assertThat(rgb).containsExactly(32768, 16384, 65535);
      int[] argb = new int[2];
      picture.fill(new Region(0, 0, 2, 1), argb);
      assertThat(argb).containsExactly(0xff00ff00, 0xff8040ff);
    }
  }

  @Test
  void narrowingIsRoundingForEverySixteenBitValue() {
    for (int v = 0; v < 65536; v++) {
      assertThat(StoredPicture.narrow(v)).isEqualTo((int) Math.round(v / 257.0));
    }
  }

  @Test
  void missingPartsAreTransparentUntilTheyAreWritten() throws IOException {
    try (StoredPicture picture = StoredPicture.create(new Size(4, 4), 8, folder)) {
      List<Region> changes = new ArrayList<>();
      picture.addListener(changes::add);
      Region tile = new Region(2, 1, 2, 2);
      Raster white = new Raster(1, 2, 2, new float[] {1, 1, 1, 1});
      picture.write(tile, white);
      int[] argb = new int[16];
      picture.fill(new Region(0, 0, 4, 4), argb);
      assertThat(argb).containsExactly(0, 0, 0, 0, 0, 0, -1, -1, 0, 0, -1, -1, 0, 0, 0, 0);
      assertThat(picture.valueAt(1, 1, new int[3])).isFalse();
      assertThat(picture.valueAt(2, 1, new int[3])).isTrue();
      assertThat(changes).containsExactly(tile);
      assertThat(picture.version()).isEqualTo(1);
      assertThat(picture.isComplete()).isFalse();
    }
  }

  @Test
  void isCompleteWhenTheLastRowIsWritten() throws IOException {
    try (StoredPicture picture = StoredPicture.create(new Size(3, 5), 8, folder)) {
      Raster row = new Raster(3, 1, 3);
      for (int y = 0; y < 5; y++) {
        assertThat(picture.isComplete()).isFalse();
        picture.write(new Region(0, y, 3, 1), row);
      }
      assertThat(picture.isComplete()).isTrue();
    }
  }

  @Test
  void aLargePictureLivesInAScratchFileThatIsGoneAfterClosing() throws IOException {
    Size size = new Size(5000, 2400);
    try (StoredPicture picture = StoredPicture.create(size, 16, folder)) {
      assertThat(picture.bytes()).isGreaterThan(StoredPicture.MEMORY_LIMIT_BYTES);
      assertThat(folder.toFile().list()).hasSize(1);
      picture.write(new Region(4999, 2399, 1, 1), new Raster(3, 1, 1, new float[] {1, 0, 1}));
      int[] rgb = new int[3];
      picture.valueAt(4999, 2399, rgb);
      assertThat(rgb).containsExactly(65535, 0, 65535);
    }
    assertThat(folder.toFile().list()).isEmpty();
  }
}
