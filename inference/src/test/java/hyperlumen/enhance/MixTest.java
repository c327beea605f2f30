package hyperlumen.enhance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hyperlumen.photo.Raster;
import hyperlumen.photo.Size;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lightness and colour are mixed apart; the oracle is the conversion to luma and differences. */
class MixTest {

  private static final int SIDE = 7;

  private static Raster random(long seed) {
    Random random = new Random(seed);
    Raster raster = new Raster(3, SIDE, SIDE);
    for (int i = 0; i < raster.samples().length; i++) {
      raster.samples()[i] = random.nextFloat();
    }
    return raster;
  }

  private static double luma(Raster r, int y, int x) {
    return 0.2126 * r.get(0, y, x) + 0.7152 * r.get(1, y, x) + 0.0722 * r.get(2, y, x);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "0,0", "0.5,0.5", "1,0", "0,1", "0.3,0.8"})
  void lightnessAndColourAreMixedApart(double luminance, double colour) {
    Raster noisy = random(1);
    Raster clean = random(2);
    Raster mixed = random(2);
    Mix.into(mixed, noisy, new Size(SIDE, SIDE).region(), new Strength(luminance, colour));
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        double light = luma(noisy, y, x) + luminance * (luma(clean, y, x) - luma(noisy, y, x));
        assertThat(luma(mixed, y, x)).isCloseTo(light, within(1e-6));
        for (int c : new int[] {0, 2}) {
          double before = noisy.get(c, y, x) - luma(noisy, y, x);
          double after = clean.get(c, y, x) - luma(clean, y, x);
          assertThat(mixed.get(c, y, x) - luma(mixed, y, x))
              .isCloseTo(before + colour * (after - before), within(1e-6));
        }
      }
    }
  }

  @Test
  void strengthIsAShare() {
    assertThat(Strength.of(1).isFull()).isTrue();
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> new Strength(1.1, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
