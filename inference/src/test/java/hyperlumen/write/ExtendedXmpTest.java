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

  private static final String MISSING =
      "its extended XMP is left out: a part of it is missing or is named otherwise";

  @TempDir Path folder;

  @Test
  void aLongPacketComesBackWhole() throws Exception {
    Path file = written();
    assertThat(xmp(file))
        .contains("xmp:Rating=\"4\"")
        .contains("dc:source=\"" + LONG_NOTE + "\"")
        .doesNotContain("HasExtendedXMP");
    assertThat(losses(file)).isEmpty();
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
    assertThat(losses(file)).containsExactly(MISSING);
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
    assertThat(losses(file)).containsExactly(MISSING);
  }

  @Test
  void anExtensionWithoutItsPacketIsSaidToBeLost() throws Exception {
    Path file = written();
    String bytes = Files.readString(file, ISO_8859_1);
    Files.writeString(
        file,
        bytes.replace("http://ns.adobe.com/xap/1.0/", "http://ns.adobe.com/xap/9.0/"),
        ISO_8859_1);

    assertThat(BitmapReader.read(file).metadata().xmp()).isEmpty();
    assertThat(losses(file))
        .containsExactly("its extended XMP is left out: there is no packet that names it");
  }

  /** XMP part 1, 7.3.2: programs that scan a file find the packet by its wrapper. */
  @Test
  void aPacketHasAWrapperAndAnExtensionNone() throws Exception {
    String file = Files.readString(written(), ISO_8859_1);

    String packet = between(file, "http://ns.adobe.com/xap/1.0/\0", "<?xpacket end=\"r\"?>");
    assertThat(packet)
        .startsWith("<?xpacket begin=\"\u00ef\u00bb\u00bf\"")
        .contains("HasExtendedXMP");
    assertThat(file.split("<\\?xpacket begin", -1)).hasSize(2);
  }

  @Test
  void aWrapperOfTheSourceStaysAsItIs() throws Exception {
    String own =
        "<?xpacket begin='' id='x'?><x:xmpmeta xmlns:x='adobe:ns:meta/'/><?xpacket end='w'?>";
    Path file =
        written(
            new Metadata(
                List.of(),
                Optional.of(new Bytes(own.getBytes(UTF_8))),
                Optional.empty(),
                Orientation.NORMAL));

    assertThat(xmp(file)).isEqualTo(own);
    assertThat(losses(file)).isEmpty();
  }

  private static String between(String text, String start, String end) {
    int from = text.indexOf(start) + start.length();
    return text.substring(from, text.indexOf(end, from));
  }

  @Test
  void aDateHasTwentyBytesAndWhatIsNoneStaysAsItIs() throws Exception {
    String date = "2024:05:06 07:08:09";
    List<ExifEntry> dates =
        List.of(
            date(306, date),
            date(36867, date + "\0\0\0\0"),
            date(36868, date + "    \0"),
            date(37520, "    :  :     :  :  \0\0"));

    Path file =
        written(new Metadata(dates, Optional.empty(), Optional.empty(), Orientation.NORMAL));

    assertThat(BitmapReader.read(file).metadata().exif())
        .contains(
            date(306, date + "\0"),
            date(36867, date + "\0"),
            date(36868, date + "\0"),
            dates.get(3));
  }

  private static ExifEntry date(int tag, String text) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    return new ExifEntry(
        tag == 306 ? ExifEntry.Directory.MAIN : ExifEntry.Directory.EXIF,
        tag,
        2,
        bytes.length,
        new Bytes(bytes));
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

  private static List<String> losses(Path file) throws Exception {
    return BitmapReader.read(file).metadata().losses();
  }

  private static String xmp(Path file) throws Exception {
    return new String(BitmapReader.read(file).metadata().xmp().orElseThrow().array(), UTF_8);
  }
}
