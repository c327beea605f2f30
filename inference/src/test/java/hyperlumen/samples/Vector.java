package hyperlumen.samples;

/** A point, direction or linear RGB colour. */
record Vector(double x, double y, double z) {

  Vector plus(Vector v) {
    return new Vector(x + v.x, y + v.y, z + v.z);
  }

  Vector minus(Vector v) {
    return new Vector(x - v.x, y - v.y, z - v.z);
  }

  Vector times(double s) {
    return new Vector(x * s, y * s, z * s);
  }

  Vector times(Vector v) {
    return new Vector(x * v.x, y * v.y, z * v.z);
  }

  double dot(Vector v) {
    return x * v.x + y * v.y + z * v.z;
  }

  Vector cross(Vector v) {
    return new Vector(y * v.z - z * v.y, z * v.x - x * v.z, x * v.y - y * v.x);
  }

  Vector unit() {
    return times(1 / Math.sqrt(dot(this)));
  }

  /** This direction mirrored at a surface with unit normal {@code n}. */
  Vector reflectedAt(Vector n) {
    return minus(n.times(2 * dot(n)));
  }

  Vector mixedWith(Vector v, double weight) {
    return new Vector(x + (v.x - x) * weight, y + (v.y - y) * weight, z + (v.z - z) * weight);
  }
}
