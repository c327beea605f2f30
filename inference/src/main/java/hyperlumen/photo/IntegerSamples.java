package hyperlumen.photo;

/**
 * A decoder's integer samples s(row, column, channel) of a whole picture, interleaved, unsigned.
 *
 * <p>Together with {@link Mosaic} the only form in which a whole photo is held in memory.
 */
public sealed interface IntegerSamples {

  /** Width and height. */
  Size size();

  /** 1 grey, 2 grey and alpha, 3 red green blue, 4 with alpha. */
  int channels();

  /** 8 or 16. */
  int bits();

  /** The sample at (row, column, channel), 0 to 2^bits - 1. */
  int sample(int row, int column, int channel);

  /** 8-bit samples. */
  record Samples8(Size size, int channels, byte[] samples) implements IntegerSamples {

    public Samples8 {
      checkLength(size, channels, samples.length);
    }

    @Override
    public int bits() {
      return 8;
    }

    @Override
    public int sample(int row, int column, int channel) {
      return samples[(row * size.width() + column) * channels + channel] & 0xff;
    }
  }

  /** 16-bit samples. */
  record Samples16(Size size, int channels, short[] samples) implements IntegerSamples {

    public Samples16 {
      checkLength(size, channels, samples.length);
    }

    @Override
    public int bits() {
      return 16;
    }

    @Override
    public int sample(int row, int column, int channel) {
      return samples[(row * size.width() + column) * channels + channel] & 0xffff;
    }
  }

  private static void checkLength(Size size, int channels, int length) {
    if (channels < 1 || channels > 4 || length < size.pixels() * channels) {
      throw new IllegalArgumentException(
          length + " samples do not fill " + size + " of " + channels + " channels");
    }
  }
}
