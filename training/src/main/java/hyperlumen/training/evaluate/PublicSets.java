package hyperlumen.training.evaluate;

import hyperlumen.photo.Raster;
import hyperlumen.training.data.PairFolders;
import hyperlumen.training.data.PicturePair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Evaluation sets made from the public test pictures: 8-bit PNG files SET/ref, SET/s15, ... below a
 * working folder; files that exist are kept.
 *
 * <p>White noise: {@code RandomState(0).randn(height, width, 3)} of numpy, anew for every picture
 * and sigma, times sigma, added to the 8-bit values, rounded and clipped: what a program that reads
 * files gets. Real noise: the pairs as they are.
 */
public final class PublicSets {

  /** Clean pictures that noise is added to. */
  public static final List<String> CLEAN = List.of("kodak", "mcmaster", "cbsd68");

  /** Real noisy and clean photographs. */
  public static final List<String> REAL = List.of("cc15", "polyu-crops");

  private static final int[] SIGMAS = {15, 25, 50};

  private PublicSets() {}

  /**
   * The sets of those names that {@code data} has.
   *
   * @param data folder with one folder per set
   * @param work receives the files
   */
  public static List<EvaluationSet> of(Path data, Path work, List<String> names, int most)
      throws IOException {
    List<EvaluationSet> sets = new ArrayList<>();
    for (String name : names) {
      Path folder = data.resolve(name);
      if (!Files.isDirectory(folder)) {
        continue;
      }
      if (REAL.contains(name)) {
        sets.add(
            real(
                new EvaluationSet(name, "real", PairFolders.pairs(folder)).atMost(most),
                work.resolve(name)));
      } else if (CLEAN.contains(name)) {
        sets.addAll(noisy(name, folder, work.resolve(name), most));
      }
    }
    return sets;
  }

  /** PNG copies, so that every picture comes to the program in the same form. */
  private static EvaluationSet real(EvaluationSet pairs, Path work) throws IOException {
    List<PicturePair> copies = new ArrayList<>();
    for (PicturePair pair : pairs.pictures()) {
      Path reference = work.resolve("ref").resolve(pair.name() + ".png");
      Path noisy = work.resolve(pairs.condition()).resolve(pair.name() + ".png");
      copy(pair.reference(), reference);
      copy(pair.input(), noisy);
      copies.add(new PicturePair(pair.name(), reference, noisy));
    }
    return new EvaluationSet(pairs.name(), pairs.condition(), copies);
  }

  private static void copy(Path from, Path to) throws IOException {
    if (!Files.exists(to)) {
      PictureFiles.write(PictureFiles.read(from), to);
    }
  }

  private static List<EvaluationSet> noisy(String name, Path folder, Path work, int most)
      throws IOException {
    List<EvaluationSet> sets = new ArrayList<>();
    List<PicturePair> clean = new ArrayList<>();
    for (Path file : PairFolders.pictures(folder)) {
      Path reference = work.resolve("ref").resolve(PairFolders.baseName(file) + ".png");
      clean.add(new PicturePair(PairFolders.baseName(file), file, reference));
    }
    EvaluationSet all = new EvaluationSet(name, "clean", clean).atMost(most);
    List<PicturePair> pictures = new ArrayList<>();
    for (PicturePair picture : all.pictures()) {
      Path reference = picture.input();
      copy(picture.reference(), reference);
      pictures.add(new PicturePair(picture.name(), reference, reference));
    }
    for (int sigma : SIGMAS) {
      List<PicturePair> noisy = new ArrayList<>();
      for (PicturePair picture : pictures) {
        Path file = work.resolve("s" + sigma).resolve(picture.name() + ".png");
        if (!Files.exists(file)) {
          PictureFiles.write(noisy(PictureFiles.read(picture.reference()), sigma), file);
        }
        noisy.add(new PicturePair(picture.name(), picture.reference(), file));
      }
      sets.add(new EvaluationSet(name, "s" + sigma, noisy));
    }
    sets.add(new EvaluationSet(name, "clean", pictures));
    return sets;
  }

  /**
   * White noise of deviation {@code sigma} / 255 on 8-bit values, rounded and clipped to 8 bits.
   */
  public static Raster noisy(Raster clean, double sigma) {
    NumpyRandom random = new NumpyRandom(0);
    Raster noisy = new Raster(clean.channels(), clean.height(), clean.width());
    for (int y = 0; y < clean.height(); y++) {
      for (int x = 0; x < clean.width(); x++) {
        for (int c = 0; c < clean.channels(); c++) {
          double value = Math.rint(clean.get(c, y, x) * 255.0) + random.nextGaussian() * sigma;
          noisy.set(c, y, x, (float) (Math.clamp(Math.rint(value), 0.0, 255.0) / 255));
        }
      }
    }
    return noisy;
  }
}
