package hyperlumen.training.evaluate;

import hyperlumen.colour.ColourSpace;
import hyperlumen.photo.Cfa;
import hyperlumen.photo.Raster;
import hyperlumen.photo.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A mosaic full of detail with exact truth: sixteen pictures of 768x512 in a 4x4 montage (upright
 * ones turned), half of their linear light, divided by a camera's white balance, BGGR, 10 bits.
 *
 * <p>Noise of gain g: normal with variance 0.087 g s + 0.24 g^2 in squared steps of the converter,
 * s being the sample above black: the IMX296's measured photon transfer; numpy's RandomState(0),
 * row by row, rounded and clipped. The ground truth has 16 bits, no noise.
 */
final class TexturedRaw {

  private static final double[] NEUTRAL = {0.390076455, 1.0, 0.4802612621};
  private static final Cfa PATTERN = Cfa.BGGR;
  private static final int BLACK = 60;
  private static final int WHITE = 1023;
  private static final int DEEPER = 64;
  private static final double SHOT = 0.087;
  private static final double READ = 0.24;
  private static final int[] GAINS = {4, 16};
  private static final int COLUMNS = 4;

  private TexturedRaw() {}

  /** The scenes: gain 4, gain 16, and the mosaic without noise. */
  static List<RawScene> of(List<Path> pictures, Path work) throws IOException {
    Raster display = montage(pictures);
    Raster light = truth(display);
    Path clean = work.resolve("gt.dng");
    double[] signal = signal(display);
    if (!Files.exists(clean)) {
      short[] samples = new short[signal.length];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = (short) Math.rint((signal[i] + BLACK) * DEEPER);
      }
      dng(light.size(), samples, DEEPER).write(clean);
    }
    List<RawScene> scenes = new ArrayList<>();
    for (int gain : GAINS) {
      Path file = work.resolve("g" + gain + ".dng");
      if (!Files.exists(file)) {
        dng(light.size(), noisy(signal, gain), 1).write(file);
      }
      scenes.add(new RawScene("textured", "g" + gain, clean, light, List.of(file)));
    }
    scenes.add(new RawScene("textured", "clean", clean, light, List.of(clean)));
    return scenes;
  }

  private static EvaluationDng dng(Size size, short[] samples, int scale) {
    return new EvaluationDng(size, samples, BLACK * scale, WHITE * scale, NEUTRAL, PATTERN);
  }

  /** The pictures side by side, as displayed. */
  private static Raster montage(List<Path> pictures) throws IOException {
    int rows = pictures.size() / COLUMNS;
    Raster all = null;
    for (int i = 0; i < rows * COLUMNS; i++) {
      Raster picture = PictureFiles.read(pictures.get(i));
      if (picture.width() < picture.height()) {
        picture = turned(picture);
      }
      if (all == null) {
        all = new Raster(3, rows * picture.height(), COLUMNS * picture.width());
      }
      place(picture, all, i / COLUMNS * picture.height(), i % COLUMNS * picture.width());
    }
    if (all == null) {
      throw new IOException("a montage needs at least " + COLUMNS + " pictures");
    }
    return all;
  }

  private static void place(Raster picture, Raster all, int top, int left) throws IOException {
    if (top + picture.height() > all.height() || left + picture.width() > all.width()) {
      throw new IOException("the pictures of a montage have one size");
    }
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < picture.height(); y++) {
        for (int x = 0; x < picture.width(); x++) {
          all.set(c, top + y, left + x, picture.get(c, y, x));
        }
      }
    }
  }

  /** Linear RGB in steps of 1/65535. */
  private static Raster truth(Raster display) {
    Raster light = new Raster(3, display.height(), display.width());
    for (int i = 0; i < light.samples().length; i++) {
      light.samples()[i] = (float) (Math.rint(light(display.samples()[i]) * 65535) / 65535);
    }
    return light;
  }

  /** Half of the linear light of an 8-bit sample. */
  private static double light(float sample) {
    return 0.5 * ColourSpace.SRGB.decode(Math.rint(sample * 255.0) / 255);
  }

  /** A quarter turn to the left. */
  private static Raster turned(Raster picture) {
    Raster turned =
        new Raster(
            picture.channels(), /* height= */ picture.width(), /* width= */ picture.height());
    for (int c = 0; c < picture.channels(); c++) {
      for (int y = 0; y < turned.height(); y++) {
        for (int x = 0; x < turned.width(); x++) {
          turned.set(c, y, x, picture.get(c, x, picture.width() - 1 - y));
        }
      }
    }
    return turned;
  }

  /** Samples above black without noise, in steps of the 10-bit converter. */
  private static double[] signal(Raster display) {
    double[] signal = new double[display.height() * display.width()];
    for (int y = 0; y < display.height(); y++) {
      for (int x = 0; x < display.width(); x++) {
        int colour = PATTERN.colour(y, x);
        signal[y * display.width() + x] =
            light(display.get(colour, y, x)) * NEUTRAL[colour] * (WHITE - BLACK);
      }
    }
    return signal;
  }

  private static short[] noisy(double[] signal, int gain) {
    NumpyRandom random = new NumpyRandom(0);
    short[] samples = new short[signal.length];
    for (int i = 0; i < samples.length; i++) {
      double variance = gain * SHOT * signal[i] + gain * gain * READ;
      double value = signal[i] + BLACK + random.nextGaussian() * Math.sqrt(variance);
      samples[i] = (short) Math.clamp(Math.rint(value), 0.0, WHITE);
    }
    return samples;
  }
}
