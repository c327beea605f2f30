package hyperlumen.write;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes a linear DNG (DNG 1.4, LinearRaw): 16-bit camera RGB in tiles of lossless JPEG, behind it
 * a JPEG preview, the directory of the samples, and the main directory, which shows the preview.
 * Little-endian; BigTIFF where the file may pass 4 GB.
 */
final class DngPictureWriter {

  /** Leaves room for the directories below the 4 GB that 32-bit offsets reach. */
  private static final long CLASSIC_LIMIT = 3L << 30;

  /** Sides of tiles are multiples of 16 (TIFF 6.0, section 15). */
  private static final int TILE_STEP = 16;

  /** Wide enough for a code of its own, narrow enough to be decoded by several threads. */
  private static final int TILE_WIDTH = 1024;

  /** Longer side of the preview: what file managers and lighttables show. */
  private static final int PREVIEW_SIDE = 1024;

  private static final int PREVIEW_QUALITY = 85;

  /** Code of black: noise below it keeps its sign, so that dark places do not become brighter. */
  private static final int BLACK = 1024;

  private static final int WHITE = 65535;

  private static final int PHOTOMETRIC_YCBCR = 6;
  private static final int PHOTOMETRIC_LINEAR_RAW = 34892;
  private static final int SUB_IFDS = 330;

  private final LinearDng dng;
  private final OutputSpec spec;
  private final Path target;
  private final AtomicFile file;
  private final Size size;
  private final int tileWidth;
  private final int tileHeight;
  private final List<Long> offsets = new ArrayList<>();
  private final List<Long> lengths = new ArrayList<>();

  DngPictureWriter(LinearDng dng, OutputSpec spec, Path target, AtomicFile file) {
    this.dng = dng;
    this.target = target;
    this.file = file;
    size = dng.cameraRgb().size();
    tileHeight = Math.ceilDiv(spec.bandRows(), TILE_STEP) * TILE_STEP;
    // Not wider than the picture: some readers take the tile's rows for the picture's then.
    int widest = Math.min(TILE_WIDTH, size.width()) / TILE_STEP * TILE_STEP;
    tileWidth = Math.max(TILE_STEP, widest);
    this.spec = spec.withBands(tileHeight, spec.threads());
  }

  void write(Progress progress) throws PhotoException, CancelledException {
    Quantiser quantiser = new Quantiser(16, false, 3);
    int rowBytes = quantiser.rowBytes(size.width());
    boolean big = (long) rowBytes * size.height() > CLASSIC_LIMIT;
    PreviewSums small = new PreviewSums(size, PREVIEW_SIDE);
    file.write(TiffPictureWriter.header(big, 0));
    new BandPipeline(new Coded(small), quantiser, spec, progress)
        .run(file, () -> new Encoder(rowBytes));
    Raster shown = dng.preview().apply(small.raster());
    byte[] preview =
        new JpegPictureWriter(spec.withJpegQuality(PREVIEW_QUALITY), target, file)
            .bytes(RasterSource.of(shown));
    align();
    long previewAt = file.length();
    file.write(preview);
    align();
    long rawAt = file.length();
    file.write(rawDirectory(big).build(rawAt, 0));
    align();
    long mainAt = file.length();
    ExifDirectories exif = ExifDirectories.ofTiff(spec, big);
    putMain(exif.main(), shown.size(), previewAt, preview.length, rawAt);
    spec.metadata().iptc().ifPresent(block -> exif.putIptc(block.array()));
    file.write(exif.build(mainAt));
    file.writeAt(0, TiffPictureWriter.header(big, mainAt));
  }

