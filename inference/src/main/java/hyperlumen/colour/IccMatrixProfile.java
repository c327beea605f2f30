package hyperlumen.colour;

import hyperlumen.photo.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a matrix or a grey ICC profile says: XYZ D50 = M (f_r(r), f_g(g), f_b(b)), or Y = f(grey)
 * (ICC.1:2022, 8.3.3 and annex F).
 *
 * @param curves one for grey, three for RGB
 * @param toXyzD50 linear RGB to XYZ D50; the identity for grey
 */
record IccMatrixProfile(List<IccCurve> curves, Matrix3 toXyzD50) {

  private static final int HEADER_BYTES = 128;

  /** Profiles have 10 to 20 tags; more than this is not a profile. */
  private static final int MAX_TAGS = 1000;

  IccMatrixProfile {
    curves = List.copyOf(curves);
  }

  /** Whether grey and not RGB. */
  boolean isGrey() {
    return curves.size() == 1;
  }

  /** Reads a profile, if it is one of these kinds and whole. */
  static Optional<IccMatrixProfile> parse(Bytes profile) {
    if (profile.length() < HEADER_BYTES + 4) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.wrap(profile.array());
    return switch (new String(profile.array(), 16, 4, StandardCharsets.ISO_8859_1)) {
      case "GRAY" ->
          curve(bytes, "kTRC").map(c -> new IccMatrixProfile(List.of(c), Matrix3.IDENTITY));
      case "RGB " -> rgb(bytes);
      default -> Optional.empty();
    };
  }

  private static Optional<IccMatrixProfile> rgb(ByteBuffer bytes) {
    List<IccCurve> curves = new ArrayList<>();
    double[] matrix = new double[9];
    String[] names = {"r", "g", "b"};
    for (int c = 0; c < 3; c++) {
      curve(bytes, names[c] + "TRC").ifPresent(curves::add);
      int[] place = find(bytes, names[c] + "XYZ");
      if (place.length == 0 || place[1] < 20) {
        return Optional.empty();
      }
      for (int i = 0; i < 3; i++) {
        matrix[3 * i + c] = bytes.getInt(place[0] + 8 + 4 * i) / 65536.0;
      }
    }
    Matrix3 toXyz = new Matrix3(matrix);
    return curves.size() == 3 && toXyz.isInvertible()
        ? Optional.of(new IccMatrixProfile(curves, toXyz))
        : Optional.empty();
  }

  private static Optional<IccCurve> curve(ByteBuffer bytes, String name) {
    int[] place = find(bytes, name);
    return place.length == 0 ? Optional.empty() : IccCurve.parse(bytes, place[0], place[1]);
  }

  /** Offset and size of a tag that lies inside the profile, or nothing. */
  private static int[] find(ByteBuffer bytes, String name) {
    int signature = ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII)).getInt();
    int count = bytes.getInt(HEADER_BYTES);
    for (int i = 0; i < count && i < MAX_TAGS; i++) {
      int entry = HEADER_BYTES + 4 + 12 * i;
      if (entry > bytes.limit() - 12) {
        break;
      }
      int offset = bytes.getInt(entry + 4);
      int size = bytes.getInt(entry + 8);
      if (bytes.getInt(entry) == signature
          && offset >= 0
          && size >= 0
          && offset <= bytes.limit() - size) {
        return new int[] {offset, size};
      }
    }
    return new int[0];
  }
}
