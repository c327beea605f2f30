package hyperlumen.write;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Bytes with the header of an RGB profile: long ones fill several JPEG segments. */
final class ProfileBytes {

  private ProfileBytes() {}

  static byte[] ofLength(int length) {
    byte[] bytes = new byte[length];
    new Random(9).nextBytes(bytes);
    System.arraycopy("RGB XYZ ".getBytes(StandardCharsets.US_ASCII), 0, bytes, 16, 8);
    System.arraycopy("acsp".getBytes(StandardCharsets.US_ASCII), 0, bytes, 36, 4);
    return bytes;
  }
}
