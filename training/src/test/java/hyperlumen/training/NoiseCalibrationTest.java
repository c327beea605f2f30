package hyperlumen.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hyperlumen.network.Network;
import hyperlumen.network.NetworkSpec;
import hyperlumen.network.Parameter;
import hyperlumen.noise.RawNoiseFeatures;
import hyperlumen.noise.SrgbNoiseLevels;
import hyperlumen.photo.NoiseProfile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A folded factor acts as telling the network that much more or less noise. */
class NoiseCalibrationTest {

  @Test
  void aDenoisersFirstLayerSeesTheNoiseScaled() {
    Network network = NetworkSpec.parse("denoise:n=4,e=4,h=8,noise=6").network();
    SrgbNoiseLevels noise = new SrgbNoiseLevels(0.1, 0.06, 0.03, 0.05, 0.03);
    check(network, noise.features(6), noise.scaled(0.8).features(6));
  }

  @Test
  void aRawNetworksFirstLayerSeesBothVariancesScaledByTheFactorSquared() {
    Network network = NetworkSpec.parse("isp:n=4,e=4,h=8,noise=2").network();
    NoiseProfile noise = new NoiseProfile(2e-3, 3e-5);
    NoiseProfile scaled = new NoiseProfile(0.64 * 2e-3, 0.64 * 3e-5);
    check(network, RawNoiseFeatures.of(noise), RawNoiseFeatures.of(scaled));
  }

  private static void check(Network network, float[] noise, float[] scaled) {
    Random random = new Random(5);
    Map<String, float[]> weights = new LinkedHashMap<>();
    for (Parameter p : network.parameters()) {
      float[] values = new float[Math.toIntExact(p.size())];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) random.nextGaussian();
      }
      weights.put(p.name(), values);
    }
    Map<String, float[]> folded = NoiseCalibration.folded(network, weights, 0.8);

    for (String layer : new String[] {"hc1", "hc3", "hc5"}) {
      boolean differs = false;
      for (int unit = 0; unit < 8; unit++) {
        double expected = sum(weights, layer, unit, scaled);
        assertThat(sum(folded, layer, unit, noise)).isCloseTo(expected, within(0.02));
        differs |= Math.abs(sum(weights, layer, unit, noise) - expected) > 0.05;
      }
      assertThat(differs).isTrue();
    }
  }

  /** Bias plus the noise's part of one unit of the first layer. */
  private static double sum(Map<String, float[]> weights, String layer, int unit, float[] noise) {
    int features = 16;
    float[] weight = weights.get(layer + ".mlp0.weight");
    double sum = weights.get(layer + ".mlp0.bias")[unit];
    for (int i = 0; i < noise.length; i++) {
      sum += weight[unit * (features + noise.length) + features + i] * (double) noise[i];
    }
    return sum;
  }
}
