package hyperlumen.ui.viewer;

import java.util.List;
import java.util.Optional;

/**
 * What is stored at one picture point, for every picture that is compared.
 *
 * @param x column, from 0
 * @param y row, from 0
 * @param readings one per pane, in their order
 */
public record PixelProbe(int x, int y, List<Reading> readings) {

  /**
   * The stored values of one picture.
   *
   * @param title the slot's title
   * @param rgb red, green, blue as stored; empty where the picture is still missing
   * @param bits of a stored value, 8 or 16
   */
  public record Reading(String title, Optional<List<Integer>> rgb, int bits) {}

  public PixelProbe {
    readings = List.copyOf(readings);
  }
}
