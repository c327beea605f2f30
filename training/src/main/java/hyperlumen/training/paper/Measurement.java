package hyperlumen.training.paper;

import hyperlumen.enhance.EnhanceOptions;
import hyperlumen.enhance.Enhancement;
import hyperlumen.model.Model;
import hyperlumen.network.Packing;
import hyperlumen.photo.CameraColour;
import hyperlumen.photo.Cfa;
import hyperlumen.photo.IntegerSamples;
import hyperlumen.photo.Levels;
import hyperlumen.photo.Metadata;
import hyperlumen.photo.Mosaic;
import hyperlumen.photo.Photo;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RawPhoto;
import hyperlumen.photo.Region;
import hyperlumen.photo.RgbPhoto;
import hyperlumen.photo.Size;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import hyperlumen.runtime.PeakMemory;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What running a network once on this machine took.
 *
 * @param megapixels of the photo
 * @param predictSeconds of processor time for the filters, once per photo whatever its size
 * @param networkSeconds of processor time for the photo itself
 * @param peakBytes most resident memory of the process; 0 where the system does not tell
 */
public record Measurement(
    double megapixels, double predictSeconds, double networkSeconds, long peakBytes) {

  private static final int BAND = 128;
  private static final double[] IDENTITY = {1, 0, 0, 0, 1, 0, 0, 0, 1};

  /** Seconds on a photo of so many pixels: the network's grow with it, the prediction's do not. */
  double secondsOn(double pixels) {
    return predictSeconds + networkSeconds * pixels / 1e6 / megapixels;
  }

  /** Seconds of processor time this process has used, all threads. */
  static double processorTime() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime() / 1e9
        : Double.NaN;
  }

  /** Runs a model on a photo of random samples, as the program would, without writing it. */
  static Measurement of(Model model, Size size, EnhanceOptions options) throws IOException {
    Photo photo = model.network().packing() == Packing.BAYER ? mosaic(size) : picture(size);
    double start = processorTime();
    double predicted;
    try (Enhancement run = Enhancement.open(photo, model, options, Progress.NONE)) {
      predicted = processorTime();
      Raster band = new Raster(3, BAND, size.width());
      for (int y = 0; y < size.height(); y += BAND) {
        int rows = Math.min(BAND, size.height() - y);
        run.network()
            .read(
                new Region(0, y, size.width(), rows),
                band.height() == rows ? band : new Raster(3, rows, size.width()));
      }
    } catch (CancelledException e) {
      throw new IllegalStateException("nobody can have cancelled this", e);
    }
    return new Measurement(
        size.megapixels(),
        predicted - start,
        processorTime() - predicted,
        PeakMemory.bytes().orElse(0));
  }

  private static Photo mosaic(Size size) {
    short[] samples = new short[Math.toIntExact(size.pixels())];
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) random.nextInt(1024);
    }
    CameraColour colour =
        new CameraColour(
            List.of(new CameraColour.Calibration(21, IDENTITY, IDENTITY, Optional.empty())),
            new double[] {1, 1, 1},
            new double[] {0.5, 1, 0.6},
            0);
    return new RawPhoto(
        Path.of("random"),
        new Mosaic(size, samples),
        Cfa.RGGB,
        Levels.of(0, 1023),
        colour,
        Optional.empty(),
        size.region(),
        10,
        "none",
        Metadata.NONE);
  }

  private static Photo picture(Size size) {
    byte[] samples = new byte[Math.toIntExact(3 * size.pixels())];
    SplittableRandom random = new SplittableRandom(1);
    random.nextBytes(samples);
    return new RgbPhoto(
        Path.of("random"),
        new IntegerSamples.Samples8(size, 3, samples),
        Optional.empty(),
        RgbPhoto.Format.PNG,
        "none",
        Metadata.NONE);
  }
}
