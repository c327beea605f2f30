package hyperlumen.read.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hyperlumen.photo.LinearPhoto;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.RawPhoto;
import hyperlumen.photo.Size;
import hyperlumen.progress.Progress;
import hyperlumen.read.dng.DngReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LibRawReaderTest {

  private static final Path RAW =
      Path.of(System.getProperty("hyperlumen.root", "."), "..", "shared", "data", "raw");

  @TempDir Path folder;

  private static Path sample(String name) {
    Path file = RAW.resolve(name);
    assumeTrue(LibRawReader.isAvailable(), "needs LibRaw's tools");
    assumeTrue(Files.exists(file), "needs " + name);
    return file;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "canon_x4_uncompressed14_colorchart.dng",
        "bmpcc_cinemadng_ljpeg12.dng",
        "imx296_pidng10_spot.dng"
      })
  void aBayerFileGivesWhatOurOwnReaderGives(String name) throws Exception {
    Path file = sample(name);
    RawPhoto own = (RawPhoto) DngReader.read(file, Progress.NONE);

    RawPhoto photo = (RawPhoto) LibRawReader.read(file, "a DNG file", Progress.NONE);

    assertThat(photo.mosaic().size()).isEqualTo(own.mosaic().size());
    assertThat(photo.cfa()).isEqualTo(own.cfa());
    int pixels = (int) own.mosaic().size().pixels();
    assertThat(
            Arrays.equals(photo.mosaic().samples(), 0, pixels, own.mosaic().samples(), 0, pixels))
        .isTrue();
    assertThat(photo.levels().meanBlack()).isCloseTo(own.levels().meanBlack(), within(1f));
    assertThat(photo.levels().white()).isCloseTo(own.levels().white(), within(20f));
    for (int c = 0; c < 3; c++) {
      assertThat(photo.colour().asShotNeutral()[c])
          .isCloseTo(own.colour().asShotNeutral()[c], within(1e-4));
    }
    double[] matrix = own.colour().calibrations().get(0).colorMatrix();
    for (int i = 0; i < 9; i++) {
      assertThat(photo.colour().calibrations().get(0).colorMatrix()[i])
          .isCloseTo(matrix[i], within(1e-4));
    }
  }

  @Test
  void fourColoursComeDemosaiced() throws Exception {
    Path file = sample("canon_powershot_g1.crw");

    LinearPhoto photo = (LinearPhoto) LibRawReader.read(file, "a Canon CRW file", Progress.NONE);

    assertThat(photo.size()).isEqualTo(new Size(2088, 1550));
    assertThat(photo.compression()).isEqualTo("demosaiced by LibRaw");
    assertThat(photo.metadata().exif()).isNotEmpty();
  }

  @Test
  void whatIsNoRawFileIsRefused() throws Exception {
    assumeTrue(LibRawReader.isAvailable(), "needs LibRaw's tools");
    Path file = Files.writeString(folder.resolve("no raw.crw"), "nothing of the kind");

    assertThatThrownBy(() -> LibRawReader.read(file, "a Canon CRW file", Progress.NONE))
        .isInstanceOf(PhotoException.class)
        .hasMessage("no raw.crw: is a Canon CRW file that LibRaw cannot read");
  }

  @Test
  void missingToolsAreNamedWithTheRemedy() throws Exception {
    Path file = Files.writeString(folder.resolve("photo.crw"), "anything");
    System.setProperty(LibRawTools.FOLDER_PROPERTY, folder.toString());
    try {
      assertThatThrownBy(() -> LibRawReader.read(file, "a Canon CRW file", Progress.NONE))
          .isInstanceOf(PhotoException.class)
          .hasMessageContaining("photo.crw: is a Canon CRW file")
          .hasMessageContaining("Adobe DNG Converter");
    } finally {
      System.clearProperty(LibRawTools.FOLDER_PROPERTY);
    }
  }
}
