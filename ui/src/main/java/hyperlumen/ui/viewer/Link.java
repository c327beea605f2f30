package hyperlumen.ui.viewer;

/** How zoom and pan of one pane move the others. */
public enum Link {
  /** All panes show the same place at the same size. */
  TOGETHER,
  /** They move together, as far apart as they were when this was chosen. */
  WITH_OFFSET,
  /** Each moves alone. */
  APART
}
