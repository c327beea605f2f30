package hyperlumen.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import hyperlumen.network.NetworkSpec;
import hyperlumen.network.SignalCode;
import java.util.Map;

/**
 * What a model is and how it wants to be run: {@code card.json}, version 1.
 *
 * @param schema version of this form, 1
 * @param id the folder's name, lower-case letters, digits and hyphens
 * @param title a few words for people
 * @param task what it does
 * @param network its specification, see {@link NetworkSpec}
 * @param code how light is coded in its input and output
 * @param output what its three channels mean
 * @param filters where predicted filters come from
 * @param window side of a window in photo pixels, the training patch
 * @param windows the most windows that filters are predicted from
 * @param halo photo pixels around a tile that its result depends on, for checking
 * @param alignment photo pixels a tile's origin is a multiple of, for checking
 * @param parameters number of learned numbers
 * @param training how it came about
 * @param licence of the weights, an SPDX identifier
 * @param scores measured, by name; each name says the set and the unit
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelCard(
    int schema,
    String id,
    String title,
    Task task,
    String network,
    SignalCode code,
    Output output,
    Filters filters,
    int window,
    int windows,
    int halo,
    int alignment,
    long parameters,
    Training training,
    String licence,
    Map<String, Double> scores) {

  /** The version of the form. */
  public static final int SCHEMA = 1;

  /** What a model does. */
  public enum Task {
    /** Noisy display-referred RGB to clean. */
    DENOISE,
    /** Bayer mosaic to RGB. */
    ISP
  }

  /** What the network's three output channels are. */
  public enum Output {
    /** The input's own encoding, cleaned. */
    SAME,
    /** Linear camera RGB, white-balanced as shot, in the card's code. */
    CAMERA_RGB,
    /** Finished sRGB. */
    DISPLAY_SRGB
  }

  /** Where predicted filters come from. */
  public enum Filters {
    /** The mean over windows of each window's maximum. */
    WINDOWS,
    /** The maximum over the whole photo (Algorithm 1 to the letter). */
    GLOBAL,
    /** None are predicted. */
    NONE
  }

  /**
   * How a model was trained.
   *
   * @param steps optimiser steps
   * @param hours of training
   * @param megapixels of patches seen
   * @param data what it saw
   * @param command that trained it
   */
  public record Training(int steps, double hours, double megapixels, String data, String command) {}

  /** The parsed network specification. */
  public NetworkSpec spec() {
    return NetworkSpec.parse(network);
  }
}
