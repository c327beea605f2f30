package hyperlumen.training.evaluate;

import hyperlumen.photo.Raster;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.InflaterInputStream;

/**
 * The first array of bytes with five dimensions in a MATLAB file of version 5: blocks of pictures,
 * as SIDD's validation set holds them.
 *
 * @param sides rows and columns of blocks, height, width and channels of each
 * @param samples the first dimension fastest
 */
record MatBlocks(int[] sides, byte[] samples) {

  /** Twice SIDD's 40 x 32 x 256 x 256 x 3; a larger array is not such a file. */
  private static final long MOST_SAMPLES = 1L << 29;

  private static final int DIMENSIONS = 5;
  private static final int HEADER = 128;
  private static final int COMPRESSED = 15;
  private static final int MATRIX = 14;
  private static final int UNSIGNED_BYTES = 2;

  /** Reads a file. */
  static MatBlocks read(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      in.skipNBytes(HEADER);
      while (true) {
        Tag tag = Tag.read(in);
        MatBlocks blocks =
            tag.type == COMPRESSED ? matrix(new InflaterInputStream(in)) : matrix(tag, in);
        if (blocks != null) {
          return blocks;
        }
        if (tag.type == COMPRESSED) {
          throw new IOException("its first array holds no blocks");
        }
        in.skipNBytes(tag.padded());
      }
    } catch (EOFException e) {
      throw new IOException(file + " holds no array of five dimensions of bytes", e);
    } catch (IOException e) {
      throw new IOException(file + " cannot be read as blocks: " + e.getMessage(), e);
    }
  }

  private static MatBlocks matrix(InputStream in) throws IOException {
    return matrix(Tag.read(in), in);
  }

  /** The array, or null where this element is none; then nothing of it has been read. */
  private static MatBlocks matrix(Tag tag, InputStream in) throws IOException {
    if (tag.type != MATRIX) {
      return null;
    }
    Tag.read(in).value(in); // flags
    byte[] dimensions = Tag.read(in).value(in);
    Tag.read(in).value(in); // name
    if (dimensions.length != 4 * DIMENSIONS) {
      throw new IOException("its first array has " + dimensions.length / 4 + " dimensions, not 5");
    }
    int[] sides = new int[DIMENSIONS];
    ByteBuffer.wrap(dimensions).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(sides);
    long count = 1;
    for (int side : sides) {
      if (side < 1 || side > MOST_SAMPLES) {
        throw new IOException("a dimension of its array is " + side);
      }
      count *= side;
      if (count > MOST_SAMPLES) {
        throw new IOException("its array has more than " + MOST_SAMPLES + " samples");
      }
    }
    Tag data = Tag.read(in);
    if (data.type != UNSIGNED_BYTES || data.length != count || sides[4] != 3) {
      throw new IOException("its array is not one of 8-bit colour pictures");
    }
    byte[] samples = in.readNBytes(data.length);
    if (samples.length < data.length) {
      throw new EOFException("the array is cut short");
    }
    return new MatBlocks(sides, samples);
  }

  /** Number of blocks. */
  int count() {
    return sides[0] * sides[1];
  }

  /** Block {@code k}, row by row, samples over 255. */
  Raster block(int k) {
    int row = k / sides[1];
    int column = k % sides[1];
    Raster raster = new Raster(sides[4], sides[2], sides[3]);
    for (int c = 0; c < sides[4]; c++) {
      for (int y = 0; y < sides[2]; y++) {
        for (int x = 0; x < sides[3]; x++) {
          int at = row + sides[0] * (column + sides[1] * (y + sides[2] * (x + sides[3] * c)));
          raster.set(c, y, x, (samples[at] & 0xff) / 255f);
        }
      }
    }
    return raster;
  }

  /**
   * Begin of a data element.
   *
   * @param type of its values
   * @param length in bytes
   * @param small the value, where it stands in the tag itself
   */
  private record Tag(int type, int length, byte[] small) {

    static Tag read(InputStream in) throws IOException {
      byte[] bytes = in.readNBytes(8);
      if (bytes.length < 8) {
        throw new EOFException("the file ends");
      }
      ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      int first = buffer.getInt();
      if (first >>> 16 != 0) {
        int length = Math.min(first >>> 16, 4);
        return new Tag(first & 0xffff, length, java.util.Arrays.copyOfRange(bytes, 4, 4 + length));
      }
      int length = buffer.getInt();
      if (length < 0) {
        throw new IOException("an element has more than 2 GB");
      }
      return new Tag(first, length, null);
    }

    long padded() {
      return small != null ? 0 : (length + 7L) / 8 * 8;
    }

    /** A short value, which is read. */
    byte[] value(InputStream in) throws IOException {
      if (small != null) {
        return small;
      }
      if (length > 1 << 16) {
        throw new IOException("a heading is " + length + " bytes long");
      }
      byte[] value = in.readNBytes(length);
      in.skipNBytes(padded() - length);
      return value;
    }
  }
}
