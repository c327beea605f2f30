package hyperlumen.runtime;

import java.util.Map;

/**
 * The filters predicted for one photo: values [out, in, kernel, kernel] by the forward graph's
 * input name.
 *
 * @param values never written to
 */
public record FilterBank(Map<String, float[]> values) {

  /** The bank of a network that predicts nothing. */
  public static final FilterBank NONE = new FilterBank(Map.of());

  public FilterBank {
    values = Map.copyOf(values);
  }
}
