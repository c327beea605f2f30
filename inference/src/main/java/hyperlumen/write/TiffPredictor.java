package hyperlumen.write;

/**
 * Differences of neighbours in a row, in place: predictor 2 for 8 and 16 bits (TIFF 6.0, section
 * 14), predictor 3 for 32-bit floats, whose bytes are sorted by significance first (Adobe Photoshop
 * TIFF technical note 3). Samples are little-endian. Not thread-safe.
 */
final class TiffPredictor {

  private final int rowBytes;
  private final int sampleBytes;
  private final int channels;
  private final byte[] sorted;

  TiffPredictor(int rowBytes, int sampleBytes, int channels) {
    this.rowBytes = rowBytes;
    this.sampleBytes = sampleBytes;
    this.channels = channels;
    sorted = new byte[sampleBytes == 4 ? rowBytes : 0];
  }

  /** Changes the row that begins at {@code from}. */
  void apply(byte[] bytes, int from) {
    switch (sampleBytes) {
      case 1 -> subtract(bytes, from);
      case 2 -> subtract16(bytes, from);
      default -> {
        int count = rowBytes / 4;
        for (int b = 0; b < 4; b++) {
          for (int i = 0; i < count; i++) {
            sorted[b * count + i] = bytes[from + 4 * i + 3 - b];
          }
        }
        System.arraycopy(sorted, 0, bytes, from, rowBytes);
        subtract(bytes, from);
      }
    }
  }

  private void subtract(byte[] bytes, int from) {
    for (int i = from + rowBytes - 1; i >= from + channels; i--) {
      bytes[i] -= bytes[i - channels];
    }
  }

  private void subtract16(byte[] bytes, int from) {
    int step = 2 * channels;
    for (int i = from + rowBytes - 2; i >= from + step; i -= 2) {
      int difference =
          (bytes[i + 1] << 8 | (bytes[i] & 0xff))
              - (bytes[i + 1 - step] << 8 | (bytes[i - step] & 0xff));
      bytes[i] = (byte) difference;
      bytes[i + 1] = (byte) (difference >> 8);
    }
  }
}
