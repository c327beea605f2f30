package hyperlumen.photo;

import java.util.Arrays;

/**
 * Bytes compared by content: a metadata block as the file holds it.
 *
 * @param array the bytes; not copied, never written to
 */
public record Bytes(byte[] array) {

  /** Number of bytes. */
  public int length() {
    return array.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && Arrays.equals(array, bytes.array);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(array);
  }

  @Override
  public String toString() {
    return array.length + " bytes";
  }
}
