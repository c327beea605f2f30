package hyperlumen.colour;

import hyperlumen.photo.Bytes;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.PhotoException.Kind;
import hyperlumen.photo.Raster;
import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.nio.file.Path;

/** A profile made of tables to sRGB through the JDK's colour engine, in 16-bit samples. */
final class TableProfileStep implements IccConversion.Step {

  private final ColorConvertOp operation;
  private final int colours;

  private TableProfileStep(ColorConvertOp operation, int colours) {
    this.operation = operation;
    this.colours = colours;
  }

  /** The step for pictures of 1 or 3 colours. */
  static TableProfileStep toSrgb(Bytes profile, int colours, Path file) throws PhotoException {
    try {
      ICC_Profile from = ICC_Profile.getInstance(profile.array());
      if (from.getNumComponents() != colours) {
        throw unsupported(file, "is for " + from.getNumComponents() + " colours", null);
      }
      int space = colours == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB;
      ICC_Profile to = ICC_Profile.getInstance(space);
      TableProfileStep step =
          new TableProfileStep(new ColorConvertOp(new ICC_Profile[] {from, to}, null), colours);
      // Damage inside the tables shows when they are first used.
      step.apply(new Raster(colours, 1, 1), 0, 1);
      return step;
    } catch (IllegalArgumentException | CMMException e) {
      throw unsupported(file, "is damaged", e);
    }
  }

  @Override
  public void apply(Raster raster, int firstRow, int rows) {
    int width = raster.width();
    WritableRaster from = interleaved(width, rows);
    WritableRaster to = interleaved(width, rows);
    float[] samples = raster.samples();
    for (int c = 0; c < colours; c++) {
      int plane = raster.index(c, firstRow, 0);
      for (int i = 0; i < rows * width; i++) {
        float value = Math.max(0f, Math.min(65535f, samples[plane + i] * 65535f + 0.5f));
        from.setSample(i % width, i / width, c, (int) value);
      }
    }
    operation.filter(from, to);
    for (int c = 0; c < colours; c++) {
      int plane = raster.index(c, firstRow, 0);
      for (int i = 0; i < rows * width; i++) {
        samples[plane + i] = to.getSample(i % width, i / width, c) / 65535f;
      }
    }
  }

  private WritableRaster interleaved(int width, int rows) {
    return java.awt.image.Raster.createInterleavedRaster(
        DataBuffer.TYPE_USHORT, width, rows, colours, null);
  }

  private static PhotoException unsupported(Path file, String what, Throwable cause) {
    return new PhotoException(
        Kind.UNSUPPORTED, file, "has an ICC profile that cannot be used: it " + what, cause);
  }
}
