package hyperlumen.training.evaluate;

import hyperlumen.photo.Size;
import hyperlumen.training.data.PairFolders;
import hyperlumen.training.data.PicturePair;
import hyperlumen.training.data.ZrrMosaic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Sets in the layout they are published in, for those who have them. */
final class PublishedSets {

  private static final String SIDD_NOISY = "ValidationNoisyBlocksSrgb.mat";
  private static final String SIDD_CLEAN = "ValidationGtBlocksSrgb.mat";
  private static final double[] UNKNOWN_WHITE = {1, 1, 1};

  private PublishedSets() {}

  /**
   * A set.
   *
   * @param kind zrr, sidd or pairs
   * @param work receives what has to be converted
   */
  static EvaluationSet of(String kind, Path folder, Path work, int most) throws IOException {
    return switch (kind) {
      case "zrr" -> zrr(folder, work, most);
      case "sidd" ->
          Files.exists(folder.resolve(SIDD_NOISY))
              ? blocks(folder, work, most)
              : new EvaluationSet("sidd", "pairs", PairFolders.sidd(folder)).atMost(most);
      case "pairs" -> new EvaluationSet("pairs", "real", PairFolders.pairs(folder)).atMost(most);
      default -> throw new IOException("a set is zrr, sidd or pairs, not " + kind);
    };
  }

  /** The test part of ZRR: mosaics as DNG, since that is what the program reads. */
  private static EvaluationSet zrr(Path folder, Path work, int most) throws IOException {
    EvaluationSet set =
        new EvaluationSet("zrr", "test", PairFolders.zrr(folder, "test")).atMost(most);
    List<PicturePair> pairs = new ArrayList<>();
    for (PicturePair pair : set.pictures()) {
      Path file = work.resolve("zrr").resolve(pair.name() + ".dng");
      if (!Files.exists(file)) {
        ZrrMosaic mosaic = ZrrMosaic.read(pair.input());
        Size size = mosaic.size();
        new EvaluationDng(
                size, mosaic.samples(), 0, ZrrMosaic.WHITE, UNKNOWN_WHITE, ZrrMosaic.PATTERN)
            .write(file);
      }
      pairs.add(new PicturePair(pair.name(), pair.reference(), file));
    }
    return new EvaluationSet(set.name(), set.condition(), pairs);
  }

  /** SIDD's 1,280 validation blocks. */
  private static EvaluationSet blocks(Path folder, Path work, int most) throws IOException {
    Path to = work.resolve("sidd");
    int count = unpack(folder.resolve(SIDD_CLEAN), to.resolve("ref"));
    if (unpack(folder.resolve(SIDD_NOISY), to.resolve("noisy")) != count) {
      throw new IOException(folder + " holds different numbers of noisy and clean blocks");
    }
    List<PicturePair> pairs = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      String name = name(k);
      pairs.add(
          new PicturePair(
              name, to.resolve("ref").resolve(name), to.resolve("noisy").resolve(name)));
    }
    return new EvaluationSet("sidd", "validation", pairs).atMost(most);
  }

  private static int unpack(Path file, Path to) throws IOException {
    MatBlocks blocks = MatBlocks.read(file);
    for (int k = 0; k < blocks.count(); k++) {
      Path picture = to.resolve(name(k));
      if (!Files.exists(picture)) {
        PictureFiles.write(blocks.block(k), picture);
      }
    }
    return blocks.count();
  }

  private static String name(int k) {
    return String.format(java.util.Locale.ROOT, "block%04d.png", k);
  }
}
