package hyperlumen.colour;

/** What the user wants to be white. */
public sealed interface WhiteBalanceSetting {

  /** The camera's own choice. */
  AsShot AS_SHOT = new AsShot();

  /** Worked out from the photo. */
  Auto AUTO = new Auto();

  /** The setting as {@link #parse} reads it. */
  String text();

  /** See {@link #AS_SHOT}. */
  record AsShot() implements WhiteBalanceSetting {
    @Override
    public String text() {
      return "as-shot";
    }
  }

  /** See {@link #AUTO}. */
  record Auto() implements WhiteBalanceSetting {
    @Override
    public String text() {
      return "auto";
    }
  }

  /** A light of a known temperature and tint. */
  record Light(Temperature temperature) implements WhiteBalanceSetting {
    @Override
    public String text() {
      return number(temperature.kelvin()) + "," + number(temperature.tint());
    }
  }

  /**
   * A colour picked in the photo that shall become grey.
   *
   * @param red as-shot white-balanced camera RGB, above 0
   * @param green as red
   * @param blue as red
   */
  record Picked(double red, double green, double blue) implements WhiteBalanceSetting {

    public Picked {
      if (!(isUsable(red) && isUsable(green) && isUsable(blue))) {
        throw new IllegalArgumentException("black has no white balance: pick a brighter place");
      }
    }

    @Override
    public String text() {
      return "grey:" + number(red) + "," + number(green) + "," + number(blue);
    }

    private static boolean isUsable(double value) {
      return value > 0 && value < Double.POSITIVE_INFINITY;
    }
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /**
   * The setting written as {@code as-shot}, {@code auto}, {@code 5200} or {@code 5200,10} (kelvin,
   * tint), or {@code grey:1.4,1,0.8}, a picked colour that shall become grey.
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
        try {
          if (text.startsWith("grey:")) {
            String[] parts = text.substring("grey:".length()).split(",", -1);
            if (parts.length != 3) {
              throw new NumberFormatException("not three numbers");
            }
            return new Picked(
                Double.parseDouble(parts[0]),
                Double.parseDouble(parts[1]),
                Double.parseDouble(parts[2]));
          }
          int comma = text.indexOf(',');
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
