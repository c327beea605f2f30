package hyperlumen.ui.viewer;

/** How several pictures of the same scene are laid out against each other. */
public enum CompareMode {
  /** The first and the second pane's pictures in one place with a divider between them. */
  SPLIT,
  /** The first two panes next to each other. */
  SIDE_BY_SIDE,
  /** The second pane's picture alone; keys show others in its place. */
  SINGLE,
  /** The first and the second pane's pictures in turn, in one place. */
  BLINK,
  /** Up to four panes. */
  GRID,
  /** The second pane's picture minus the first one's, amplified. */
  DIFFERENCE;

  /** Whether every pane has a place of its own. */
  boolean isTiled() {
    return this == SIDE_BY_SIDE || this == GRID;
  }

  /**
   * Whether it shows a pane.
   *
   * @param alone the pane that shows where there is only one
   */
  boolean shows(int pane, int alone) {
    return switch (this) {
      case SPLIT, SIDE_BY_SIDE -> pane < 2;
      case SINGLE, BLINK -> pane == alone;
      case GRID -> true;
      case DIFFERENCE -> pane == 1;
    };
  }
}
