package hyperlumen.training.evaluate;

import hyperlumen.colour.ColourSpace;
import hyperlumen.colour.Look;
import hyperlumen.colour.RenderingSettings;
import hyperlumen.colour.WhiteBalanceSetting;
import hyperlumen.develop.Demosaicing;
import hyperlumen.develop.DisplayRgb;
import hyperlumen.enhance.CostReport;
import hyperlumen.enhance.EnhanceOptions;
import hyperlumen.enhance.Enhancer;
import hyperlumen.enhance.PlainPicture;
import hyperlumen.model.Model;
import hyperlumen.model.ModelCard;
import hyperlumen.photo.Photo;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.RawPhoto;
import hyperlumen.photo.RgbPhoto;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import hyperlumen.read.PhotoReader;
import hyperlumen.training.data.PairFolders;
import hyperlumen.training.data.PicturePair;
import hyperlumen.write.OutputFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a model over a set as a user would, from file to file, and scores what the files hold.
 *
 * @param model the model
 * @param work receives the results, below the model's id
 * @param threads of the runtime
 */
record SetScorer(Model model, Path work, int threads) {

  /** Display light proportional to scene light: the curve of sRGB and nothing else. */
  private static final RenderingSettings PROPORTIONAL =
      new RenderingSettings(WhiteBalanceSetting.AS_SHOT, 0, Look.LINEAR, ColourSpace.SRGB);

  private static final long MEMORY = 1L << 30;

  /** Finished pictures in, 8-bit PNG out. */
  SetResult pictures(EvaluationSet set) throws IOException {
    List<Score> before = new ArrayList<>();
    List<Score> after = new ArrayList<>();
    Clock clock = new Clock();
    EnhanceOptions options = options(RenderingSettings.DEFAULT);
    for (PicturePair picture : set.pictures()) {
      Path out = output(set.name(), set.condition(), picture.name() + ".png");
      clock.add(enhance(picture.input(), out, options, OutputFormat.PNG8));
      Raster truth = PictureFiles.read(picture.reference());
      before.add(Score.of(truth, plain(picture.input())));
      after.add(Score.of(truth, PictureFiles.read(out)));
    }
    return new SetResult(
        set.pictures().size(), "input", Score.mean(before), Score.mean(after), clock.pace());
  }

  /** Mosaics in, linear light out: by way of 16-bit TIFF in sRGB, so that it is a file. */
  SetResult raw(RawScene scene) throws IOException {
    EnhanceOptions options = options(PROPORTIONAL);
    boolean display = model.card().output() == ModelCard.Output.DISPLAY_SRGB;
    // A model that balances by itself has gains of its own, seen on the mosaic without noise.
    Path clean = output(scene.name(), scene.condition(), "gt.tif");
    enhance(
        scene.groundTruth(),
        clean,
        display ? options : options.withStrength(0),
        OutputFormat.TIFF16);
    LinearComparison comparison = LinearComparison.of(scene.truth(), linear(clean));
    LinearComparison bilinear = LinearComparison.of(scene.truth(), bilinear(scene.groundTruth()));
    List<Score> before = new ArrayList<>();
    List<Score> after = new ArrayList<>();
    Clock clock = new Clock();
    for (Path frame : scene.frames()) {
      Path out = output(scene.name(), scene.condition(), PairFolders.baseName(frame) + "-out.tif");
      clock.add(enhance(frame, out, options, OutputFormat.TIFF16));
      before.add(bilinear.score(bilinear(frame)));
      after.add(comparison.score(linear(out)));
    }
    return new SetResult(
        scene.frames().size(), "bilinear", Score.mean(before), Score.mean(after), clock.pace());
  }

  private EnhanceOptions options(RenderingSettings rendering) {
    return EnhanceOptions.defaults()
        .withMemoryBytes(MEMORY)
        .withThreads(threads)
        .withRendering(rendering);
  }

  private Path output(String set, String condition, String name) throws IOException {
    Path folder = work.resolve(model.id()).resolve("public").resolve(set).resolve(condition);
    Files.createDirectories(folder);
    return folder.resolve(name);
  }

  private CostReport enhance(Path in, Path out, EnhanceOptions options, OutputFormat format)
      throws IOException {
    try {
      return Enhancer.enhance(
          in, out, model, options, PictureFiles.spec(format).withDeflate(false), Progress.NONE);
    } catch (CancelledException e) {
      throw new IllegalStateException("nobody can have cancelled this", e);
    }
  }

  private static Photo read(Path file) throws IOException {
    try {
      return PhotoReader.read(file, Progress.NONE);
    } catch (CancelledException e) {
      throw new IllegalStateException("nobody can have cancelled this", e);
    }
  }

  private static Raster plain(Path file) throws IOException {
    Photo photo = read(file);
    // Straight from the samples where there is nothing to develop: the same bits as the truth.
    RasterSource picture =
        photo instanceof RgbPhoto rgb
            ? new DisplayRgb(rgb)
            : PlainPicture.of(photo, RenderingSettings.DEFAULT);
    return picture.read(picture.size().region());
  }

  /** Balanced camera RGB. */
  private static Raster bilinear(Path file) throws IOException {
    if (read(file) instanceof RawPhoto raw) {
      return Demosaicing.BILINEAR.of(raw).read(raw.size().region());
    }
    throw new IOException(file + " is no mosaic");
  }

  private static Raster linear(Path file) throws IOException {
    Raster picture = PictureFiles.read(file);
    float[] values = picture.samples();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) ColourSpace.SRGB.decode(values[i]);
    }
    return picture;
  }

  /** Sums time and pixels. */
  private static final class Clock {
    private double seconds;
    private double megapixels;

    void add(CostReport cost) {
      seconds += cost.seconds().total();
      megapixels += (double) cost.width() * cost.height() / 1e6;
    }

    double pace() {
      return megapixels > 0 ? seconds / megapixels : 0;
    }
  }
}
