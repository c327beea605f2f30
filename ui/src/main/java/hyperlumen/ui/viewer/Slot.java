package hyperlumen.ui.viewer;

import hyperlumen.ui.image.PictureSource;

/**
 * A picture the viewer can show, and what it is.
 *
 * @param key names it for as long as it may be chosen for a pane, such as "before"
 * @param role what it is in a comparison
 * @param title shown over its pane
 * @param picture owned by the caller, who closes it after taking it out of the viewer
 */
public record Slot(String key, Role role, String title, PictureSource picture) {

  /** What a picture is in a comparison. */
  public enum Role {
    /** The photo without any network. */
    BEFORE,
    /** What a model made of it. */
    RESULT,
    /** What another program made of it. */
    BASELINE,
    /** What it should look like; quality is measured against it. */
    REFERENCE
  }
}
