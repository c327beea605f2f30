package hyperlumen.training.data;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Compresses a patch as JPEG (4:2:0) and decodes it again. */
final class JpegRoundTrip {

  private JpegRoundTrip() {}

  /** Replaces the planar patch at {@code at} by its decoded JPEG of {@code quality} 0 to 1. */
  static void apply(float[] planes, int at, int side, float quality) {
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_3BYTE_BGR);
    byte[] bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    int plane = side * side;
    for (int i = 0; i < plane; i++) {
      for (int c = 0; c < 3; c++) {
        float value = Math.clamp(planes[at + c * plane + i], 0f, 1f);
        bytes[i * 3 + 2 - c] = (byte) Math.round(value * 255);
      }
    }
    try {
      BufferedImage decoded = decode(encode(image, quality));
      for (int i = 0; i < plane; i++) {
        int pixel = decoded.getRGB(i % side, i / side);
        planes[at + i] = (pixel >> 16 & 0xff) / 255f;
        planes[at + plane + i] = (pixel >> 8 & 0xff) / 255f;
        planes[at + 2 * plane + i] = (pixel & 0xff) / 255f;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] encode(BufferedImage image, float quality) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static BufferedImage decode(byte[] jpeg) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(jpeg));
  }
}
