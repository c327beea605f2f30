package hyperlumen.ui.service;

import hyperlumen.enhance.Strength;

/**
 * How a photo is to be enhanced.
 *
 * @param model the model to run
 * @param adjustments what the user has set for the photo
 */
public record EnhanceRequest(ModelFacts model, Adjustments adjustments) {

  /**
   * With these adjustments alone, the rest as usual.
   *
   * @param noise factor on the noise the filters are predicted for, above 0; 1 is as measured
   * @param strength share of the network's result in the picture, 0 to 1
   */
  public EnhanceRequest(ModelFacts model, double noise, double strength) {
    this(model, Adjustments.DEFAULT.withNoise(noise).withStrength(Strength.of(strength)));
  }
}
