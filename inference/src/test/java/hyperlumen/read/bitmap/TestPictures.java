package hyperlumen.read.bitmap;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Pictures of random samples, written by the JDK: an oracle that shares no code with ours. */
final class TestPictures {

  private TestPictures() {}

  /** A picture of 1 to 4 channels with 8 or 16 bits. */
  static BufferedImage random(int width, int height, int channels, int bits) {
    ColorSpace space =
        ColorSpace.getInstance(channels <= 2 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
    boolean alpha = channels % 2 == 0;
    ComponentColorModel model =
        new ComponentColorModel(
            space,
            alpha,
            false,
            alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
            bits == 8 ? DataBuffer.TYPE_BYTE : DataBuffer.TYPE_USHORT);
    WritableRaster raster = model.createCompatibleWritableRaster(width, height);
    fill(raster, bits);
    return new BufferedImage(model, raster, false, null);
  }

  /** A palette picture whose entries are random opaque colours. */
  static BufferedImage indexed(int width, int height, int bits) {
    byte[] colours = new byte[3 << bits];
    new Random(7).nextBytes(colours);
    IndexColorModel model = new IndexColorModel(bits, 1 << bits, colours, 0, false);
    WritableRaster raster =
        bits == 8
            ? model.createCompatibleWritableRaster(width, height)
            : Raster.createPackedRaster(DataBuffer.TYPE_BYTE, width, height, 1, bits, null);
    fill(raster, bits);
    return new BufferedImage(model, raster, false, null);
  }

  private static void fill(WritableRaster raster, int bits) {
    Random random = new Random(42);
    for (int y = 0; y < raster.getHeight(); y++) {
      for (int x = 0; x < raster.getWidth(); x++) {
        for (int band = 0; band < raster.getNumBands(); band++) {
          // A gradient with noise: every PNG filter and LZW string length comes up.
          int value = (x * 3 + y * 5 + band * 11 + random.nextInt(4)) << Math.max(0, bits - 8);
          raster.setSample(x, y, band, (value + random.nextInt(3)) & ((1 << bits) - 1));
        }
      }
    }
  }

  /** Writes with the JDK's writer of that format. */
  static void write(BufferedImage image, Path file, String format, String compression)
      throws IOException {
    ImageWriter writer = null;
    var writers = ImageIO.getImageWritersByFormatName(format);
    while (writers.hasNext()) {
      ImageWriter each = writers.next();
      if (each.getClass().getName().startsWith("com.sun.imageio.")) {
        writer = each;
      }
    }
    ImageWriteParam param = writer.getDefaultWriteParam();
    switch (compression) {
      case "" -> {}
      case "progressive" -> param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      case "tiled" -> {
        param.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
        param.setTiling(16, 32, 0, 0);
      }
      default -> {
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionType(compression);
      }
    }
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
  }
}
