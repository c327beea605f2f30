package hyperlumen.read.bitmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hyperlumen.photo.IntegerSamples;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.PhotoException.Kind;
import hyperlumen.photo.RgbPhoto;
import hyperlumen.photo.Size;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BitmapReaderTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "png, '', 1, 8",
    "png, '', 2, 8",
    "png, '', 3, 8",
    "png, '', 4, 8",
    "png, '', 1, 16",
    "png, '', 2, 16",
    "png, '', 3, 16",
    "png, '', 4, 16",
    "png, progressive, 1, 8",
    "png, progressive, 3, 16",
    "png, progressive, 4, 8",
    "tiff, '', 1, 8",
    "tiff, '', 3, 8",
    "tiff, '', 4, 8",
    "tiff, '', 3, 16",
    "tiff, '', 1, 16",
    "tiff, LZW, 3, 8",
    "tiff, LZW, 3, 16",
    "tiff, ZLib, 3, 8",
    "tiff, Deflate, 4, 16",
    "tiff, PackBits, 3, 8",
    "tiff, tiled, 3, 8",
    "tiff, tiled, 1, 16"
  })
  void readsTheSamplesThatWereWritten(String format, String how, int channels, int bits)
      throws IOException {
    BufferedImage image = TestPictures.random(53, 37, channels, bits);
    Path file = folder.resolve("picture");
    TestPictures.write(image, file, format, how);

    RgbPhoto photo = BitmapReader.read(file);

    assertThat(photo.format().name()).isEqualToIgnoringCase(format);
    assertThat(photo.samples().bits()).isEqualTo(bits);
    assertThat(photo.samples().channels()).isEqualTo(channels);
    assertSamples(photo.samples(), image, channels);
  }

  @ParameterizedTest
  @CsvSource({"png, 1", "png, 2", "png, 4", "png, 8", "tiff, 1", "tiff, 4", "tiff, 8"})
  void palettesBecomeRgb(String format, int bits) throws IOException {
    BufferedImage image = TestPictures.indexed(29, 11, bits);
    Path file = folder.resolve("picture");
    TestPictures.write(image, file, format, "");

    IntegerSamples samples = BitmapReader.read(file).samples();

    assertThat(samples.channels()).isEqualTo(3);
    for (int y = 0; y < 11; y++) {
      for (int x = 0; x < 29; x++) {
        int rgb = image.getRGB(x, y);
        assertThat(samples.sample(y, x, 0)).isEqualTo(rgb >> 16 & 0xff);
        assertThat(samples.sample(y, x, 1)).isEqualTo(rgb >> 8 & 0xff);
        assertThat(samples.sample(y, x, 2)).isEqualTo(rgb & 0xff);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', 3, 'baseline JPEG, 4:2:0'",
    "progressive, 3, 'progressive JPEG, 4:2:0'",
    "'', 1, 'baseline JPEG, grey'"
  })
  void jpegsDecodeAsTheJdkDecodesThem(String how, int channels, String compression)
      throws IOException {
    Path file = folder.resolve("picture.jpg");
    TestPictures.write(TestPictures.random(75, 51, channels, 8), file, "jpeg", how);

    RgbPhoto photo = BitmapReader.read(file);

    assertThat(photo.compression()).isEqualTo(compression);
    assertSamples(photo.samples(), ImageIO.read(file.toFile()), channels);
  }

  @ParameterizedTest
  @CsvSource({
    "GIF89a......, GIF",
    "RIFF....WEBPVP8 , WebP",
    "....ftypheic, HEIC",
    "....ftypavif, AVIF",
    "8BPS........, Photoshop",
    "%PDF-1.7...., PDF"
  })
  void otherFormatsAreRefusedByName(String start, String name) throws IOException {
    Path file = Files.writeString(folder.resolve("other.png"), start, StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> BitmapReader.read(file))
        .isInstanceOf(PhotoException.class)
        .hasMessageStartingWith("other.png: is a")
        .hasMessageContaining(name)
        .extracting("kind")
        .isEqualTo(Kind.UNSUPPORTED);
  }

  /**
   * The JDK writes JPEG in TIFF as YCbCr (compression 7); 6 is the form before TIFF 6.0's notes.
   */
  @ParameterizedTest
  @CsvSource({"'', 1", "LZW, 5", "Deflate, 32946", "JPEG, 7", "JPEG, 6"})
  void tiffsInYcbcrAreRefusedInOneSentence(String how, int compression) throws IOException {
    Path file = folder.resolve("video.tif");
    TestPictures.write(TestPictures.random(53, 37, 3, 8), file, "tiff", how);
    byte[] bytes = Files.readAllBytes(file);
    setTag(bytes, 262, 6);
    setTag(bytes, 259, compression);
    Files.write(file, bytes);

    assertThatThrownBy(() -> BitmapReader.read(file))
        .isInstanceOfSatisfying(
            PhotoException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNSUPPORTED))
        .hasMessage("video.tif: is a TIFF in YCbCr, which is not supported");
  }

  /** Changes a tag of one 16-bit value in the first directory. */
  private static void setTag(byte[] tiff, int tag, int value) {
    ByteOrder order = tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    ByteBuffer buffer = ByteBuffer.wrap(tiff).order(order);
    int at = buffer.getInt(4);
    for (int i = 0; i < buffer.getShort(at); i++) {
      int entry = at + 2 + 12 * i;
      if (buffer.getShort(entry) == tag) {
        buffer.putShort(entry + 8, (short) value);
        return;
      }
    }
    throw new AssertionError("no tag " + tag);
  }

  @Test
  void aMissingFileIsToldApart() {
    assertThatThrownBy(() -> BitmapReader.read(folder.resolve("none.png")))
        .isInstanceOf(PhotoException.class)
        .extracting("kind")
        .isEqualTo(Kind.NOT_FOUND);
  }

  @Test
  void aSmallFileThatDeclaresAHugePictureCostsNoMemory() throws IOException {
    Path file = Files.write(folder.resolve("bomb.png"), png(19_000, 19_000, new byte[100]));

    assertThatThrownBy(() -> BitmapReader.read(file))
        .isInstanceOf(PhotoException.class)
        .hasMessageContaining("declares 19000x19000 pixels, but holds only 100 bytes");
  }

  @Test
  void aPictureBeyondTheLimitIsRefused() throws IOException {
    Path file = Files.write(folder.resolve("huge.png"), png(40_000, 40_000, new byte[100]));

    assertThatThrownBy(() -> BitmapReader.read(file))
        .isInstanceOf(PhotoException.class)
        .hasMessageContaining("more than the limit of 400 million")
        .extracting("kind")
        .isEqualTo(Kind.TOO_LARGE);
  }

  @ParameterizedTest
  @CsvSource({
    "png, ''",
    "png, progressive",
    "jpeg, ''",
    "jpeg, progressive",
    "tiff, LZW",
    "tiff, ZLib"
  })
  void aTruncatedPictureIsRefusedAndNotHalfGrey(String format, String how) throws IOException {
    Path whole = folder.resolve("whole");
    TestPictures.write(TestPictures.random(120, 90, 3, 8), whole, format, how);
    byte[] bytes = Files.readAllBytes(whole);

    for (int cut = 1; cut < 40; cut++) {
      Path file = folder.resolve("cut");
      Files.write(file, Arrays.copyOf(bytes, bytes.length * cut / 40));
      assertThatThrownBy(() -> BitmapReader.read(file))
          .as("cut at %d of 40", cut)
          .isInstanceOf(PhotoException.class)
          .hasMessageStartingWith("cut: ");
    }
  }

  private static void assertSamples(IntegerSamples samples, BufferedImage image, int channels) {
    assertThat(samples.size()).isEqualTo(new Size(image.getWidth(), image.getHeight()));
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        for (int c = 0; c < channels; c++) {
          if (samples.sample(y, x, c) != image.getRaster().getSample(x, y, c)) {
            throw new AssertionError(
                "sample at row " + y + ", column " + x + ", channel " + c + " differs");
          }
        }
      }
    }
  }

  private static byte[] png(int width, int height, byte[] data) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(header);
    fields.writeInt(width);
    fields.writeInt(height);
    fields.write(new byte[] {8, 2, 0, 0, 0});
    chunk(out, "IHDR", header.toByteArray());
    chunk(out, "IDAT", data);
    chunk(out, "IEND", new byte[0]);
    return bytes.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(content);
    out.writeInt(content.length);
    out.write(name);
    out.write(content);
    out.writeInt((int) crc.getValue());
  }
}
