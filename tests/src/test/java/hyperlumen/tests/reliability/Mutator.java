package hyperlumen.tests.reliability;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;

/**
 * Damages files: changed bits, bytes and numbers, blocks copied, removed and taken from another
 * file, cut ends. PNG checksums are put right in three files of four, so that what is behind them
 * is reached. The same seed gives the same files. Not thread-safe.
 */
final class Mutator {

  /** Numbers that sizes, counts and offsets are wrong with. */
  private static final long[] NUMBERS = {
    0,
    1,
    2,
    7,
    8,
    16,
    255,
    256,
    0x7fff,
    0x8000,
    0xffff,
    0x10000,
    0x7fffffffL,
    0x80000000L,
    0xffffffffL,
    0xfffffffeL
  };

  private static final int PNG_HEADER = 8;

  private final List<byte[]> seeds;
  private final Random random;

  Mutator(List<byte[]> seeds, long seed) {
    this.seeds = seeds;
    this.random = new Random(seed);
  }

  /** The next damaged file. */
  byte[] next() {
    byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
    int changes = 1 + random.nextInt(6);
    for (int i = 0; i < changes && bytes.length > 4; i++) {
      bytes = change(bytes);
    }
    if (isPng(bytes) && random.nextInt(4) != 0) {
      repairChecksums(bytes);
    }
    return bytes;
  }

  private byte[] change(byte[] bytes) {
    int at = place(bytes.length);
    switch (random.nextInt(10)) {
      case 0, 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 2, 3 -> bytes[at] = (byte) random.nextInt(256);
      case 4, 5 -> number(bytes, at);
      case 6 -> {
        int from = random.nextInt(bytes.length);
        int count = Math.min(1 + random.nextInt(64), bytes.length - Math.max(from, at));
        System.arraycopy(bytes, from, bytes, at, count);
      }
      case 7 -> {
        byte[] other = seeds.get(random.nextInt(seeds.size()));
        int count = Math.min(1 + random.nextInt(200), bytes.length - at);
        int from = random.nextInt(other.length);
        System.arraycopy(other, from, bytes, at, Math.min(count, other.length - from));
      }
      case 8 -> {
        int count = Math.min(1 + random.nextInt(32), bytes.length - at);
        byte[] shorter = Arrays.copyOf(bytes, bytes.length - count);
        System.arraycopy(bytes, at + count, shorter, at, shorter.length - at);
        return shorter;
      }
      default -> {
        return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, Math.max(4, at)) : bytes;
      }
    }
    return bytes;
  }

  /** Half of the changes among the first and last 512 bytes, where headers and directories are. */
  private int place(int length) {
    int edge = Math.min(512, length);
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(edge);
      case 1 -> length - 1 - random.nextInt(edge);
      default -> random.nextInt(length);
    };
  }

  private void number(byte[] bytes, int at) {
    long value = NUMBERS[random.nextInt(NUMBERS.length)];
    ByteBuffer buffer =
        ByteBuffer.wrap(bytes)
            .order(random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    if (random.nextBoolean() && at + 4 <= bytes.length) {
      buffer.putInt(at, (int) value);
    } else if (at + 2 <= bytes.length) {
      buffer.putShort(at, (short) value);
    }
  }

  private static boolean isPng(byte[] bytes) {
    return bytes.length > PNG_HEADER && (bytes[0] & 0xff) == 0x89 && bytes[1] == 'P';
  }

  private static void repairChecksums(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    CRC32 crc = new CRC32();
    long at = PNG_HEADER;
    while (at + 12 <= bytes.length) {
      long length = buffer.getInt((int) at) & 0xffffffffL;
      if (at + 12 + length > bytes.length) {
        return;
      }
      crc.reset();
      crc.update(bytes, (int) at + 4, (int) length + 4);
      buffer.putInt((int) (at + 8 + length), (int) crc.getValue());
      at += 12 + length;
    }
  }
}
