package hyperlumen.write;

import hyperlumen.photo.Bytes;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Size;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/**
 * Writes PNG (W3C PNG, third edition): 8 or 16 bits, 1 to 4 channels, iCCP, eXIf, XMP in iTXt. Each
 * band is compressed on its own and ends on a byte, so that together they are one zlib stream.
 */
final class PngPictureWriter {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  /** Colour types of 1 to 4 channels: grey, grey and alpha, RGB, RGB and alpha. */
  private static final int[] COLOUR_TYPES = {0, 4, 2, 6};

  private final OutputSpec spec;
  private final AtomicFile file;
  private final Adler32 adler = new Adler32();
  private boolean begun;

  PngPictureWriter(OutputSpec spec, AtomicFile file) {
    this.spec = spec;
    this.file = file;
  }

  void write(RasterSource source, Progress progress) throws PhotoException, CancelledException {
    Size size = source.size();
    file.write(SIGNATURE);
    writeHeader(size, source.channels());
    writeMetadata(size);
    int bits = spec.format().bits();
    Quantiser quantiser = new Quantiser(bits, true, source.channels());
    int pixelBytes = source.channels() * bits / 8;
    int bandRows = Math.min(spec.bandRows(), size.height());
    new BandPipeline(source, quantiser, spec, progress)
        .run(file, () -> new Encoder(quantiser.rowBytes(size.width()), pixelBytes, bandRows));
    chunk("IEND", new byte[0]);
  }

  private void writeHeader(Size size, int channels) throws PhotoException {
    chunk(
        "IHDR",
        ByteBuffer.allocate(13)
            .putInt(size.width())
            .putInt(size.height())
            .put((byte) spec.format().bits())
            .put((byte) COLOUR_TYPES[channels - 1])
            .array());
  }

  private void writeMetadata(Size size) throws PhotoException {
    if (spec.iccProfile().isPresent()) {
      ByteArrayOutputStream content = new ByteArrayOutputStream();
      content.writeBytes("ICC profile\0\0".getBytes(StandardCharsets.ISO_8859_1));
      byte[] profile = spec.iccProfile().get().array();
      try (DeflateBuffer compressed = new DeflateBuffer(false)) {
        compressed.compress(profile, profile.length, true);
        content.write(compressed.bytes(), 0, compressed.length());
      }
      chunk("iCCP", content.toByteArray());
    }
    ExifDirectories exif = ExifDirectories.ofBlock(spec, size);
    spec.metadata().iptc().map(Bytes::array).ifPresent(exif::putIptc);
    chunk("eXIf", exif.block());
    if (spec.metadata().xmp().isPresent()) {
      ByteArrayOutputStream content = new ByteArrayOutputStream();
      content.writeBytes("XML:com.adobe.xmp\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
      content.writeBytes(
          XmpPacket.updated(spec.metadata().xmp().get().array(), spec.orientation()));
      chunk("iTXt", content.toByteArray());
    }
    for (Bytes text : spec.metadata().pngText()) {
      byte[] chunk = text.array();
      chunk(
          new String(chunk, 0, 4, StandardCharsets.US_ASCII),
          Arrays.copyOfRange(chunk, 4, chunk.length));
    }
  }

  private void chunk(String type, byte[] content) throws PhotoException {
    chunk(type, content, content.length);
  }

  private void chunk(String type, byte[] content, int length) throws PhotoException {
    byte[] head =
        ByteBuffer.allocate(8).putInt(length).put(type.getBytes(StandardCharsets.US_ASCII)).array();
    CRC32 crc = new CRC32();
    crc.update(head, 4, 4);
    crc.update(content, 0, length);
    file.write(head);
    file.write(content, 0, length);
    file.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  /** One band: rows filtered and compressed. */
  private final class Encoder implements BandEncoder {

    private final int rowBytes;
    private final byte[] raw;
    private final byte[] above;
    private final byte[] filtered;
    private final PngRowFilter filter;
    private final DeflateBuffer compressed = new DeflateBuffer(true);
    private int filteredLength;
    private boolean last;

    Encoder(int rowBytes, int pixelBytes, int bandRows) {
      this.rowBytes = rowBytes;
      raw = new byte[Math.multiplyExact(bandRows, rowBytes)];
      above = new byte[rowBytes];
      filtered = new byte[Math.multiplyExact(bandRows, rowBytes + 1)];
      filter = new PngRowFilter(rowBytes, pixelBytes);
    }

    @Override
    public byte[] raw() {
      return raw;
    }

    @Override
    public byte[] above() {
      return above;
    }

    @Override
    public void encode(int rows, boolean isLast) {
      for (int r = 0; r < rows; r++) {
        byte[] aboveBytes = r == 0 ? above : raw;
        int aboveAt = r == 0 ? 0 : (r - 1) * rowBytes;
        filter.filter(raw, r * rowBytes, aboveBytes, aboveAt, filtered, r * (rowBytes + 1));
      }
      filteredLength = rows * (rowBytes + 1);
      compressed.compress(filtered, filteredLength, isLast);
      last = isLast;
    }

    @Override
    public void write(AtomicFile ignored) throws PhotoException {
      if (!begun) {
        // The zlib header: 32 KB window, default level.
        chunk("IDAT", new byte[] {0x78, (byte) 0x9c});
        begun = true;
      }
      adler.update(filtered, 0, filteredLength);
      chunk("IDAT", compressed.bytes(), compressed.length());
      if (last) {
        chunk("IDAT", ByteBuffer.allocate(4).putInt((int) adler.getValue()).array());
      }
    }

    @Override
    public void close() {
      compressed.close();
    }
  }
}
