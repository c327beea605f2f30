package hyperlumen.training.data;

import hyperlumen.network.SignalCode;
import hyperlumen.noise.RawNoise;
import hyperlumen.noise.RawNoiseFeatures;
import hyperlumen.photo.IntegerSamples;
import hyperlumen.read.bitmap.BitmapReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * RAW training samples of the Zurich RAW to DSLR set: phone mosaics in the square-root code, and
 * the finished pictures of a better camera as they are. One pair is a group's photo; its patches
 * are cut at random and turned so that the filter array stays.
 */
public final class ZrrGroups implements GroupSource {

  private final List<PicturePair> training;
  private final List<PicturePair> validation;

  /** Trains on some pairs and validates on others. */
  public ZrrGroups(List<PicturePair> training, List<PicturePair> validation) {
    this.training = List.copyOf(training);
    this.validation = List.copyOf(validation);
  }

  @Override
  public Group next(RandomGenerator random, int patches, int side) {
    PicturePair pair = training.get(random.nextInt(training.size()));
    return cut(pair, random, patches, side);
  }

  @Override
  public double[] validationLevels() {
    return new double[] {0};
  }

  @Override
  public List<Group> validation(int side, double level) {
    return validation.stream().map(pair -> cut(pair, null, 1, side)).toList();
  }

  /** Patches of one pair; without random numbers the middle of it. */
  private static Group cut(PicturePair pair, RandomGenerator random, int patches, int most) {
    try {
      ZrrMosaic mosaic = ZrrMosaic.read(pair.input());
      IntegerSamples picture = BitmapReader.read(pair.reference()).samples();
      int width = mosaic.size().width();
      int height = mosaic.size().height();
      if (!picture.size().equals(mosaic.size()) || picture.channels() != 3) {
        throw new IOException(pair.reference() + " is no colour picture of its mosaic's size");
      }
      int shorter = Math.min(width, height);
      if (random != null && most > shorter) {
        throw new IOException(pair.input() + " is smaller than a patch");
      }
      int side = Math.min(most, shorter / 16 * 16);
      float[] raw = new float[patches * side * side];
      float[] target = new float[3 * raw.length];
      float scale = 1f / ((1 << picture.bits()) - 1);
      for (int p = 0; p < patches; p++) {
        int turn = random == null ? 0 : random.nextInt(8);
        int x0 = start(random, width - side, (turn & 4) == 0 ? turn & 1 : turn >> 1 & 1);
        int y0 = start(random, height - side, (turn & 4) == 0 ? turn >> 1 & 1 : turn & 1);
        for (int y = 0; y < side; y++) {
          for (int x = 0; x < side; x++) {
            int u = (turn & 1) == 0 ? x : side - 1 - x;
            int v = (turn & 2) == 0 ? y : side - 1 - y;
            int row = y0 + ((turn & 4) == 0 ? v : u);
            int column = x0 + ((turn & 4) == 0 ? u : v);
            int at = y * side + x;
            raw[p * side * side + at] = Math.min(mosaic.value(row, column), 1f);
            for (int c = 0; c < 3; c++) {
              target[(p * 3 + c) * side * side + at] = picture.sample(row, column, c) * scale;
            }
          }
        }
      }
      return group(raw, target, patches, side);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A mirrored axis begins at an odd place, so that red stays in the first row and column. */
  private static int start(RandomGenerator random, int room, int mirrored) {
    if (random == null) {
      return room / 4 * 2;
    }
    return mirrored == 0
        ? random.nextInt(room / 2 + 1) * 2
        : room < 1 ? 0 : random.nextInt((room + 1) / 2) * 2 + 1;
  }

  private static Group group(float[] raw, float[] target, int patches, int side) {
    float[] planes = Packer.packMosaic(raw, patches, side);
    int half = side / 2;
    RawNoise noise = new RawNoise();
    for (int plane = 0; plane < 4 * patches; plane++) {
      noise.add(planes, plane * half * half, half, half);
    }
    float[] told = RawNoiseFeatures.of(noise.fit());
    SignalCode.SQUARE_ROOT.encode(planes, 0, planes.length);
    return new Group(patches, half, planes, target, told);
  }
}
