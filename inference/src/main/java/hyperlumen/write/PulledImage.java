package hyperlumen.write;

import java.awt.Rectangle;
import java.awt.color.ColorSpace;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.util.Vector;

/**
 * A {@link PulledRaster} as an image of a single tile, which the JDK's JPEG writer takes as it is;
 * with several tiles it would copy them all into one.
 *
 * @param raster the rows
 */
record PulledImage(PulledRaster raster) implements RenderedImage {

  @Override
  public ColorModel getColorModel() {
    // The colour space only says what the channels are; the writer converts nothing.
    int space = raster.getNumBands() == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB;
    return new ComponentColorModel(
        ColorSpace.getInstance(space), false, false, 1, DataBuffer.TYPE_BYTE);
  }

  @Override
  public SampleModel getSampleModel() {
    return raster.getSampleModel();
  }

  @Override
  public Raster getTile(int tileX, int tileY) {
    return raster;
  }

  @Override
  public int getWidth() {
    return raster.getWidth();
  }

  @Override
  public int getHeight() {
    return raster.getHeight();
  }

  @Override
  public int getTileWidth() {
    return raster.getWidth();
  }

  @Override
  public int getTileHeight() {
    return raster.getHeight();
  }

  @Override
  public int getNumXTiles() {
    return 1;
  }

  @Override
  public int getNumYTiles() {
    return 1;
  }

  @Override
  public int getMinX() {
    return 0;
  }

  @Override
  public int getMinY() {
    return 0;
  }

  @Override
  public int getMinTileX() {
    return 0;
  }

  @Override
  public int getMinTileY() {
    return 0;
  }

  @Override
  public int getTileGridXOffset() {
    return 0;
  }

  @Override
  public int getTileGridYOffset() {
    return 0;
  }

  @Override
  @SuppressWarnings("JdkObsolete") // the interface's own type
  public Vector<RenderedImage> getSources() {
    return new Vector<>();
  }

  @Override
  public Object getProperty(String name) {
    return java.awt.Image.UndefinedProperty;
  }

  @Override
  public String[] getPropertyNames() {
    return new String[0];
  }

  @Override
  public Raster getData() {
    throw new UnsupportedOperationException("the picture is never held whole");
  }

  @Override
  public Raster getData(Rectangle part) {
    throw new UnsupportedOperationException("only rows of the tile are pulled");
  }

  @Override
  public WritableRaster copyData(WritableRaster into) {
    throw new UnsupportedOperationException("the picture is never held whole");
  }
}
