package hyperlumen.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hyperlumen.photo.Size;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A cancellation does not wait for the encoders. */
class BandPipelineTest {

  @TempDir Path folder;

  @Test
  @Timeout(60) // Otherwise it would wait for ever.
  void aCancellationBreaksTheWaitForAnEncoderOffAndBeginsNoOtherBand() throws Exception {
    Size size = new Size(10, 300);
    Quantiser quantiser = new Quantiser(8, false, 3);
    CountDownLatch begun = new CountDownLatch(1);
    List<String> calls = new CopyOnWriteArrayList<>();
    BandEncoder endless =
        new BandEncoder() {
          @Override
          public byte[] raw() {
            return new byte[64 * quantiser.rowBytes(size.width())];
          }

          @Override
          public byte[] above() {
            return new byte[0];
          }

          @Override
          public void encode(int rows, boolean last) {
            calls.add("encode");
            begun.countDown();
            try {
              new CountDownLatch(1).await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }

          @Override
          public void write(AtomicFile file) {
            calls.add("write");
          }

          @Override
          public void close() {
            calls.add("close");
          }
        };
    Progress onceItEncodes =
        new Progress() {
          private volatile boolean twoBandsPulled;

          @Override
          public void advance(Stage stage, long done, long total) {
            twoBandsPulled = done >= 128;
          }

          @Override
          public boolean isCancelled() {
            return twoBandsPulled && begun.getCount() == 0;
          }
        };
    OutputSpec spec = OutputSpec.of(OutputFormat.PNG8, "test").withBands(64, 1);
    BandPipeline pipeline =
        new BandPipeline(new GradientSource(size, 3, 255), quantiser, spec, onceItEncodes);

    try (AtomicFile file = AtomicFile.create(folder.resolve("out"), false)) {
      assertThatThrownBy(() -> pipeline.run(file, () -> endless))
          .isInstanceOf(CancelledException.class);
    }

    assertThat(calls).containsExactly("encode", "close", "close");
  }
}
