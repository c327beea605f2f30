package hyperlumen.ui.studio;

import hyperlumen.progress.Progress.Stage;
import java.util.OptionalDouble;

/**
 * How far a running enhancement is.
 *
 * @param item the photo it runs on
 * @param stage what it is doing
 * @param done finished units of the stage (tiles for the network)
 * @param total units of the stage; 0 if unknown
 * @param remaining seconds left in the network stage, where known
 */
public record RunStatus(
    PhotoItem item, Stage stage, long done, long total, OptionalDouble remaining) {

  /** Share of the stage that is done, 0 to 1; negative if unknown. */
  public double fraction() {
    return total > 0 ? (double) done / total : -1;
  }
}
