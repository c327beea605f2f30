package hyperlumen.read.dng;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.PhotoException.Kind;
import hyperlumen.progress.CancelledException;
import hyperlumen.read.tiff.ByteView;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Baseline JPEG of 8 bit through Java's own codec. Colour conversion is done here, so that camera
 * RGB passes no colour management: YCbCr to RGB by JFIF 1.02 in 16-bit fixed point.
 */
final class LossyJpegDecoder implements BlockDecoder {

  /** Most bytes of one compressed tile: 4096x4096 pixels of the best quality. */
  private static final int MAX_TILE_BYTES = 64 << 20;

  private final ByteView view;
  private final int channels;

  LossyJpegDecoder(ByteView view, int channels) {
    this.view = view;
    this.channels = channels;
  }

  @Override
  public void decode(Block block, SampleSink sink) throws PhotoException, CancelledException {
    if (block.bytes() > MAX_TILE_BYTES) {
      throw new PhotoException(
          Kind.TOO_LARGE,
          view.file(),
          "has a lossy JPEG tile of " + block.bytes() + " bytes; the limit is " + MAX_TILE_BYTES);
    }
    byte[] jpeg = view.copy(block.offset(), (int) block.bytes());
    boolean ycc = channels == 3 && JpegColour.isYcc(view, block.offset(), block.bytes());
    Raster raster = raster(jpeg, block);
    int[] row = new int[raster.getWidth() * channels];
    int[] samples = new int[block.width() * channels];
    for (int y = 0; y < Math.min(raster.getHeight(), block.height()); y++) {
      raster.getPixels(0, y, raster.getWidth(), 1, row);
      if (ycc) {
        toRgb(row);
      }
      System.arraycopy(row, 0, samples, 0, Math.min(row.length, samples.length));
      if (!sink.accept(samples, samples.length)) {
        return;
      }
    }
  }

  private Raster raster(byte[] jpeg, Block block) throws PhotoException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
    try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
      reader.setInput(input, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      // Encoders round tiles up to whole 16x16 units at most.
      if (width > block.width() + 16 || height > block.height() + 16) {
        throw damaged(block, "is " + width + "x" + height + " pixels, larger than its tile", null);
      }
      Raster raster = reader.readRaster(0, null);
      if (raster.getNumBands() != channels) {
        throw damaged(block, "has " + raster.getNumBands() + " channels", null);
      }
      return raster;
    } catch (PhotoException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw damaged(block, "cannot be decoded (" + e.getMessage() + ")", e);
    } finally {
      reader.dispose();
    }
  }

  private static void toRgb(int[] row) {
    for (int i = 0; i + 2 < row.length; i += 3) {
      int y = row[i];
      int cb = row[i + 1] - 128;
      int cr = row[i + 2] - 128;
      row[i] = clip(y + ((91881 * cr + 32768) >> 16));
      row[i + 1] = clip(y + ((-22554 * cb - 46802 * cr + 32768) >> 16));
      row[i + 2] = clip(y + ((116130 * cb + 32768) >> 16));
    }
  }

  private static int clip(int value) {
    return Math.max(0, Math.min(255, value));
  }

  private PhotoException damaged(Block block, String what, Throwable cause) {
    return new PhotoException(
        Kind.DAMAGED, view.file(), "the JPEG tile at byte " + block.offset() + " " + what, cause);
  }

  /** Whether three components are YCbCr or RGB, found as every JPEG decoder does. */
  private static final class JpegColour {

    static boolean isYcc(ByteView view, long start, long bytes) throws PhotoException {
      long at = start + 2;
      long end = start + bytes;
      boolean jfif = false;
      while (at + 4 <= end) {
        int marker = view.u16(at, ByteOrder.BIG_ENDIAN);
        int length = view.u16(at + 2, ByteOrder.BIG_ENDIAN);
        if (marker == 0xffe0
            && length >= 7
            && view.u32(at + 4, ByteOrder.BIG_ENDIAN) == 0x4a464946) {
          jfif = true;
        } else if (marker == 0xffee
            && length >= 14
            && view.u32(at + 4, ByteOrder.BIG_ENDIAN) == 0x41646f62) {
          return jfif || view.u8(at + 15) != 0;
        } else if (marker >= 0xffc0 && marker <= 0xffc2 && length >= 17) {
          boolean namedRgb =
              view.u8(at + 10) == 'R' && view.u8(at + 13) == 'G' && view.u8(at + 16) == 'B';
          // An Adobe segment, if any, stands before the frame header.
          return jfif || !namedRgb;
        }
        if (marker == 0xffda || length < 2) {
          return true;
        }
        at += 2 + length;
      }
      return true;
    }
  }
}
