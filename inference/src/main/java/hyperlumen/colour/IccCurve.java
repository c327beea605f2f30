package hyperlumen.colour;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * A tone reproduction curve of an ICC profile: linear = f(encoded), both in [0, 1]. curveType and
 * parametricCurveType (ICC.1:2022, 10.6 and 10.18).
 */
final class IccCurve {

  private static final int CURV = 0x63757276;
  private static final int PARA = 0x70617261;

  /** How many numbers the parametric functions 0 to 4 take. */
  private static final int[] PARAMETERS = {1, 3, 4, 5, 7};

  private final DoubleUnaryOperator function;

  private IccCurve(DoubleUnaryOperator function) {
    this.function = function;
  }

  /** The curve in the tag of {@code size} bytes at {@code offset}, if it makes sense. */
  static Optional<IccCurve> parse(ByteBuffer profile, int offset, int size) {
    if (offset < 0 || size < 12 || offset > profile.limit() - size) {
      return Optional.empty();
    }
    ByteBuffer tag = profile.slice(offset, size);
    return switch (tag.getInt(0)) {
      case CURV -> sampled(tag);
      case PARA -> parametric(tag);
      default -> Optional.empty();
    };
  }

  /** linear = f(encoded); the argument is clipped to [0, 1], and so is the result. */
  double decode(double encoded) {
    double linear = function.applyAsDouble(Math.clamp(encoded, 0.0, 1.0));
    return linear >= 0 ? Math.min(linear, 1) : 0;
  }

  private static Optional<IccCurve> sampled(ByteBuffer tag) {
    int count = tag.getInt(8);
    if (count < 0 || count > (tag.limit() - 12) / 2) {
      return Optional.empty();
    }
    if (count == 0) {
      return Optional.of(new IccCurve(x -> x));
    }
    if (count == 1) {
      double gamma = (tag.getShort(12) & 0xffff) / 256.0;
      return gamma > 0 ? Optional.of(new IccCurve(x -> Math.pow(x, gamma))) : Optional.empty();
    }
    double[] table = new double[count];
    for (int i = 0; i < count; i++) {
      table[i] = (tag.getShort(12 + 2 * i) & 0xffff) / 65535.0;
    }
    return Optional.of(
        new IccCurve(
            x -> {
              double place = x * (count - 1);
              int i = Math.min((int) place, count - 2);
              return table[i] + (place - i) * (table[i + 1] - table[i]);
            }));
  }

  private static Optional<IccCurve> parametric(ByteBuffer tag) {
    int type = tag.getShort(8);
    if (type < 0 || type >= PARAMETERS.length || tag.limit() < 12 + 4 * PARAMETERS[type]) {
      return Optional.empty();
    }
    double[] p = new double[7];
    for (int i = 0; i < PARAMETERS[type]; i++) {
      p[i] = tag.getInt(12 + 4 * i) / 65536.0;
    }
    double g = p[0];
    double a = p[1];
    double b = p[2];
    DoubleUnaryOperator function =
        switch (type) {
          case 0 -> x -> Math.pow(x, g);
          case 1 -> x -> a * x + b >= 0 ? Math.pow(a * x + b, g) : 0;
          case 2 -> x -> (a * x + b >= 0 ? Math.pow(a * x + b, g) : 0) + p[3];
          case 3 -> x -> x >= p[4] ? Math.pow(a * x + b, g) : p[3] * x;
          default -> x -> x >= p[4] ? Math.pow(a * x + b, g) + p[5] : p[3] * x + p[6];
        };
    return Optional.of(new IccCurve(function));
  }
}
