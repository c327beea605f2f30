package hyperlumen.enhance;

/**
 * Share of the network's result in the picture, apart for lightness and colour: eyes forgive a
 * little grain but no coloured blotches.
 *
 * @param luminance share in the lightness, 0 (the photo) to 1 (the network's result)
 * @param colour share in what remains when the lightness is taken away, 0 to 1
 */
public record Strength(double luminance, double colour) {

  /** The network's result as it is. */
  public static final Strength FULL = new Strength(1, 1);

  public Strength {
    if (!(luminance >= 0 && luminance <= 1 && colour >= 0 && colour <= 1)) {
      throw new IllegalArgumentException(
          "strength "
              + (luminance == colour ? luminance : luminance + ", " + colour)
              + " is not between 0 and 1");
    }
  }

  /** The same share in both. */
  public static Strength of(double share) {
    return new Strength(share, share);
  }

  /** This with another share in the lightness. */
  public Strength withLuminance(double other) {
    return new Strength(other, colour);
  }

  /** This with another share in what remains. */
  public Strength withColour(double other) {
    return new Strength(luminance, other);
  }

  /** Whether nothing of the photo is left. */
  boolean isFull() {
    return luminance == 1 && colour == 1;
  }
}
