package hyperlumen.read.dng;

import hyperlumen.photo.Cfa;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes DNG files of every kind the reader knows, for tests and samples: one method per property,
 * then {@link #write}. Rows are asked for one by one and only one row of tiles (or one strip) is
 * held, so that files larger than memory can be made. The same calls give the same bytes.
 *
 * <p>Defaults: little-endian classic TIFF, RGGB mosaic, 16 bits, uncompressed, strips of 256 rows.
 */
public final class DngWriter {

  /** Supplies rows of floats, top to bottom. */
  public interface FloatRows {
    /** Fills {@code samples} with row {@code y}, interleaved where there are three channels. */
    void row(int y, float[] samples) throws IOException;
  }

  private final Size size;
  private final List<Consumer<TiffOut.Ifd>> mainFields = new ArrayList<>();
  private final List<Consumer<TiffOut.Ifd>> rawFields = new ArrayList<>();
  private final List<Consumer<TiffOut.Ifd>> exifFields = new ArrayList<>();
  private Cfa cfa = Cfa.RGGB;
  private int channels = 1;
  private int bits = 16;
  private boolean isFloat;
  private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
  private boolean bigTiff;
  private boolean inSubIfd;
  private int compression = 1;
  private int predictor = 1;
  private int jpegComponents = 1;
  private int jpegLinesJoined = 1;
  private int restartLines;
  private int tileWidth;
  private int tileHeight;
  private int rowsPerStrip = 256;

  /** A picture of this size, masked borders included. */
  public DngWriter(Size size) {
    this.size = size;
  }

  /** The filter array at the active area's origin. */
  public DngWriter cfa(Cfa value) {
    cfa = value;
    return this;
  }

  /** Demosaiced: three samples per pixel instead of a mosaic. */
  public DngWriter linearRaw() {
    channels = 3;
    return this;
  }

  /** Integers of 8 to 32 bits. */
  public DngWriter bits(int value) {
    bits = value;
    return this;
  }

  /** Floats of 16, 24 or 32 bits. */
  public DngWriter floats(int value) {
    bits = value;
    isFloat = true;
    return this;
  }

  /** Big-endian instead of little-endian. */
  public DngWriter bigEndian() {
    order = ByteOrder.BIG_ENDIAN;
    return this;
  }

  /** 64-bit offsets. */
  public DngWriter bigTiff() {
    bigTiff = true;
    return this;
  }

  /** Puts the raw picture into a SubIFD behind an 8-bit preview, as converters do. */
  public DngWriter inSubIfd() {
    inSubIfd = true;
    return this;
  }

  /** Tiles instead of strips. */
  public DngWriter tiles(int width, int height) {
    tileWidth = width;
    tileHeight = height;
    return this;
  }

  /** Strips of this many rows. */
  public DngWriter strips(int rows) {
    rowsPerStrip = rows;
    return this;
  }

  /** Lossless JPEG with predictor 1 to 7 and 1 to 4 components. */
  public DngWriter losslessJpeg(int jpegPredictor, int components) {
    compression = 7;
    predictor = jpegPredictor;
    jpegComponents = components;
    return this;
  }

  /** Restart markers every so many lines of lossless JPEG. */
  public DngWriter restartEvery(int lines) {
    restartLines = lines;
    return this;
  }

  /** So many lines of the picture in one line of lossless JPEG. */
  public DngWriter joinLines(int lines) {
    jpegLinesJoined = lines;
    return this;
  }

  /** Deflate with a TIFF predictor: 1, 2, 3, 34892 to 34895. */
  public DngWriter deflate(int tiffPredictor) {
    compression = 8;
    predictor = tiffPredictor;
    return this;
  }

  /** Black and white level of all samples. */
  public DngWriter levels(double black, double white) {
    return raw(ifd -> ifd.numbers(DngTag.BLACK_LEVEL, TiffOut.RATIONAL, black))
        .raw(ifd -> ifd.numbers(DngTag.WHITE_LEVEL, TiffOut.RATIONAL, white));
  }

  /** A repeating pattern of black levels, row by row. */
  public DngWriter blackPattern(int rows, int columns, double... black) {
    return raw(ifd -> ifd.integers(DngTag.BLACK_LEVEL_REPEAT_DIM, TiffOut.SHORT, rows, columns))
        .raw(ifd -> ifd.numbers(DngTag.BLACK_LEVEL, TiffOut.RATIONAL, black));
  }

  /** The white of the scene in camera RGB. */
  public DngWriter asShotNeutral(double red, double green, double blue) {
    return main(ifd -> ifd.numbers(DngTag.AS_SHOT_NEUTRAL, TiffOut.RATIONAL, red, green, blue));
  }

  /** Calibration number 1 or 2: EXIF illuminant and the matrix from XYZ to camera RGB. */
  public DngWriter colorMatrix(int number, int illuminant, double... matrix) {
    int illuminantTag = DngTag.CALIBRATION_ILLUMINANT_1 + number - 1;
    return main(ifd -> ifd.integers(illuminantTag, TiffOut.SHORT, illuminant))
        .main(ifd -> ifd.numbers(DngTag.COLOR_MATRIX_1 + number - 1, TiffOut.SRATIONAL, matrix));
  }

  /** Forward matrix of calibration 1 or 2: balanced camera RGB to XYZ D50. */
  public DngWriter forwardMatrix(int number, double... matrix) {
    return main(
        ifd -> ifd.numbers(DngTag.FORWARD_MATRIX_1 + number - 1, TiffOut.SRATIONAL, matrix));
  }

  /** Noise of all channels: variance = shot * x + read. */
  public DngWriter noiseProfile(double shot, double read) {
    return raw(ifd -> ifd.numbers(DngTag.NOISE_PROFILE, TiffOut.DOUBLE, shot, read));
  }

  /** EXIF orientation, 1 to 8. */
  public DngWriter orientation(int exif) {
    return main(ifd -> ifd.integers(274, TiffOut.SHORT, exif));
  }

  /** Stops a normal rendering adds. */
  public DngWriter baselineExposure(double stops) {
    return main(ifd -> ifd.numbers(DngTag.BASELINE_EXPOSURE, TiffOut.SRATIONAL, stops));
  }

  /** The light-sensitive rectangle of the stored picture. */
  public DngWriter activeArea(Region area) {
    return raw(
        ifd ->
            ifd.integers(
                DngTag.ACTIVE_AREA, TiffOut.LONG, area.y(), area.x(), area.endY(), area.endX()));
  }

  /** The picture to show, inside the active area. */
  public DngWriter crop(Region area) {
    return raw(
        ifd ->
            ifd.integers(DngTag.DEFAULT_CROP_ORIGIN, TiffOut.LONG, area.x(), area.y())
                .integers(DngTag.DEFAULT_CROP_SIZE, TiffOut.LONG, area.width(), area.height()));
  }

  /** How pixels are to be stretched before they are shown. */
  public DngWriter defaultScale(double horizontal, double vertical) {
    return raw(ifd -> ifd.numbers(DngTag.DEFAULT_SCALE, TiffOut.RATIONAL, horizontal, vertical));
  }

  /** The table stored samples are looked up in. */
  public DngWriter linearizationTable(long... table) {
    return raw(ifd -> ifd.integers(DngTag.LINEARIZATION_TABLE, TiffOut.SHORT, table));
  }

  /** Maker and model of the camera. */
  public DngWriter camera(String make, String model) {
    return main(
        ifd -> ifd.text(271, make).text(272, model).text(50708, (make + " " + model).trim()));
  }

  /** Exposure time in seconds, f-number and ISO speed. */
  public DngWriter exposure(double seconds, double aperture, int iso) {
    exifFields.add(
        ifd ->
            ifd.numbers(33434, TiffOut.RATIONAL, seconds)
                .numbers(33437, TiffOut.RATIONAL, aperture)
                .integers(34855, TiffOut.SHORT, iso));
    return this;
  }

  /** Any field of the main directory. */
  DngWriter main(Consumer<TiffOut.Ifd> field) {
    mainFields.add(field);
    return this;
  }

  /** Any field of the raw picture's directory. */
  DngWriter raw(Consumer<TiffOut.Ifd> field) {
    rawFields.add(field);
    return this;
  }

  /** Writes unsigned samples held in memory, row by row. */
  public void write(Path file, short[] samples) throws IOException {
    int length = size.width() * channels;
    write(
        file,
        (y, row) -> {
          for (int i = 0; i < length; i++) {
            row[i] = samples[y * length + i] & 0xffff;
          }
        });
  }

  /** Writes floats. */
  public void writeFloats(Path file, FloatRows rows) throws IOException {
    float[] floats = new float[size.width() * channels];
    write(
        file,
        (y, row) -> {
          rows.row(y, floats);
          for (int i = 0; i < floats.length; i++) {
            row[i] = SamplePacker.floatBits(floats[i], bits);
          }
        });
  }

  /** Writes the file. */
  public void write(Path file, DngRows rows) throws IOException {
    try (TiffOut out = new TiffOut(file, order, bigTiff)) {
      TiffOut.Ifd raw = new TiffOut.Ifd(order);
      DngBlocks blocks = new DngBlocks(layout());
      blocks.write(out, raw, rows);
      blocks.describe(raw, cfa);
      TiffOut.Ifd main = inSubIfd ? DngBlocks.preview(out, order) : raw;
      main.integers(DngTag.DNG_VERSION, TiffOut.BYTE, 1, 4, 0, 0);
      rawFields.forEach(field -> field.accept(raw));
      mainFields.forEach(field -> field.accept(main));
      if (!exifFields.isEmpty()) {
        TiffOut.Ifd exif = new TiffOut.Ifd(order);
        exifFields.forEach(field -> field.accept(exif));
        main.integers(34665, TiffOut.LONG, out.append(exif));
      }
      if (inSubIfd) {
        main.integers(330, TiffOut.LONG, out.append(raw));
      }
      out.finish(out.append(main));
    }
  }

  private DngLayout layout() {
    return new DngLayout(
        size,
        channels,
        bits,
        isFloat,
        order,
        bigTiff,
        compression,
        predictor,
        jpegComponents,
        jpegLinesJoined,
        restartLines,
        tileWidth > 0,
        tileWidth > 0 ? tileWidth : size.width(),
        tileWidth > 0 ? tileHeight : rowsPerStrip);
  }
}
