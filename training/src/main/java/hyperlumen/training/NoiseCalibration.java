package hyperlumen.training;

import hyperlumen.network.Layer;
import hyperlumen.network.Network;
import hyperlumen.network.Operation;
import hyperlumen.network.Packing;
import hyperlumen.noise.RawNoiseFeatures;
import hyperlumen.photo.NoiseProfile;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Folds a factor on the noise (its deviation) that a network is told into its weights.
 *
 * <p>A network trained on few photos may, on photos it has not seen, do best when told somewhat
 * less noise than there is. The factor is chosen on photos held out from training. A denoiser's
 * first noise number is log2(sigma) / 4 and the second 10 sigma, so that the factor is a constant
 * in every MLP's first bias and a scale of one column of its first weights; the others are ratios,
 * which stay. A RAW network's numbers are logarithms of variances: constants in the bias.
 */
final class NoiseCalibration {

  private NoiseCalibration() {}

  /** The weights that behave as the given ones do when told {@code factor} times the noise. */
  static Map<String, float[]> folded(Network network, Map<String, float[]> weights, double factor) {
    Map<String, float[]> out = new LinkedHashMap<>(weights);
    boolean raw = network.packing() == Packing.BAYER;
    NoiseProfile one = new NoiseProfile(1e-3, 1e-6);
    NoiseProfile scaled = new NoiseProfile(factor * factor * 1e-3, factor * factor * 1e-6);
    float[] from = RawNoiseFeatures.of(one);
    float[] to = RawNoiseFeatures.of(scaled);
    float shift = (float) (Math.log(factor) / Math.log(2) / 4);
    for (Layer layer : network.layers()) {
      if (layer.operation() instanceof Operation.HyperConvolution h) {
        float[] weight = weights.get(layer.name() + ".mlp0.weight").clone();
        float[] bias = weights.get(layer.name() + ".mlp0.bias").clone();
        int features = network.embedding(h.embedding()).channels();
        int width = features + network.noiseInputs();
        for (int unit = 0; unit < bias.length; unit++) {
          int at = unit * width + features;
          if (raw) {
            bias[unit] += weight[at] * (to[0] - from[0]) + weight[at + 1] * (to[1] - from[1]);
          } else {
            bias[unit] += weight[at] * shift;
            weight[at + 1] *= (float) factor;
          }
        }
        out.put(layer.name() + ".mlp0.weight", weight);
        out.put(layer.name() + ".mlp0.bias", bias);
      }
    }
    return out;
  }
}
