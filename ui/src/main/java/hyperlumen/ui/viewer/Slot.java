package hyperlumen.ui.viewer;

import hyperlumen.ui.image.PictureSource;

/**
 * A picture in the viewer and its name. The first slot is the reference ("before"), the second the
 * result; all have the same size.
 *
 * @param title shown over its pane
 * @param picture owned by the caller, who closes it after taking it out of the viewer
 */
public record Slot(String title, PictureSource picture) {}
