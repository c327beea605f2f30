package hyperlumen.ui.service;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.colour.RenderingSettings;
import hyperlumen.enhance.PhotoNote;
import hyperlumen.enhance.PlainPicture;
import hyperlumen.photo.Bytes;
import hyperlumen.photo.ExifEntry;
import hyperlumen.photo.ExifEntry.Directory;
import hyperlumen.photo.Metadata;
import hyperlumen.photo.Orientation;
import hyperlumen.photo.Photo;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.RawPhoto;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import hyperlumen.progress.Progress;
import hyperlumen.read.PhotoReader;
import hyperlumen.ui.image.RasterPicture;
import hyperlumen.write.OutputFormat;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LocalPhotoTest {

  private static final Path SAMPLES =
      Path.of(System.getProperty("hyperlumen.root"), "assets", "samples");

  private static LocalPhoto open(String name) throws Exception {
    Photo photo = PhotoReader.read(SAMPLES.resolve(name), Progress.NONE);
    return new LocalPhoto(
        photo,
        0,
        RasterPicture.of(
            PlainPicture.of(photo, RenderingSettings.DEFAULT), LocalPhoto.bits(photo)));
  }

  @Test
  void aRawPhotoIsShownDevelopedWithItsFacts() throws Exception {
    LocalPhoto photo = open("raw-sample.dng");
    assertThat(photo.facts().kind()).isEqualTo(PhotoFacts.Kind.RAW);
    assertThat(photo.facts().format()).startsWith("DNG, ");
    assertThat(photo.before().size()).isEqualTo(photo.facts().size());
    assertThat(photo.before().bits()).isEqualTo(16);
    assertThat(photo.defaultFormat()).isEqualTo(OutputFormat.TIFF16);
    int[] argb = new int[64];
    photo.before().fill(new Region(100, 100, 8, 8), argb);
    assertThat(IntStream.of(argb)).allMatch(p -> p >>> 24 == 255);
  }

  @Test
  void anRgbPhotoIsShownWithItsStoredValues() throws Exception {
    LocalPhoto photo = open("noisy-sample.png");
    assertThat(photo.facts().kind()).isEqualTo(PhotoFacts.Kind.RGB);
    assertThat(photo.facts().format()).startsWith("PNG, 8 bit");
    var image = ImageIO.read(SAMPLES.resolve("noisy-sample.png").toFile());
    int[] rgb = new int[3];
    photo.before().valueAt(17, 23, rgb);
    int expected = image.getRGB(17, 23);
    assertThat(rgb).containsExactly(expected >> 16 & 255, expected >> 8 & 255, expected & 255);
  }

  @Test
  void aPhotoTellsWhatIsOddAboutIt() throws Exception {
    LocalPhoto photo = open("raw-sample.dng");
    assertThat(photo.notes()).isEmpty();

    RawPhoto raw = (RawPhoto) photo.photo();
    RawPhoto otherwise = raw.withCfa(raw.cfa().shifted(0, 1));
    assertThat(new LocalPhoto(otherwise, 0, photo.before()).notes())
        .extracting(PhotoNote::subject)
        .containsExactly(PhotoNote.Subject.FILTERS);
  }

  @Test
  void aThumbnailKeepsTheShapeAndTheColours() throws Exception {
    Thumbnail thumbnail = Thumbnails.of(new Halves(new Size(3000, 1500)), 160);
    assertThat(thumbnail.size()).isEqualTo(new Size(160, 80));
    assertThat(thumbnail.argb()[0]).isEqualTo(0xffff0000);
    assertThat(thumbnail.argb()[159]).isEqualTo(0xff000000);
    assertThat(Thumbnails.of(new Halves(new Size(5, 3)), 160).size()).isEqualTo(new Size(5, 3));
  }

  /** Red on the left, black on the right. */
  private record Halves(Size size) implements RasterSource {
    @Override
    public int channels() {
      return 3;
    }

    @Override
    public void read(Region region, Raster into) {
      for (int y = 0; y < region.height(); y++) {
        for (int x = 0; x < region.width(); x++) {
          into.set(0, y, x, region.x() + x < size.width() / 2 ? 1 : 0);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStoredRegionIsFoundWhereItsPixelsGo(Orientation orientation) {
    Size stored = new Size(7, 5);
    Region region = new Region(1, 2, 3, 2);
    Region upright = Turning.upright(region, orientation, stored);
    assertThat(upright.pixels()).isEqualTo(region.pixels());
    for (int y = upright.y(); y < upright.endY(); y++) {
      for (int x = upright.x(); x < upright.endX(); x++) {
        int storedX = orientation.storedX(x, y, stored);
        int storedY = orientation.storedY(x, y, stored);
        assertThat(region.contains(new Region(storedX, storedY, 1, 1))).isTrue();
      }
    }
  }

  @Test
  void exposureIsToldInAFewWords() {
    Metadata metadata =
        new Metadata(
            List.of(
                text(0x010f, "Canon"),
                text(0x0110, "Canon EOS 40D"),
                entry(0x8827, 3, new byte[] {(byte) 0x90, 1}),
                entry(0x829a, 5, new byte[] {1, 0, 0, 0, 60, 0, 0, 0}),
                entry(0x829d, 5, new byte[] {28, 0, 0, 0, 10, 0, 0, 0})),
            Optional.empty(),
            Optional.empty(),
            Orientation.NORMAL);
    assertThat(new ExposureText(metadata).camera()).isEqualTo("Canon EOS 40D");
    assertThat(new ExposureText(metadata).exposure()).isEqualTo("ISO 400, 1/60 s, f/2.8");
    assertThat(new ExposureText(Metadata.NONE).camera()).isEmpty();
    assertThat(new ExposureText(Metadata.NONE).exposure()).isEmpty();
  }

  private static ExifEntry text(int tag, String value) {
    byte[] bytes = (value + "\0").getBytes(StandardCharsets.US_ASCII);
    return new ExifEntry(Directory.MAIN, tag, 2, bytes.length, new Bytes(bytes));
  }

  private static ExifEntry entry(int tag, int type, byte[] value) {
    return new ExifEntry(Directory.EXIF, tag, type, 1, new Bytes(value));
  }
}
