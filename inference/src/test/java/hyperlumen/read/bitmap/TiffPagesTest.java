package hyperlumen.read.bitmap;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.photo.RgbPhoto;
import hyperlumen.photo.Size;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Of a TIFF with several pictures the first is taken, and it is said where that leaves out some.
 */
class TiffPagesTest {

  @TempDir Path folder;

  private RgbPhoto read(long kind) throws Exception {
    Path file = folder.resolve("pages.tif");
    TiffPages.write(
        file,
        new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB),
        new BufferedImage(20, 15, BufferedImage.TYPE_INT_RGB),
        kind);
    return BitmapReader.read(file);
  }

  @Test
  void aSecondPageIsLeftOutAndSaidToBe() throws Exception {
    RgbPhoto photo = read(0);
    assertThat(photo.size()).isEqualTo(new Size(40, 30));
    assertThat(photo.metadata().losses())
        .containsExactly("it has 2 pages, of which only the first is taken");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 4, 5})
  void aSmallerVersionOrAMaskIsNoPage(long kind) throws Exception {
    assertThat(read(kind).metadata().losses()).isEmpty();
  }
}
