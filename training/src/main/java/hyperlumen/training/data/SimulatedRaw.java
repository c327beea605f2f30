package hyperlumen.training.data;

import hyperlumen.photo.CameraColour;
import hyperlumen.photo.Cfa;
import hyperlumen.photo.IntegerSamples;
import hyperlumen.photo.Levels;
import hyperlumen.photo.Metadata;
import hyperlumen.photo.Mosaic;
import hyperlumen.photo.NoiseProfile;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RawPhoto;
import hyperlumen.photo.Size;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A RAW photo made from a finished picture by unprocessing without the tone curve, with its truth.
 *
 * @param photo an RGGB mosaic of 16 bits with its noise profile
 * @param truth linear camera RGB, balanced as shot, green gain 1
 */
public record SimulatedRaw(RawPhoto photo, Raster truth) {

  private static final int WHITE = 65535;

  /** Black level high enough to keep the noise below black. */
  private static final int BLACK = 4096;

  /** Makes one; the same seed gives the same camera and noise. */
  public static SimulatedRaw of(Path file, IntegerSamples picture, double shot, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    NoiseProfile noise = CameraNoise.onLine(shot);
    Unprocessing camera = new Unprocessing(random);
    Size size = new Size(picture.size().width() / 2 * 2, picture.size().height() / 2 * 2);
    int plane = Math.toIntExact(size.pixels());
    float[] srgb = new float[3 * plane];
    float scale = 1f / ((1 << picture.bits()) - 1);
    for (int i = 0; i < plane; i++) {
      for (int c = 0; c < 3; c++) {
        int channel = picture.channels() >= 3 ? c : 0;
        int value = picture.sample(i / size.width(), i % size.width(), channel);
        srgb[c * plane + i] = (float) Math.pow(value * scale, 2.2);
      }
    }
    float[] light = new float[3 * plane];
    camera.linearToCamera(srgb, light, plane);
    short[] samples = new short[plane];
    for (int i = 0; i < plane; i++) {
      int colour = (i / size.width() & 1) + (i % size.width() & 1);
      float seen = CameraNoise.add(random, light[colour * plane + i], noise);
      samples[i] =
          (short) Math.clamp(Math.round(BLACK + seen * (double) (WHITE - BLACK)), 0, WHITE);
    }
    float[] gains = {camera.redGain(), 1, camera.blueGain()};
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < plane; i++) {
        light[c * plane + i] *= gains[c];
      }
    }
    CameraColour colour =
        new CameraColour(
            List.of(
                new CameraColour.Calibration(
                    21,
                    new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1},
                    new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1},
                    Optional.empty())),
            new double[] {1, 1, 1},
            new double[] {1 / (double) gains[0], 1, 1 / (double) gains[2]},
            0);
    RawPhoto photo =
        new RawPhoto(
            file,
            new Mosaic(size, samples),
            Cfa.RGGB,
            Levels.of(BLACK, WHITE),
            colour,
            Optional.of(noise),
            size.region(),
            16,
            "simulated",
            Metadata.NONE);
    return new SimulatedRaw(photo, new Raster(3, size.height(), size.width(), light));
  }
}
