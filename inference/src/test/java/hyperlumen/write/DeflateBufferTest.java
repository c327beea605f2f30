package hyperlumen.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Random;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

/**
 * Blocks of noise and of repetitions in one stream: each chooses its own strategy, none is lost.
 */
class DeflateBufferTest {

  private static final int BLOCK = 98_304;

  @Test
  void keepsEveryBlockWhateverItsStrategy() throws Exception {
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    try (DeflateBuffer buffer = new DeflateBuffer(true)) {
      for (int block = 0; block < 6; block++) {
        byte[] bytes = new byte[BLOCK];
        if (block % 2 == 0) {
          new Random(block).nextBytes(bytes);
        }
        expected.writeBytes(bytes);
        buffer.compress(bytes, bytes.length, block == 5);
        stream.write(buffer.bytes(), 0, buffer.length());
      }
    }
    byte[] actual = new byte[6 * BLOCK];
    Inflater inflater = new Inflater(true);
    inflater.setInput(stream.toByteArray());
    int length = inflater.inflate(actual);
    inflater.end();
    assertThat(length).isEqualTo(6 * BLOCK);
    assertThat(actual).isEqualTo(expected.toByteArray());
  }
}
