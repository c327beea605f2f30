package hyperlumen.colour;

/** What the user wants to be white. */
public sealed interface WhiteBalanceSetting {

  /** The camera's own choice. */
  AsShot AS_SHOT = new AsShot();

  /** Worked out from the photo. */
  Auto AUTO = new Auto();

  /** See {@link #AS_SHOT}. */
  record AsShot() implements WhiteBalanceSetting {}

  /** See {@link #AUTO}. */
  record Auto() implements WhiteBalanceSetting {}

  /** A light of a known temperature and tint. */
  record Light(Temperature temperature) implements WhiteBalanceSetting {}

  /**
   * A colour picked in the photo that shall become grey.
   *
   * @param red as-shot white-balanced camera RGB, above 0
   * @param green as red
   * @param blue as red
   */
  record Picked(double red, double green, double blue) implements WhiteBalanceSetting {

    public Picked {
      if (!(red > 0 && green > 0 && blue > 0)) {
        throw new IllegalArgumentException("black has no white balance: pick a brighter place");
      }
    }
  }

  /**
   * The setting written as {@code as-shot}, {@code auto}, {@code 5200} or {@code 5200,10} (kelvin,
   * tint).
   *
   * @throws IllegalArgumentException if it is none of these, in words for the user
   */
  static WhiteBalanceSetting parse(String text) {
    switch (text) {
      case "as-shot" -> {
        return AS_SHOT;
      }
      case "auto" -> {
        return AUTO;
      }
      default -> {
        int comma = text.indexOf(',');
        try {
          double kelvin = Double.parseDouble(comma < 0 ? text : text.substring(0, comma));
          double tint = comma < 0 ? 0 : Double.parseDouble(text.substring(comma + 1));
          return new Light(new Temperature(kelvin, tint));
        } catch (NumberFormatException e) {
          throw new IllegalArgumentException(
              "white balance '" + text + "' is not as-shot, auto, or kelvin and tint as in 5200,10",
              e);
        }
      }
    }
  }
}
