package hyperlumen.write;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.photo.Bytes;
import hyperlumen.photo.ExifEntry;
import hyperlumen.photo.Metadata;
import hyperlumen.photo.Orientation;
import hyperlumen.photo.Size;
import hyperlumen.progress.Progress;
import hyperlumen.read.bitmap.BitmapReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** XMP longer than a JPEG segment goes out and comes back; damaged extensions are left out. */
class ExtendedXmpTest {

  private static final String LONG_NOTE = "0123456789".repeat(15_000);

  private static final String PACKET =
      """
      <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF \
      xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" \
      xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" \
      xmp:Rating="4" dc:source="%s"/></rdf:RDF></x:xmpmeta>"""
          .formatted(LONG_NOTE);

  @TempDir Path folder;

  @Test
  void aLongPacketComesBackWhole() throws Exception {
    assertThat(xmp(written()))
        .contains("xmp:Rating=\"4\"")
        .contains("dc:source=\"" + LONG_NOTE + "\"")
        .doesNotContain("HasExtendedXMP");
  }

  @Test
  void anExtensionOfAnotherDigestIsLeftOut() throws Exception {
    Path file = written();
    String bytes = Files.readString(file, ISO_8859_1);
    int digest = bytes.indexOf("HasExtendedXMP=\"") + "HasExtendedXMP=\"".length();
    Files.writeString(
        file,
        bytes.substring(0, digest) + "0".repeat(32) + bytes.substring(digest + 32),
        ISO_8859_1);

    assertThat(xmp(file)).contains("<rdf:RDF").doesNotContain("Rating", "HasExtendedXMP");
  }

  @Test
  void anExtensionOfAnotherLengthIsLeftOut() throws Exception {
    Path file = written();
    byte[] bytes = Files.readAllBytes(file);
    String name = "http://ns.adobe.com/xmp/extension/\0";
    int length = new String(bytes, ISO_8859_1).indexOf(name) + name.length() + 32;
    bytes[length] = (byte) 0xff;
    Files.write(file, bytes);

    assertThat(xmp(file)).contains("<rdf:RDF").doesNotContain("Rating", "HasExtendedXMP");
  }

  @Test
  void paddedDatesKeepTheirBytes() throws Exception {
    List<ExifEntry> dates =
        List.of(
            date(36867, "2024:05:06 07:08:09\0\0\0\0"),
            date(36868, "2024:05:06 07:08:09    \0"),
            date(37520, "    :  :     :  :  \0"));

    Path file =
        written(new Metadata(dates, Optional.empty(), Optional.empty(), Orientation.NORMAL));

    assertThat(BitmapReader.read(file).metadata().exif()).containsAll(dates);
  }

  private static ExifEntry date(int tag, String text) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    return new ExifEntry(ExifEntry.Directory.EXIF, tag, 2, bytes.length, new Bytes(bytes));
  }

  private Path written() throws Exception {
    return written(
        new Metadata(
            List.of(),
            Optional.of(new Bytes(PACKET.getBytes(UTF_8))),
            Optional.empty(),
            Orientation.NORMAL));
  }

  private Path written(Metadata metadata) throws Exception {
    Path file = folder.resolve("long.jpg");
    PhotoWriter.write(
        new GradientSource(new Size(16, 16), 3, 255),
        file,
        OutputSpec.of(OutputFormat.JPEG, "x").withMetadata(metadata),
        Progress.NONE);
    return file;
  }

  private static String xmp(Path file) throws Exception {
    return new String(BitmapReader.read(file).metadata().xmp().orElseThrow().array(), UTF_8);
  }
}
