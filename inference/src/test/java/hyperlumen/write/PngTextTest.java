package hyperlumen.write;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.photo.Metadata;
import hyperlumen.photo.Size;
import hyperlumen.progress.Progress;
import hyperlumen.read.bitmap.BitmapReader;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a PNG file says in text chunks stands in the PNG made of it, byte by byte. */
class PngTextTest {

  private static final int HEADER_END = 8 + 12 + 13;

  @TempDir Path folder;

  @Test
  void textOfEveryKindIsKept() throws Exception {
    byte[] plain = chunk("tEXt", "Title\0A hill".getBytes(ISO_8859_1));
    byte[] packed =
        chunk("zTXt", join("Comment\0\0".getBytes(ISO_8859_1), deflated("grass ".repeat(99))));
    byte[] wide = chunk("iTXt", "Author\0\0\0de\0Urheber\0Zo\u00eb".getBytes(UTF_8));

    byte[] output = Files.readAllBytes(again(withChunks(plain, packed, wide)));

    for (byte[] kept : new byte[][] {plain, packed, wide}) {
      assertThat(new String(output, ISO_8859_1)).containsOnlyOnce(new String(kept, ISO_8859_1));
    }
  }

  @Test
  void programsAndSmallPicturesOfTheSourceAreNotTheResults() throws Exception {
    byte[] program = chunk("tEXt", "Software\0Old program".getBytes(ISO_8859_1));
    byte[] thumbnail = chunk("tEXt", "Thumb::URI\0file:///old.png".getBytes(ISO_8859_1));

    Path output = again(withChunks(program, thumbnail));

    assertThat(Files.readString(output, ISO_8859_1)).doesNotContain("Old program", "old.png");
  }

  @Test
  void whatWritersOfXmpPutIntoTextIsNotTakenTwice() throws Exception {
    String packet = "<x:xmpmeta xmlns:x='adobe:ns:meta/'/>";
    byte[] xmp = chunk("iTXt", ("XML:com.adobe.xmp\0\0\0\0\0" + packet).getBytes(UTF_8));

    Path output = again(withChunks(xmp));

    assertThat(Files.readString(output, ISO_8859_1)).containsOnlyOnce("XML:com.adobe.xmp");
    assertThat(BitmapReader.read(output).metadata().pngText()).isEmpty();
  }

  @Test
  void textWithoutEndIsCutAndSaidToBe() throws Exception {
    byte[] small = chunk("tEXt", "Title\0A hill".getBytes(ISO_8859_1));
    byte[] large = new byte[(1 << 20) + 1];
    Arrays.fill(large, (byte) 'a');
    byte[] endless = chunk("tEXt", join("Comment\0".getBytes(ISO_8859_1), large));

    Metadata metadata = BitmapReader.read(withChunks(endless, small)).metadata();

    assertThat(metadata.pngText()).hasSize(1);
    assertThat(metadata.losses()).singleElement().asString().contains("text chunks");
  }

  /** A small PNG with more chunks behind its header. */
  private Path withChunks(byte[]... chunks) throws Exception {
    Path file = folder.resolve("source.png");
    write(file, Metadata.NONE);
    byte[] bytes = Files.readAllBytes(file);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(bytes, 0, HEADER_END);
    for (byte[] chunk : chunks) {
      all.writeBytes(chunk);
    }
    all.write(bytes, HEADER_END, bytes.length - HEADER_END);
    Files.write(file, all.toByteArray());
    return file;
  }

  private Path again(Path source) throws Exception {
    Path output = folder.resolve("output.png");
    write(output, BitmapReader.read(source).metadata());
    return output;
  }

  private static void write(Path file, Metadata metadata) throws Exception {
    PhotoWriter.write(
        new GradientSource(new Size(16, 16), 3, 255),
        file,
        OutputSpec.of(OutputFormat.PNG8, "x").withMetadata(metadata).withOverwrite(true),
        Progress.NONE);
  }

  /** W3C PNG, 5.3: length, type, content, CRC over type and content. */
  private static byte[] chunk(String type, byte[] content) {
    byte[] name = type.getBytes(ISO_8859_1);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(content);
    return ByteBuffer.allocate(12 + content.length)
        .putInt(content.length)
        .put(name)
        .put(content)
        .putInt((int) crc.getValue())
        .array();
  }

  private static byte[] deflated(String text) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Deflater deflater = new Deflater();
        DeflaterOutputStream stream = new DeflaterOutputStream(out, deflater)) {
      stream.write(text.getBytes(ISO_8859_1));
    }
    return out.toByteArray();
  }

  private static byte[] join(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }
}
