package hyperlumen.read.dng;

import java.io.IOException;

/** Supplies rows of samples, top to bottom. */
@FunctionalInterface
public interface DngRows {
  /** Fills {@code samples} with row {@code y}: unsigned, interleaved where there are three. */
  void row(int y, int[] samples) throws IOException;
}
