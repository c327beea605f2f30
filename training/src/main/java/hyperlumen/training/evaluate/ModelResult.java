package hyperlumen.training.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;
import hyperlumen.model.Model;
import hyperlumen.network.CostModel;
import java.util.Map;

/**
 * What one model reaches.
 *
 * @param id the model
 * @param sha256 its hash
 * @param network its specification
 * @param parameters learned numbers
 * @param kflopPerPixel of its forward layers, per pixel of the photo; 1 MAC = 2 FLOP
 * @param sets by set and condition
 * @param adaptivity of its filters; null where it predicts none or it was not asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelResult(
    String id,
    String sha256,
    String network,
    long parameters,
    double kflopPerPixel,
    Map<String, SetResult> sets,
    Adaptivity adaptivity) {

  static ModelResult of(Model model, Map<String, SetResult> sets, Adaptivity adaptivity) {
    CostModel cost = CostModel.of(model.network());
    return new ModelResult(
        model.id(),
        model.sha256(),
        model.card().network(),
        cost.parameters(),
        2 * cost.forwardMacPerPhotoPixel() / 1000,
        sets,
        adaptivity);
  }
}
