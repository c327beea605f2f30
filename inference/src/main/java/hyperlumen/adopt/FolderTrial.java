package hyperlumen.adopt;

import hyperlumen.enhance.EnhanceOptions;
import hyperlumen.enhance.Enhancement;
import hyperlumen.model.Model;
import hyperlumen.model.ModelCard;
import hyperlumen.model.ModelException;
import hyperlumen.photo.CameraColour;
import hyperlumen.photo.Cfa;
import hyperlumen.photo.IntegerSamples;
import hyperlumen.photo.Levels;
import hyperlumen.photo.Metadata;
import hyperlumen.photo.Mosaic;
import hyperlumen.photo.NoiseProfile;
import hyperlumen.photo.Photo;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RawPhoto;
import hyperlumen.photo.RgbPhoto;
import hyperlumen.photo.Size;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Runs a model in this program's own form on a small photo of our own making, twice. */
final class FolderTrial {

  private static final int SIDE = 160;
  private static final Path NOWHERE = Path.of("trial");

  /** Camera RGB = XYZ: the colours do not matter here. */
  private static final double[] IDENTITY = {1, 0, 0, 0, 1, 0, 0, 0, 1};

  private FolderTrial() {}

  /** Runs the trial; returns if the model passes. */
  static void run(Model model) throws ModelException {
    Photo photo = model.card().task() == ModelCard.Task.ISP ? raw() : rgb();
    Raster once = result(photo, model);
    for (float value : once.samples()) {
      if (!Float.isFinite(value)) {
        throw new ModelException("its result holds values that are not numbers");
      }
    }
    if (!Arrays.equals(once.samples(), result(photo, model).samples())) {
      throw new ModelException("it gives another result each time");
    }
  }

  private static Raster result(Photo photo, Model model) throws ModelException {
    EnhanceOptions options = EnhanceOptions.defaults().withTile(OptionalInt.of(SIDE));
    try (Enhancement run = Enhancement.open(photo, model, options, Progress.NONE)) {
      return run.picture().read(run.picture().size().region());
    } catch (PhotoException e) {
      throw new ModelException("it does not run on a picture: " + e.getMessage(), e);
    } catch (CancelledException e) {
      throw new IllegalStateException("nobody can cancel this", e);
    }
  }

  private static RgbPhoto rgb() {
    float[] planes = TrialPicture.of(SIDE, SelfTest.NOISE, 3);
    byte[] samples = new byte[planes.length];
    int plane = SIDE * SIDE;
    for (int i = 0; i < plane; i++) {
      for (int c = 0; c < 3; c++) {
        samples[3 * i + c] = (byte) Math.round(planes[c * plane + i] * 255);
      }
    }
    return new RgbPhoto(
        NOWHERE,
        new IntegerSamples.Samples8(new Size(SIDE, SIDE), 3, samples),
        Optional.empty(),
        RgbPhoto.Format.PNG,
        "none",
        Metadata.NONE);
  }

  private static RawPhoto raw() {
    float[] planes = TrialPicture.of(SIDE, SelfTest.NOISE, 3);
    short[] samples = new short[SIDE * SIDE];
    Cfa cfa = Cfa.RGGB;
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        float value = planes[(cfa.colour(y, x) * SIDE + y) * SIDE + x];
        samples[y * SIDE + x] = (short) Math.round(64 + 900 * value);
      }
    }
    Size size = new Size(SIDE, SIDE);
    CameraColour.Calibration calibration =
        new CameraColour.Calibration(21, IDENTITY, IDENTITY, Optional.empty());
    return new RawPhoto(
        NOWHERE,
        new Mosaic(size, samples),
        cfa,
        Levels.of(64, 1023),
        new CameraColour(
            List.of(calibration), new double[] {1, 1, 1}, new double[] {0.95, 1, 0.9}, 0),
        Optional.of(new NoiseProfile(1e-3, 1e-5)),
        size.region(),
        10,
        "none",
        Metadata.NONE);
  }
}
