package hyperlumen.ui.service;

/**
 * How a photo is to be enhanced.
 *
 * @param model the model to run
 * @param noise factor on the noise the filters are predicted for, above 0; 1 is as measured
 * @param strength share of the network's result in the picture, 0 to 1
 */
public record EnhanceRequest(ModelFacts model, double noise, double strength) {

  public EnhanceRequest {
    if (!(noise > 0) || !(strength >= 0 && strength <= 1)) {
      throw new IllegalArgumentException("noise " + noise + ", strength " + strength);
    }
  }
}
