package hyperlumen.ui.image;

/** How a difference of two pictures is made visible. */
public enum DifferenceMap {
  /** Each channel around grey: grey is no difference, brighter means the first is brighter. */
  SIGNED,
  /** The size of each channel's difference on black, without its sign. */
  ABSOLUTE,
  /** The difference in brightness: red to yellow where the first is brighter, else blue to cyan. */
  FALSE_COLOUR
}
