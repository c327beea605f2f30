package hyperlumen.samples;

import hyperlumen.colour.ColourSpace;
import hyperlumen.colour.Look;
import hyperlumen.colour.Rendering;
import hyperlumen.colour.RenderingSettings;
import hyperlumen.colour.SceneSamples;
import hyperlumen.colour.WhiteBalanceSetting;
import hyperlumen.develop.Demosaicing;
import hyperlumen.photo.Levels;
import hyperlumen.photo.Metadata;
import hyperlumen.photo.Mosaic;
import hyperlumen.photo.NoiseProfile;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RawPhoto;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * Makes the files of assets/samples, and larger ones of the same scene for tests of memory.
 *
 * <p>{@code SampleFiles DIR} writes raw-sample.dng, raw-sample-clean.png, noisy-sample.png and
 * noisy-sample-clean.png. {@code SampleFiles FILE.dng WIDTH HEIGHT} writes one DNG of any even
 * size.
 */
public final class SampleFiles {

  static final SampleScene RAW_SCENE =
      new SampleScene(new Size(1600, 1200), SampleScene.View.WHOLE);
  static final SampleScene SRGB_SCENE =
      new SampleScene(new Size(1200, 800), SampleScene.View.CLOSE);

  /** Noise of a small sensor at a high sensitivity; read noise by the line of Brooks et al. */
  static final SampleSensor RAW_SENSOR = new SampleSensor(profile(1.5e-3), 1);

  static final SampleSensor SRGB_SENSOR = new SampleSensor(profile(4e-3), 2);

  private static final RenderingSettings LINEAR =
      new RenderingSettings(WhiteBalanceSetting.AS_SHOT, 0, Look.LINEAR, ColourSpace.SRGB);

  private SampleFiles() {}

  /** Makes the files that the arguments name. */
  public static void main(String[] arguments) throws IOException {
    Path target = Path.of(arguments[0]);
    if (arguments.length == 3) {
      writeLargeDng(
          new Size(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2])), target);
      return;
    }
    Files.createDirectories(target);
    writeDng(RAW_SCENE, RAW_SENSOR, target.resolve("raw-sample.dng"));
    writePng(clean(RAW_SCENE, whole(RAW_SCENE)), target.resolve("raw-sample-clean.png"));
    writePng(clean(SRGB_SCENE, whole(SRGB_SCENE)), target.resolve("noisy-sample-clean.png"));
    writePng(noisy(), target.resolve("noisy-sample.png"));
  }

  /** ln read = 2.18 ln shot + 1.20, Brooks et al. 2019. */
  private static NoiseProfile profile(double shot) {
    return new NoiseProfile(shot, StrictMath.exp(2.18 * StrictMath.log(shot) + 1.20));
  }

  /** Writes a mosaic of the scene, strip by strip. */
  public static void writeDng(SampleScene scene, SampleSensor sensor, Path file)
      throws IOException {
    Size size = scene.size();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      SampleDng.writeHeader(size, sensor.noise(), out);
      for (int y = 0; y < size.height(); y += SampleDng.STRIP_ROWS) {
        int rows = Math.min(SampleDng.STRIP_ROWS, size.height() - y);
        out.write(strip(scene, sensor, y, rows));
      }
    }
  }

  /**
   * Writes a mosaic of any even width, covered with the RAW sample's scene side by side, each pixel
   * with noise of its own. Takes seconds and little memory for a hundred megapixels.
   */
  public static void writeLargeDng(Size size, Path file) throws IOException {
    Raster camera = camera(RAW_SCENE, whole(RAW_SCENE));
    int[] samples = new int[size.width()];
    byte[] packed = new byte[SampleDng.rowBytes(size.width())];
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      SampleDng.writeHeader(size, RAW_SENSOR.noise(), out);
      for (int y = 0; y < size.height(); y++) {
        RAW_SENSOR.row(camera, y % camera.height(), y, samples);
        SampleDng.pack(samples, packed);
        out.write(packed);
      }
    }
  }

  /** Packed samples of some rows. */
  static byte[] strip(SampleScene scene, SampleSensor sensor, int y, int rows) {
    Raster camera = camera(scene, new Region(0, y, scene.size().width(), rows));
    int[] samples = new int[camera.width()];
    byte[] packed = new byte[SampleDng.rowBytes(camera.width())];
    byte[] strip = new byte[rows * packed.length];
    for (int row = 0; row < rows; row++) {
      sensor.row(camera, row, y + row, samples);
      SampleDng.pack(samples, packed);
      System.arraycopy(packed, 0, strip, row * packed.length, packed.length);
    }
    return strip;
  }

  /** The truth behind a mosaic, rendered linearly: 8-bit sRGB of rows of the scene. */
  static BufferedImage clean(SampleScene scene, Region rows) {
    return rendered(camera(scene, rows));
  }

  /** The close view, exposed, demosaiced and rendered: noise as cameras leave it in sRGB. */
  private static BufferedImage noisy() throws PhotoException {
    Size size = SRGB_SCENE.size();
    Raster camera = camera(SRGB_SCENE, whole(SRGB_SCENE));
    short[] samples = new short[(int) size.pixels()];
    int[] row = new int[size.width()];
    for (int y = 0; y < size.height(); y++) {
      SRGB_SENSOR.row(camera, y, y, row);
      for (int x = 0; x < row.length; x++) {
        samples[y * row.length + x] = (short) row[x];
      }
    }
    RawPhoto raw =
        new RawPhoto(
            Path.of("noisy-sample"),
            new Mosaic(size, samples),
            SampleSensor.CFA,
            Levels.of(SampleSensor.BLACK, SampleSensor.WHITE),
            SampleSensor.colour(),
            Optional.of(SRGB_SENSOR.noise()),
            size.region(),
            12,
            "none",
            Metadata.NONE);
    return rendered(Demosaicing.MALVAR.of(raw).read(size.region()));
  }

  static Region whole(SampleScene scene) {
    return scene.size().region();
  }

  private static Raster camera(SampleScene scene, Region rows) {
    Raster raster = new Raster(3, rows.height(), rows.width());
    scene.render(rows.y(), raster);
    SampleSensor.expose(raster, raster);
    return raster;
  }

  private static BufferedImage rendered(Raster camera) {
    Rendering.of(SampleSensor.colour(), LINEAR, SceneSamples.NONE).apply(camera, camera);
    BufferedImage image =
        new BufferedImage(camera.width(), camera.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < camera.height(); y++) {
      for (int x = 0; x < camera.width(); x++) {
        int rgb = 0;
        for (int c = 0; c < 3; c++) {
          rgb = rgb << 8 | Math.round(255 * camera.get(c, y, x));
        }
        image.setRGB(x, y, rgb);
      }
    }
    return image;
  }

  private static void writePng(BufferedImage image, Path file) throws IOException {
    ImageIO.write(image, "png", file.toFile());
  }
}
