package hyperlumen.ui.viewer;

/**
 * Where the panes lie in the viewer: side by side or in a grid with gaps, or all in one place.
 *
 * @param columns panes next to each other; 1 if they share one place
 * @param paneWidth in units of the scene
 * @param paneHeight in units of the scene
 */
record PaneLayout(int columns, double paneWidth, double paneHeight) {

  static final double GAP = 4;

  /** The layout of {@code panes} in a viewer of width x height. */
  static PaneLayout of(CompareMode mode, int panes, double width, double height) {
    int columns = mode.isTiled() && panes > 1 ? 2 : 1;
    int rows = mode == CompareMode.GRID && panes > 2 ? 2 : 1;
    return new PaneLayout(
        columns,
        Math.ceil((width - (columns - 1) * GAP) / columns),
        Math.ceil((height - (rows - 1) * GAP) / rows));
  }

  /** Left edge of a pane. */
  double x(int pane) {
    return columns == 1 ? 0 : Math.floorMod(pane, columns) * (paneWidth + GAP);
  }

  /** Upper edge of a pane. */
  double y(int pane) {
    return columns == 1 ? 0 : Math.floorDiv(pane, columns) * (paneHeight + GAP);
  }

  /** The pane at (x, y); the first if they share one place. */
  int paneAt(double x, double y) {
    if (columns == 1) {
      return 0;
    }
    return (x < paneWidth + GAP ? 0 : 1) + (y < paneHeight + GAP ? 0 : columns);
  }
}
