package hyperlumen.colour;

import java.util.Arrays;
import java.util.Optional;

/**
 * How a rendering treats tones: contrast around middle grey, saturation, and whether the exposure
 * is chosen for the photo.
 */
public enum Look {
  /** Pleasing out of the box: a filmic curve, a little more colour, automatic exposure. */
  STANDARD("standard", 1.35, 1.12, true),
  /** A soft start for editing: little contrast, colours as they are, automatic exposure. */
  NEUTRAL("neutral", 1.12, 1.0, true),
  /** No curve, no automatic exposure: display light proportional to scene light. */
  LINEAR("linear", 0, 1.0, false);

  private final String label;
  private final double contrast;
  private final double saturation;
  private final boolean autoExposed;

  Look(String label, double contrast, double saturation, boolean autoExposed) {
    this.label = label;
    this.contrast = contrast;
    this.saturation = saturation;
    this.autoExposed = autoExposed;
  }

  /** The name on the command line and in settings. */
  public String label() {
    return label;
  }

  /** The look with a label, if there is one. */
  public static Optional<Look> labelled(String label) {
    return Arrays.stream(values()).filter(look -> look.label.equals(label)).findFirst();
  }

  /** Exponent of the tone curve, above 1; 0 for no curve. */
  double contrast() {
    return contrast;
  }

  boolean hasCurve() {
    return contrast > 0;
  }

  /** Factor on the distance from grey, 1 to leave it. */
  double saturation() {
    return saturation;
  }

  boolean isAutoExposed() {
    return autoExposed;
  }
}
