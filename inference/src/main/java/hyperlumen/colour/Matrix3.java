package hyperlumen.colour;

import java.util.Arrays;

/**
 * A 3x3 matrix, row-major: y_i = sum over j of m[3 i + j] x_j. Immutable.
 *
 * @param elements nine finite numbers; not copied, never written to
 */
public record Matrix3(double[] elements) {

  /** Below this share of the largest possible determinant a matrix cannot be inverted usefully. */
  private static final double SINGULAR = 1e-9;

  /** Leaves everything as it is. */
  public static final Matrix3 IDENTITY = diagonal(1, 1, 1);

  public Matrix3 {
    if (elements.length != 9) {
      throw new IllegalArgumentException(elements.length + " numbers are not a 3x3 matrix");
    }
  }

  /** The matrix that scales the three components. */
  public static Matrix3 diagonal(double... d) {
    return new Matrix3(new double[] {d[0], 0, 0, 0, d[1], 0, 0, 0, d[2]});
  }

  /** The element at (row, column). */
  public double at(int row, int column) {
    return elements[3 * row + column];
  }

  /** This matrix times the column vector {@code v}. */
  public double[] times(double... v) {
    double[] product = new double[3];
    for (int i = 0; i < 3; i++) {
      product[i] = at(i, 0) * v[0] + at(i, 1) * v[1] + at(i, 2) * v[2];
    }
    return product;
  }

  /** This matrix times {@code other}: what applying {@code other} first and this second does. */
  public Matrix3 times(Matrix3 other) {
    double[] product = new double[9];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        product[3 * i + j] =
            at(i, 0) * other.at(0, j) + at(i, 1) * other.at(1, j) + at(i, 2) * other.at(2, j);
      }
    }
    return new Matrix3(product);
  }

  /** Every element times {@code factor}. */
  public Matrix3 scaled(double factor) {
    return new Matrix3(Arrays.stream(elements).map(e -> e * factor).toArray());
  }

  /** (1 - weight) this + weight other. */
  public Matrix3 mixedWith(Matrix3 other, double weight) {
    double[] mixed = new double[9];
    for (int k = 0; k < 9; k++) {
      mixed[k] = (1 - weight) * elements[k] + weight * other.elements[k];
    }
    return new Matrix3(mixed);
  }

  /** Whether {@link #inverse} exists and is not mere rounding noise. */
  public boolean isInvertible() {
    double bound = 1;
    for (int i = 0; i < 3; i++) {
      bound *= Math.abs(at(i, 0)) + Math.abs(at(i, 1)) + Math.abs(at(i, 2));
    }
    double determinant = Math.abs(determinant());
    return Double.isFinite(determinant) && bound > 0 && determinant > SINGULAR * bound;
  }

  /**
   * The inverse.
   *
   * @throws ArithmeticException if there is none
   */
  public Matrix3 inverse() {
    if (!isInvertible()) {
      throw new ArithmeticException("the colour matrix " + this + " has no inverse");
    }
    double[] m = elements;
    double[] adjugate = {
      m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
      m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
      m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]
    };
    return new Matrix3(adjugate).scaled(1 / determinant());
  }

  private double determinant() {
    double[] m = elements;
    return m[0] * (m[4] * m[8] - m[5] * m[7])
        - m[1] * (m[3] * m[8] - m[5] * m[6])
        + m[2] * (m[3] * m[7] - m[4] * m[6]);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Matrix3 matrix && Arrays.equals(elements, matrix.elements);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(elements);
  }

  @Override
  public String toString() {
    return Arrays.toString(elements);
  }
}
