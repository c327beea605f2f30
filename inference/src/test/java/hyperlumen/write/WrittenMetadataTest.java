package hyperlumen.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hyperlumen.photo.Bytes;
import hyperlumen.photo.ExifEntry;
import hyperlumen.photo.ExifEntry.Directory;
import hyperlumen.photo.Metadata;
import hyperlumen.photo.Orientation;
import hyperlumen.photo.RgbPhoto;
import hyperlumen.photo.Size;
import hyperlumen.progress.Progress;
import hyperlumen.read.DisplayTags;
import hyperlumen.read.bitmap.BitmapReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WrittenMetadataTest {

  private static final String PACKET =
      """
      <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF \
      xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" \
      xmlns:tiff="http://ns.adobe.com/tiff/1.0/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
      xmp:Rating="4" tiff:Orientation="6"/></rdf:RDF></x:xmpmeta>
      <?xpacket end="w"?>\
      """;

  @TempDir Path folder;

  private static final List<ExifEntry> ENTRIES =
      List.of(
          text(Directory.MAIN, 271, "Canon"),
          text(Directory.MAIN, 272, "Canon EOS 5D"),
          text(Directory.MAIN, 305, "Camera firmware 1.0"),
          text(Directory.MAIN, 33432, "Zo\u00eb"),
          numbers(Directory.MAIN, 282, 5, 300, 1),
          numbers(Directory.MAIN, 283, 5, 300, 1),
          new ExifEntry(Directory.MAIN, 296, 3, 1, new Bytes(new byte[] {2, 0})),
          numbers(Directory.EXIF, 33434, 5, 1, 125),
          numbers(Directory.EXIF, 33437, 5, 28, 10),
          new ExifEntry(Directory.EXIF, 34855, 3, 1, new Bytes(new byte[] {(byte) 144, 1})),
          new ExifEntry(
              Directory.EXIF, 36864, 7, 4, new Bytes("0230".getBytes(StandardCharsets.US_ASCII))),
          text(Directory.EXIF, 36867, "2024:05:06 07:08:09"),
          new ExifEntry(Directory.EXIF, 37500, 7, 5, new Bytes(new byte[] {1, 2, 3, 4, 5})),
          text(Directory.EXIF, 42036, "EF 50mm f/1.8"),
          new ExifEntry(Directory.GPS, 0, 1, 4, new Bytes(new byte[] {2, 3, 0, 0})),
          text(Directory.GPS, 1, "N"),
          numbers(Directory.GPS, 2, 5, 48, 1, 8, 1, 0, 1),
          text(Directory.INTEROPERABILITY, 1, "R98"));

  private static final byte[] IPTC = {0x1c, 2, 25, 0, 3, 'o', 'n', 'e'};

  private static final Metadata METADATA =
      new Metadata(
          ENTRIES,
          Optional.of(new Bytes(PACKET.getBytes(StandardCharsets.UTF_8))),
          Optional.of(new Bytes(IPTC)),
          Orientation.ROTATE_90);

  @ParameterizedTest
  @EnumSource(value = OutputFormat.class, mode = EnumSource.Mode.EXCLUDE, names = "DNG")
  void everyTagComesBackButThoseOfTheFileItself(OutputFormat format) throws Exception {
    byte[] profile = ProfileBytes.ofLength(150_000);

    RgbPhoto photo = written(format, METADATA, Optional.of(new Bytes(profile)));

    List<ExifEntry> expected = new ArrayList<>(ENTRIES);
    expected.removeIf(entry -> entry.tag() == 305);
    List<ExifEntry> found = new ArrayList<>(photo.metadata().exif());
    assertThat(found).contains(text(Directory.MAIN, 305, "Hyperlumen 1.2"));
    found.removeIf(entry -> entry.tag() == 305);
    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(photo.metadata().orientation()).isEqualTo(Orientation.NORMAL);
    assertThat(photo.metadata().iptc()).contains(new Bytes(IPTC));
    assertThat(photo.metadata().xmp()).isPresent();
    assertThat(new String(photo.metadata().xmp().get().array(), StandardCharsets.UTF_8))
        .isEqualTo(PACKET.replace("tiff:Orientation=\"6\"", "tiff:Orientation=\"1\""));
    assertThat(photo.iccProfile()).contains(new Bytes(profile));
  }

  @ParameterizedTest
  @EnumSource(value = OutputFormat.class, mode = EnumSource.Mode.EXCLUDE, names = "DNG")
  void readersOfOthersSeeTheTags(OutputFormat format) throws Exception {
    Path file = written(format, METADATA, Optional.empty()).file();

    DisplayTags tags = DisplayTags.of(file);

    assertThat(tags.camera()).contains("Canon EOS 5D");
    assertThat(tags.lens()).contains("EF 50mm f/1.8");
    assertThat(tags.exposureTime()).contains("1/125 sec");
    assertThat(tags.aperture()).contains("f/2.8");
    assertThat(tags.iso()).contains("400");
    assertThat(tags.date()).contains("2024:05:06 07:08:09");
  }

  @ParameterizedTest
  @EnumSource(value = OutputFormat.class, mode = EnumSource.Mode.EXCLUDE, names = "DNG")
  void exiftoolHasNothingToComplainOf(OutputFormat format) throws Exception {
    assumeTrue(runs("exiftool", "-ver"), "exiftool is not installed");
    // The five bytes above are no MakerNote of Canon's.
    List<ExifEntry> entries = new ArrayList<>(ENTRIES);
    entries.removeIf(entry -> entry.tag() == 37500);
    Metadata metadata =
        new Metadata(entries, METADATA.xmp(), METADATA.iptc(), METADATA.orientation());
    Path file = written(format, metadata, Optional.empty()).file();

    String tags =
        output(
            "exiftool",
            "-s",
            "-G1",
            "-a",
            "-warning",
            "-error",
            "-IFD0:all",
            "-ExifIFD:all",
            "-GPS:all",
            "-IPTC:all",
            "-XMP:all",
            file.toString());

    assertThat(tags)
        .doesNotContain("[ExifTool]")
        .contains("Make", "Software", "Hyperlumen 1.2", "1/125", "EF 50mm", "48 deg 8'")
        .contains("[IPTC]", "Keywords", "[XMP-xmp]", "Rating")
        .containsPattern("\\[IFD0\\] +Orientation +: Horizontal")
        .containsPattern("\\[XMP-tiff\\] +Orientation +: Horizontal");
  }

  @Test
  void whatDoesNotFitIntoAJpegSegmentIsLeftOutBeginningWithTheMakerNote() throws Exception {
    List<ExifEntry> entries = new ArrayList<>(ENTRIES);
    entries.removeIf(entry -> entry.tag() == 37500);
    entries.add(new ExifEntry(Directory.EXIF, 37500, 7, 60_000, new Bytes(new byte[60_000])));
    entries.add(new ExifEntry(Directory.EXIF, 37510, 7, 10_000, new Bytes(new byte[10_000])));

    RgbPhoto photo =
        written(
            OutputFormat.JPEG,
            new Metadata(entries, Optional.empty(), Optional.empty(), Orientation.NORMAL),
            Optional.empty());

    assertThat(photo.metadata().exif())
        .noneMatch(entry -> entry.tag() == 37500)
        .anyMatch(entry -> entry.tag() == 37510)
        .anyMatch(entry -> entry.tag() == 33434);
  }

  @Test
  void anOrientationThatIsAskedForIsWritten() throws Exception {
    Path file = folder.resolve("turned.tif");
    PhotoWriter.write(
        new GradientSource(new Size(8, 6), 3, 255),
        file,
        OutputSpec.of(OutputFormat.TIFF8, "x").withOrientation(Orientation.ROTATE_270),
        Progress.NONE);

    assertThat(BitmapReader.read(file).metadata().orientation()).isEqualTo(Orientation.ROTATE_270);
  }

  private RgbPhoto written(OutputFormat format, Metadata metadata, Optional<Bytes> profile)
      throws Exception {
    Path file = folder.resolve("out." + format.extension());
    PhotoWriter.write(
        new GradientSource(new Size(33, 21), 3, 255),
        file,
        OutputSpec.of(format, "Hyperlumen 1.2").withMetadata(metadata).withIccProfile(profile),
        Progress.NONE);
    return BitmapReader.read(file);
  }

  private static ExifEntry text(Directory directory, int tag, String text) {
    byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_8);
    return new ExifEntry(directory, tag, 2, bytes.length, new Bytes(bytes));
  }

  /** Rationals of 32-bit numbers below 65536. */
  private static ExifEntry numbers(Directory directory, int tag, int type, int... values) {
    byte[] bytes = new byte[4 * values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[4 * i] = (byte) values[i];
      bytes[4 * i + 1] = (byte) (values[i] >> 8);
    }
    return new ExifEntry(directory, tag, type, values.length / 2, new Bytes(bytes));
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static String output(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
