package hyperlumen.read.bitmap;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import javax.imageio.stream.ImageOutputStream;

/** Writes TIFF files of two directories with the JDK's writer. */
public final class TiffPages {

  private TiffPages() {}

  /**
   * Writes both pictures.
   *
   * @param kind NewSubfileType of the second: 0 a page, 1 a smaller version of the first, 4 a mask
   */
  public static void write(Path file, BufferedImage first, BufferedImage second, long kind)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      writer.writeToSequence(new IIOImage(first, null, null), null);
      TIFFDirectory directory =
          TIFFDirectory.createFromMetadata(
              writer.getDefaultImageMetadata(
                  new ImageTypeSpecifier(second), writer.getDefaultWriteParam()));
      directory.addTIFFField(
          new TIFFField(
              BaselineTIFFTagSet.getInstance().getTag(BaselineTIFFTagSet.TAG_NEW_SUBFILE_TYPE),
              TIFFTag.TIFF_LONG,
              1,
              new long[] {kind}));
      writer.writeToSequence(new IIOImage(second, null, directory.getAsMetadata()), null);
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
  }
}
