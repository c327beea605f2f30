package hyperlumen.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Waiting for others' work, which a cancellation ends. */
class ProgressTest {

  @Test
  void theWorksResultOrFailureIsHandedOn() throws Exception {
    IOException reason = new IOException("no space left");

    assertThat(Progress.NONE.await(CompletableFuture.completedFuture("a strip")))
        .isEqualTo("a strip");
    assertThatThrownBy(() -> Progress.NONE.await(CompletableFuture.failedFuture(reason)))
        .isInstanceOf(ExecutionException.class)
        .hasCause(reason);
  }

  @Test
  @Timeout(60) // Otherwise it would wait for ever.
  void aCancellationEndsTheWaitButNotTheWork() {
    CompletableFuture<String> endless = new CompletableFuture<>();

    assertThatThrownBy(() -> cancelledWhenAsked(3).await(endless))
        .isInstanceOf(CancelledException.class);
    assertThat(endless).isNotDone();
  }

  @Test
  void afterACancellationNeitherResultNorFailureCounts() {
    assertThatThrownBy(() -> cancelledWhenAsked(2).await(CompletableFuture.completedFuture("")))
        .isInstanceOf(CancelledException.class);
    assertThatThrownBy(
            () -> cancelledWhenAsked(2).await(CompletableFuture.failedFuture(new IOException())))
        .isInstanceOf(CancelledException.class);
  }

  /** Says that it is cancelled from the n-th time on that it is asked. */
  private static Progress cancelledWhenAsked(int times) {
    AtomicInteger asked = new AtomicInteger();
    return new Progress() {
      @Override
      public void advance(Stage stage, long done, long total) {}

      @Override
      public boolean isCancelled() {
        return asked.incrementAndGet() >= times;
      }
    };
  }
}
