package hyperlumen.training;

import hyperlumen.network.Layer;
import hyperlumen.network.Network;
import hyperlumen.network.Operation;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Folds a factor on the noise that a denoiser is told into its weights.
 *
 * <p>A network trained on few photos may, on photos it has not seen, do best when told somewhat
 * less noise than there is. The factor is chosen on photos held out from training. Of the noise
 * numbers the first is log2(sigma) / 4 and the second 10 sigma, so that the factor is a constant in
 * every MLP's first bias and a scale of one column of its first weights; the others are ratios,
 * which stay.
 */
final class NoiseCalibration {

  private NoiseCalibration() {}

  /** The weights that behave as the given ones do when told {@code factor} times the noise. */
  static Map<String, float[]> folded(Network network, Map<String, float[]> weights, double factor) {
    Map<String, float[]> out = new LinkedHashMap<>(weights);
    float shift = (float) (Math.log(factor) / Math.log(2) / 4);
    for (Layer layer : network.layers()) {
      if (layer.operation() instanceof Operation.HyperConvolution h) {
        float[] weight = weights.get(layer.name() + ".mlp0.weight").clone();
        float[] bias = weights.get(layer.name() + ".mlp0.bias").clone();
        int features = network.embedding(h.embedding()).channels();
        int width = features + network.noiseInputs();
        for (int unit = 0; unit < bias.length; unit++) {
          int at = unit * width + features;
          bias[unit] += weight[at] * shift;
          weight[at + 1] *= (float) factor;
        }
        out.put(layer.name() + ".mlp0.weight", weight);
        out.put(layer.name() + ".mlp0.bias", bias);
      }
    }
    return out;
  }
}
