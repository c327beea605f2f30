package hyperlumen.training.evaluate;

import hyperlumen.model.Model;
import hyperlumen.model.ModelCard;
import hyperlumen.photo.IntegerSamples;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RgbPhoto;
import hyperlumen.read.bitmap.BitmapReader;
import hyperlumen.runtime.FilterBank;
import hyperlumen.training.data.SimulatedRaw;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether a model's filters follow the photo, as mean PSNR in dB with a photo's own filters minus
 * PSNR with others, the photo and everything else the same.
 *
 * @param pictures how many
 * @param weak the weaker noise in words
 * @param strong the stronger noise in words
 * @param weakOwn PSNR of weakly noisy photos with their own filters
 * @param strongOwn PSNR of strongly noisy photos with their own filters
 * @param weakGain own filters minus those of the same photo with strong noise, on weak noise
 * @param strongGain own filters minus those of the same photo with weak noise, on strong noise
 * @param otherPhotoGain own filters minus another photo's with the same noise, mean of both noises
 */
public record Adaptivity(
    int pictures,
    String weak,
    String strong,
    double weakOwn,
    double strongOwn,
    double weakGain,
    double strongGain,
    double otherPhotoGain) {

  /** White noise for finished pictures, of 255. */
  private static final double[] SIGMAS = {10, 50};

  /** Shot noise for mosaics: variances as far apart as those of the sigmas. */
  private static final double[] SHOTS = {4e-4, 1e-2};

  /** Mean of the two noises: the figure that stands for the model. */
  public double noiseGain() {
    return (weakGain + strongGain) / 2;
  }

  /** One noisy photo, its truth and its filters. */
  private record Subject(NetworkRun run, Raster truth, FilterBank own) {
    double psnr(FilterBank filters) throws IOException {
      return MosaicScore.psnr(truth, run.picture(filters));
    }
  }

  /** Measures it on clean pictures. */
  public static Adaptivity of(Model model, List<Path> clean, int threads) throws IOException {
    boolean isp = model.card().task() == ModelCard.Task.ISP;
    List<List<Subject>> subjects = new ArrayList<>();
    for (int level = 0; level < 2; level++) {
      List<Subject> photos = new ArrayList<>();
      for (int i = 0; i < clean.size(); i++) {
        photos.add(
            isp
                ? mosaic(model, clean.get(i), SHOTS[level], i, threads)
                : picture(model, clean.get(i), SIGMAS[level], threads));
      }
      subjects.add(photos);
    }
    double[] own = new double[2];
    double[] swapped = new double[2];
    double[] other = new double[2];
    for (int level = 0; level < 2; level++) {
      for (int i = 0; i < clean.size(); i++) {
        Subject subject = subjects.get(level).get(i);
        own[level] += subject.psnr(subject.own()) / clean.size();
        swapped[level] += subject.psnr(subjects.get(1 - level).get(i).own()) / clean.size();
        Subject next = subjects.get(level).get((i + 1) % clean.size());
        other[level] += subject.psnr(next.own()) / clean.size();
      }
    }
    return new Adaptivity(
        clean.size(),
        isp ? String.format(Locale.ROOT, "shot %.0e", SHOTS[0]) : "sigma 10",
        isp ? String.format(Locale.ROOT, "shot %.0e", SHOTS[1]) : "sigma 50",
        own[0],
        own[1],
        own[0] - swapped[0],
        own[1] - swapped[1],
        (own[0] - other[0] + own[1] - other[1]) / 2);
  }

  private static Subject picture(Model model, Path file, double sigma, int threads)
      throws IOException {
    Raster truth = PictureFiles.read(file);
    NetworkRun run = NetworkRun.of(model, PublicSets.noisy(truth, sigma), threads);
    return new Subject(run, truth, run.filters());
  }

  private static Subject mosaic(Model model, Path file, double shot, long seed, int threads)
      throws IOException {
    RgbPhoto photo = BitmapReader.read(file);
    IntegerSamples samples = photo.samples();
    SimulatedRaw raw = SimulatedRaw.of(file, samples, shot, seed);
    NetworkRun run = NetworkRun.of(model, raw.photo(), threads);
    return new Subject(run, raw.truth(), run.filters());
  }
}
