package hyperlumen.read.tiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hyperlumen.photo.ExifEntry;
import hyperlumen.photo.Orientation;
import hyperlumen.photo.PhotoException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TiffFileTest {

  private static final Path FILE = Path.of("made-here.tif");

  /** Header, one directory with the given 12-byte entries, a next pointer, then {@code tail}. */
  private static byte[] classic(ByteOrder order, int[][] entries, long next, byte[] tail) {
    ByteBuffer out =
        ByteBuffer.allocate(8 + 2 + entries.length * 12 + 4 + tail.length).order(order);
    out.putShort((short) (order == ByteOrder.LITTLE_ENDIAN ? 0x4949 : 0x4d4d));
    out.putShort((short) 42).putInt(8).putShort((short) entries.length);
    for (int[] entry : entries) {
      out.putShort((short) entry[0]).putShort((short) entry[1]).putInt(entry[2]);
      if (entry[1] == 3 && entry[2] == 1) {
        out.putShort((short) entry[3]).putShort((short) 0);
      } else {
        out.putInt(entry[3]);
      }
    }
    return out.putInt((int) next).put(tail).array();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void valuesAreReadInBothByteOrders(boolean bigEndian) throws PhotoException {
    ByteOrder order = bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    int tail = 8 + 2 + 4 * 12 + 4;
    byte[] values =
        ByteBuffer.allocate(14)
            .order(order)
            .putInt(7)
            .putInt(2)
            .put("Lumen\0".getBytes(StandardCharsets.US_ASCII))
            .array();
    int[][] entries = {
      {256, 3, 1, 4000}, {271, 2, 6, tail + 8}, {274, 3, 1, 6}, {33434, 5, 1, tail}
    };

    TiffFile tiff = TiffFile.parseExif(FILE, classic(order, entries, 0, values));

    assertThat(tiff.order()).isEqualTo(order);
    assertThat(tiff.main().intValue(256, 0)).isEqualTo(4000);
    assertThat(tiff.main().entries().get(271).ascii()).isEqualTo("Lumen");
    assertThat(tiff.main().number(33434, 0)).isEqualTo(3.5);
    assertThat(TiffMetadata.of(tiff).orientation()).isEqualTo(Orientation.ROTATE_90);
    assertThat(TiffMetadata.exifEntries(tiff))
        .extracting(ExifEntry::tag)
        .containsExactly(271, 33434);
    assertThat(TiffMetadata.exifEntries(tiff).get(1).value().array())
        .containsExactly(7, 0, 0, 0, 2, 0, 0, 0);
  }

  @Test
  void bigTiffIsRead() throws PhotoException {
    ByteBuffer out = ByteBuffer.allocate(16 + 8 + 20 + 8).order(ByteOrder.LITTLE_ENDIAN);
    out.putShort((short) 0x4949).putShort((short) 43).putShort((short) 8).putShort((short) 0);
    out.putLong(16).putLong(1).putShort((short) 256).putShort((short) 16).putLong(1).putLong(99);

    TiffFile tiff = TiffFile.parse(ByteView.of(FILE, out.array()));

    assertThat(tiff.bigTiff()).isTrue();
    assertThat(tiff.main().intValue(256, 0)).isEqualTo(99);
  }

  @Test
  void theExifPrefixOfJpegSegmentsIsSkipped() throws PhotoException {
    byte[] tiff = classic(ByteOrder.BIG_ENDIAN, new int[][] {{274, 3, 1, 3}}, 0, new byte[0]);
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.writeBytes(new byte[] {'E', 'x', 'i', 'f', 0, 0});
    block.writeBytes(tiff);

    assertThat(TiffMetadata.of(TiffFile.parseExif(FILE, block.toByteArray())).orientation())
        .isEqualTo(Orientation.ROTATE_180);
  }

  @Test
  void aDirectoryLinkedToItselfIsVisitedOnce() throws PhotoException {
    int[][] entries = {{34665, 4, 1, 8}, {330, 4, 1, 8}};

    TiffFile tiff =
        TiffFile.parseExif(FILE, classic(ByteOrder.LITTLE_ENDIAN, entries, 8, new byte[0]));

    assertThat(tiff.chain()).hasSize(1);
    assertThat(tiff.main().exif()).isEmpty();
    assertThat(tiff.warnings()).hasSize(3);
  }

  @Test
  void entriesThatPointOutsideTheFileAreLeftOut() throws PhotoException {
    int[][] entries = {{271, 2, 1000, 8}, {272, 2, 4, 0}, {270, 99, 1, 0}, {269, 12, -1, 0}};

    TiffFile tiff =
        TiffFile.parseExif(FILE, classic(ByteOrder.LITTLE_ENDIAN, entries, 0, new byte[0]));

    assertThat(tiff.main().entries().keySet()).isEqualTo(Set.of(272));
    assertThat(tiff.warnings()).hasSize(3);
  }

  @Test
  void whatIsNoTiffIsRefusedInOneSentence() {
    for (String start : List.of("", "II", "II*\0\377\377\377\377", "MM\0*\0\0\0\0", "\377\330")) {
      byte[] bytes = start.getBytes(StandardCharsets.ISO_8859_1);
      assertThatThrownBy(() -> TiffFile.parseExif(FILE, bytes))
          .isInstanceOf(PhotoException.class)
          .hasMessageStartingWith("made-here.tif: ");
    }
  }
}
