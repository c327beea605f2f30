package hyperlumen.training.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PatchSamplerTest {

  private static final int SIZE = 256;
  private static final int SIDE = 32;

  /** A photo that is flat on its left half and a checkerboard of single pixels on its right. */
  private static PhotoCache.Photo halfTextured() {
    ByteBuffer samples = ByteBuffer.allocate(SIZE * SIZE * 3);
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        byte value = (byte) (x < SIZE / 2 ? 128 : (x + y) % 2 * 200);
        samples.put(value).put(value).put(value);
      }
    }
    return new PhotoCache.Photo("half", SIZE, SIZE, samples.rewind());
  }

  @Test
  void detailIsTheSumOfTheDifferencesOfNeighboursAtItsProbes() {
    PhotoCache.Photo photo = halfTextured();
    assertEquals(0, PatchSampler.detail(photo, 0, 0, 1, SIDE));
    // 12 x 12 points, two neighbours each, all 200 away.
    assertEquals(12 * 12 * 2 * 200, PatchSampler.detail(photo, SIZE / 2, 0, 1, SIDE));
  }

  @Test
  void texturedPlacesAreTakenMoreOftenThanTheirAreaAndFlatOnesStillComeUp() {
    PatchSampler sampler = new PatchSampler(List.of(halfTextured()));
    SplittableRandom random = new SplittableRandom(1);
    int textured = 0;
    int flat = 0;
    for (int i = 0; i < 400; i++) {
      float[] patch = sampler.sample(random, 1, SIDE);
      boolean flatPatch = true;
      for (float value : patch) {
        flatPatch &= Math.abs(value - 128f / 255) < 1e-6;
      }
      if (flatPatch) {
        flat++;
      } else {
        textured++;
      }
    }
    assertTrue(textured > 0.75 * 400, textured + " of 400 have texture");
    assertTrue(flat > 10, flat + " of 400 are flat");
  }

  @Test
  void mostGroupsHavePatchesOfSeveralPhotosAndSomeOfOneOnly() {
    PatchSampler sampler = new PatchSampler(List.of(flat(40), flat(200)));
    SplittableRandom random = new SplittableRandom(3);
    int ofBoth = 0;
    for (int i = 0; i < 400; i++) {
      float[] patches = sampler.sample(random, 8, SIDE);
      int plane = 3 * SIDE * SIDE;
      boolean both = false;
      for (int p = 1; p < 8; p++) {
        both |= patches[p * plane] != patches[0];
      }
      ofBoth += both ? 1 : 0;
    }
    // Four in five groups are mixed; of those one in 128 has all its patches of one photo anyway.
    assertEquals(0.8 * 127 / 128, ofBoth / 400.0, 0.06);
  }

  private static PhotoCache.Photo flat(int value) {
    byte[] samples = new byte[SIZE * SIZE * 3];
    Arrays.fill(samples, (byte) value);
    return new PhotoCache.Photo("flat", SIZE, SIZE, ByteBuffer.wrap(samples));
  }

  @Test
  void groupsJoinIntoOneBatchInTheirOrder() {
    Group first = new Group(1, 1, new float[] {1, 2}, new float[] {3}, new float[] {9});
    Group second = new Group(2, 1, new float[] {4, 5}, new float[] {6}, new float[] {8});
    Group joined = Group.joined(List.of(first, second));
    assertEquals(3, joined.patches());
    assertArrayEquals(new float[] {1, 2, 4, 5}, joined.input());
    assertArrayEquals(new float[] {3, 6}, joined.target());
  }

  @Test
  void theSameSeedGivesTheSamePatches() {
    PatchSampler sampler = new PatchSampler(List.of(halfTextured()));
    assertArrayEquals(
        sampler.sample(new SplittableRandom(5), 3, SIDE),
        sampler.sample(new SplittableRandom(5), 3, SIDE));
  }
}
