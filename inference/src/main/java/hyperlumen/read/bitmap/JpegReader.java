package hyperlumen.read.bitmap;

import hyperlumen.photo.IntegerSamples;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.RgbPhoto;
import hyperlumen.photo.Size;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Decodes a JPEG file: baseline and progressive, grey, YCbCr and RGB, 8 bit.
 *
 * <p>The JDK's decoder sees only the tables, the frame and the scans, behind a JFIF or Adobe header
 * of our making that settles the colour space; it writes straight into the samples of the result. A
 * picture of which a part is missing or damaged is refused instead of coming out partly grey.
 */
final class JpegReader {

  private static final byte[] JFIF = {
    (byte) 0xff,
    (byte) 0xd8,
    (byte) 0xff,
    (byte) 0xe0,
    0,
    16,
    'J',
    'F',
    'I',
    'F',
    0,
    1,
    1,
    0,
    0,
    1,
    0,
    1,
    0,
    0
  };
  private static final byte[] ADOBE_RGB = {
    (byte) 0xff,
    (byte) 0xd8,
    (byte) 0xff,
    (byte) 0xee,
    0,
    14,
    'A',
    'd',
    'o',
    'b',
    'e',
    0,
    100,
    0,
    0,
    0,
    0,
    0
  };

  private final FileView view;

  JpegReader(FileView view) {
    this.view = view;
  }

  RgbPhoto read() throws IOException {
    JpegSegments segments = new JpegSegments(view);
    JpegFrame frame = segments.frame();
    long stored = segments.pieces().stream().mapToLong(JpegSegments.Piece::length).sum();
    BitmapLimits.checkRatio(
        view.path(),
        frame.size() + " pixels",
        frame.size().pixels(),
        stored,
        BitmapLimits.JPEG_PIXELS_PER_BYTE);
    BitmapLimits.checkRatio(
        view.path(),
        segments.scans() + " scans of " + frame.size() + " pixels",
        frame.size().pixels() * segments.scans(),
        stored,
        BitmapLimits.JPEG_SCAN_PIXELS_PER_BYTE);
    boolean rgb = frame.components() == 3 && segments.metadata().isRgb(frame);
    byte[] samples = new byte[Math.toIntExact(frame.size().pixels() * frame.components())];
    try (ImageInputStream in = new SegmentStream(view, rgb ? ADOBE_RGB : JFIF, segments.pieces())) {
      decode(in, image(frame, samples));
    }
    PictureMetadata metadata = segments.metadata().finish();
    return new RgbPhoto(
        view.path(),
        new IntegerSamples.Samples8(frame.size(), frame.components(), samples),
        metadata.iccFor(frame.components()),
        RgbPhoto.Format.JPEG,
        (frame.progressive() ? "progressive JPEG, " : "baseline JPEG, ")
            + (rgb ? "RGB" : frame.subsampling()),
        metadata.metadata(view.path()));
  }

  private void decode(ImageInputStream in, BufferedImage target) throws IOException {
    ImageReader reader = jdkReader();
    try {
      StringBuilder damage = new StringBuilder();
      reader.addIIOReadWarningListener(
          (source, warning) -> {
            if (damage.isEmpty() && isDamage(warning)) {
              damage.append(warning);
            }
          });
      reader.setInput(in, true, true);
      ImageReadParam param = reader.getDefaultReadParam();
      param.setDestination(target);
      reader.read(0, param);
      if (!damage.isEmpty()) {
        throw view.damaged("is damaged: " + damage);
      }
    } catch (PhotoException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw view.damaged("is damaged: " + e.getMessage());
    } finally {
      reader.dispose();
    }
  }

  /**
   * Whether a warning of the decoder means that pixels are wrong; superfluous bytes before a marker
   * do not.
   */
  private static boolean isDamage(String warning) {
    String lower = warning.toLowerCase(Locale.ROOT);
    return lower.contains("premature")
        || (lower.contains("corrupt") && !lower.contains("extraneous bytes"));
  }

  /** The JDK's own decoder, whatever other plug-ins are registered. */
  private ImageReader jdkReader() throws PhotoException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (reader.getClass().getName().startsWith("com.sun.imageio.")) {
        return reader;
      }
    }
    throw view.unsupported("is a JPEG, and this Java runtime has no JPEG decoder");
  }

  /** An image whose pixels are {@code samples}, interleaved in the order grey or R, G, B. */
  private static BufferedImage image(JpegFrame frame, byte[] samples) {
    Size size = frame.size();
    int channels = frame.components();
    int[] offsets = channels == 1 ? new int[] {0} : new int[] {0, 1, 2};
    WritableRaster raster =
        Raster.createInterleavedRaster(
            new DataBufferByte(samples, samples.length),
            size.width(),
            size.height(),
            size.width() * channels,
            channels,
            offsets,
            null);
    ColorSpace space =
        ColorSpace.getInstance(channels == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
    return new BufferedImage(
        new ComponentColorModel(space, false, false, 1, DataBuffer.TYPE_BYTE), raster, false, null);
  }
}
