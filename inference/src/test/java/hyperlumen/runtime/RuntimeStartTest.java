package hyperlumen.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Starting the runtime beforehand: nobody waits for it, and it keeps no program from ending. */
@Timeout(60)
final class RuntimeStartTest {

  private static List<Thread> starting() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("runtime start"))
        .toList();
  }

  @Test
  @SuppressWarnings("LockOnNonEnclosingClassLiteral") // the lock that a start holds
  void itReturnsWhileTheRuntimeIsStillStartingOnADaemonThatEndsByItself() throws Exception {
    List<Thread> threads;
    synchronized (OnnxEngine.class) { // Stands for a start that takes long.
      RuntimeStart.begin();
      threads = starting();
      assertThat(threads).singleElement().matches(Thread::isDaemon);
    }
    threads.getFirst().join();
    assertThat(OnnxEngine.environment()).isNotNull();
  }
}