  private IfdBuilder rawDirectory(boolean big) {
    IfdBuilder tags = new IfdBuilder(big);
    tags.putLong(254, 0);
    tags.putLong(256, size.width());
    tags.putLong(257, size.height());
    tags.putShorts(258, 16, 16, 16);
    tags.putShorts(259, 7);
    tags.putShorts(262, PHOTOMETRIC_LINEAR_RAW);
    tags.putShorts(277, 3);
    tags.putShorts(284, 1);
    tags.putLong(322, tileWidth);
    tags.putLong(323, tileHeight);
    tags.putOffsets(324, offsets.stream().mapToLong(Long::longValue).toArray());
    tags.putOffsets(325, lengths.stream().mapToLong(Long::longValue).toArray());
    tags.putShorts(339, 1, 1, 1);
    tags.putShorts(50713, 1, 1);
    tags.putShorts(50714, BLACK, BLACK, BLACK);
    tags.putLongs(50717, WHITE, WHITE, WHITE);
    tags.putRationals(50718, dng.pixelScale().horizontal(), dng.pixelScale().vertical());
    tags.putLongs(50719, 0, 0);
    tags.putLongs(50720, size.width(), size.height());
    return tags;
  }

  private void putMain(
      IfdBuilder tags, Size preview, long previewAt, int previewBytes, long rawAt) {
    DngColourTags.put(tags, dng.colour(), spec.metadata().exif());
    tags.putLong(254, 1);
    tags.putLong(256, preview.width());
    tags.putLong(257, preview.height());
    tags.putShorts(258, 8, 8, 8);
    tags.putShorts(259, 7);
    tags.putShorts(262, PHOTOMETRIC_YCBCR);
    tags.putOffsets(273, previewAt);
    tags.putShorts(277, 3);
    tags.putLong(278, preview.height());
    tags.putOffsets(279, previewBytes);
    tags.putShorts(284, 1);
    tags.putShorts(530, 1, 1);
    tags.putOffsets(SUB_IFDS, rawAt);
    tags.putBytes(50706, 1, 4, 0, 0);
    tags.putBytes(50707, 1, 1, 0, 0);
    // The preview is sRGB.
    tags.putLong(50970, 2);
    spec.metadata()
        .xmp()
        .ifPresent(
            xmp -> tags.putUndefined(700, XmpPacket.updated(xmp.array(), spec.orientation())));
  }

  private void align() throws PhotoException {
    if (file.length() % 2 != 0) {
      file.write(new byte[1]);
    }
  }

  /** The samples as codes over {@link #WHITE}; the bands that go by make the preview. */
  private final class Coded implements RasterSource {

    private final PreviewSums small;

    Coded(PreviewSums small) {
      this.small = small;
    }

    @Override
    public int channels() {
      return 3;
    }

    @Override
    public Size size() {
      return size;
    }

    @Override
    public void read(Region region, Raster into) throws PhotoException {
      dng.cameraRgb().read(region, into);
      small.add(into, region.y(), region.height());
      float scale = (float) (WHITE - BLACK) / WHITE;
      float offset = (float) BLACK / WHITE;
      float[] values = into.samples();
      for (int i = 0; i < values.length; i++) {
        values[i] = offset + scale * values[i];
      }
    }
  }

  /** One row of tiles. */
  private final class Encoder implements BandEncoder {

    private final int rowBytes;
    private final byte[] raw;
    private final LosslessJpegTile tile = new LosslessJpegTile(tileWidth, tileHeight);
    private final byte[][] encoded = new byte[Math.ceilDiv(size.width(), tileWidth)][];

    Encoder(int rowBytes) {
      this.rowBytes = rowBytes;
      raw = new byte[Math.multiplyExact(tileHeight, rowBytes)];
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
      for (int i = 0; i < encoded.length; i++) {
        int x = i * tileWidth;
        int columns = Math.min(tileWidth, size.width() - x);
        encoded[i] = tile.encode(raw, rowBytes, x, columns, rows);
      }
    }

    @Override
    public void write(AtomicFile out) throws PhotoException {
      for (byte[] bytes : encoded) {
        align();
        offsets.add(out.length());
        lengths.add((long) bytes.length);
        out.write(bytes);
      }
    }

    @Override
    public void close() {
      Arrays.fill(encoded, null);
    }
  }
}
