package hyperlumen.training.loop;

import hyperlumen.training.torch.TorchParameters;
import java.util.LinkedHashMap;
import java.util.Map;

/** Exponential moving average of the parameters: less noisy than the last step's. */
final class Average {

  /** Steps between two updates; each costs a copy of all parameters. */
  static final int INTERVAL = 10;

  /** Steps the average looks back, at most. */
  private static final double HORIZON = 500;

  private final Map<String, float[]> values = new LinkedHashMap<>();

  Map<String, float[]> values() {
    return values;
  }

  /** Starts from given values. */
  void start(Map<String, float[]> start) {
    values.clear();
    start.forEach((name, value) -> values.put(name, value.clone()));
  }

  /** Moves towards the parameters; early on the horizon is a tenth of the steps done. */
  void update(TorchParameters parameters, int step) {
    double horizon = Math.max(INTERVAL, Math.min(HORIZON, step / 10.0));
    float share = (float) Math.min(1, INTERVAL / horizon);
    parameters
        .values()
        .forEach(
            (name, now) -> {
              float[] average = values.get(name);
              for (int i = 0; i < now.length; i++) {
                average[i] += share * (now[i] - average[i]);
              }
            });
  }
}
