package hyperlumen.training.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
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
  void theSameSeedGivesTheSamePatches() {
    PatchSampler sampler = new PatchSampler(List.of(halfTextured()));
    assertArrayEquals(
        sampler.sample(new SplittableRandom(5), 3, SIDE),
        sampler.sample(new SplittableRandom(5), 3, SIDE));
  }
}
