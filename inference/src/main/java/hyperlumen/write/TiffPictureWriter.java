package hyperlumen.write;

import hyperlumen.photo.Bytes;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Size;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Writes TIFF 6.0, little-endian: 8 or 16 bits or 32-bit floating point, 1 to 4 channels, one strip
 * a band, uncompressed or Deflate with a predictor; BigTIFF where the file may pass 4 GB. The
 * directory stands behind the strips.
 */
final class TiffPictureWriter {

  /** Leaves room for the directories below the 4 GB that 32-bit offsets reach. */
  private static final long CLASSIC_LIMIT = 3L << 30;

  private static final int NO_PREDICTOR = 1;
  private static final int HORIZONTAL = 2;
  private static final int FLOATING_POINT = 3;

  private final OutputSpec spec;
  private final AtomicFile file;
  private long[] offsets = {};
  private long[] lengths = {};
  private int strips;

  TiffPictureWriter(OutputSpec spec, AtomicFile file) {
    this.spec = spec;
    this.file = file;
  }

  void write(RasterSource source, Progress progress) throws PhotoException, CancelledException {
    Size size = source.size();
    int bits = spec.format().bits();
    int channels = source.channels();
    Quantiser quantiser = new Quantiser(bits, false, channels);
    int rowBytes = quantiser.rowBytes(size.width());
    int bandRows = Math.min(spec.bandRows(), size.height());
    boolean big = (long) rowBytes * size.height() > CLASSIC_LIMIT;
    offsets = new long[Math.ceilDiv(size.height(), bandRows)];
    lengths = new long[offsets.length];
    file.write(header(big, 0));
    new BandPipeline(source, quantiser, spec, progress)
        .run(file, () -> new Encoder(rowBytes, bandRows, bits / 8, channels));
    align();
    long directory = file.length();
    ExifDirectories exif = ExifDirectories.ofTiff(spec, big);
    putTags(exif.main(), size, channels, bandRows);
    spec.metadata().iptc().map(Bytes::array).ifPresent(exif::putIptc);
    file.write(exif.build(directory));
    file.writeAt(0, header(big, directory));
  }

  private void putTags(IfdBuilder tags, Size size, int channels, int rowsPerStrip) {
    int bits = spec.format().bits();
    tags.putLong(256, size.width());
    tags.putLong(257, size.height());
    tags.putShorts(258, repeated(bits, channels));
    tags.putShorts(259, spec.deflate() ? 8 : 1);
    tags.putShorts(262, channels <= 2 ? 1 : 2);
    tags.putOffsets(273, offsets);
    tags.putShorts(277, channels);
    tags.putLong(278, rowsPerStrip);
    tags.putOffsets(279, lengths);
    if (!tags.has(282) || !tags.has(283)) {
      tags.putRational(282, 300, 1);
      tags.putRational(283, 300, 1);
      tags.putShorts(296, 2);
    }
    tags.putShorts(284, 1);
    if (spec.deflate()) {
      tags.putShorts(317, predictor(bits / 8));
    }
    if (channels % 2 == 0) {
      // Alpha that the colours are not multiplied by.
      tags.putShorts(338, 2);
    }
    tags.putShorts(339, repeated(bits == 32 ? 3 : 1, channels));
    spec.metadata()
        .xmp()
        .ifPresent(
            xmp -> tags.putUndefined(700, XmpPacket.updated(xmp.array(), spec.orientation())));
    spec.iccProfile().ifPresent(profile -> tags.putUndefined(34675, profile.array()));
  }

  private static int[] repeated(int value, int count) {
    int[] values = new int[count];
    Arrays.fill(values, value);
    return values;
  }

  private int predictor(int sampleBytes) {
    if (!spec.deflate()) {
      return NO_PREDICTOR;
    }
    return sampleBytes == 4 ? FLOATING_POINT : HORIZONTAL;
  }

  /** The start of a file whose first directory stands at {@code directory}. */
  static byte[] header(boolean big, long directory) {
    ByteBuffer header = ByteBuffer.allocate(big ? 16 : 8).order(ByteOrder.LITTLE_ENDIAN);
    header.put((byte) 'I').put((byte) 'I');
    if (big) {
      header.putShort((short) 43).putShort((short) 8).putShort((short) 0).putLong(directory);
    } else {
      header.putShort((short) 42).putInt((int) directory);
    }
    return header.array();
  }

  private void align() throws PhotoException {
    if (file.length() % 2 != 0) {
      file.write(new byte[1]);
    }
  }

  /** One strip. */
  private final class Encoder implements BandEncoder {

    private final int rowBytes;
    private final TiffPredictor predictor;
    private final byte[] raw;
    private final DeflateBuffer compressed = new DeflateBuffer(false);
    private int rawLength;

    Encoder(int rowBytes, int bandRows, int sampleBytes, int channels) {
      this.rowBytes = rowBytes;
      predictor = new TiffPredictor(rowBytes, sampleBytes, channels);
      raw = new byte[Math.multiplyExact(bandRows, rowBytes)];
    }

    @Override
    public byte[] raw() {
      return raw;
    }

    @Override
    public byte[] above() {
      return new byte[0];
    }

    @Override
    public void encode(int rows, boolean last) {
      rawLength = rows * rowBytes;
      if (spec.deflate()) {
        for (int r = 0; r < rows; r++) {
          predictor.apply(raw, r * rowBytes);
        }
        compressed.compress(raw, rawLength, true);
      }
    }

    @Override
    public void write(AtomicFile target) throws PhotoException {
      align();
      offsets[strips] = target.length();
      if (spec.deflate()) {
        compressed.write(target);
      } else {
        target.write(raw, 0, rawLength);
      }
      lengths[strips] = target.length() - offsets[strips];
      strips++;
    }

    @Override
    public void close() {
      compressed.close();
    }
  }
}
