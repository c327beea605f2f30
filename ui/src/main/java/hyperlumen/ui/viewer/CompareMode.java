package hyperlumen.ui.viewer;

/** How several pictures of the same scene are laid out against each other. */
public enum CompareMode {
  /** Before and after in one pane with a divider between them. */
  SPLIT,
  /** Before and after in two panes that move together. */
  SIDE_BY_SIDE,
  /** After alone; a held key shows before in its place. */
  SINGLE,
  /** Up to four pictures in a grid of panes that move together. */
  GRID,
  /** After minus before, amplified. */
  DIFFERENCE
}
