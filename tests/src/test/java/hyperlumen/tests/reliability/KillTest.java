package hyperlumen.tests.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two kills; {@link KillMain} does two hundred. */
class KillTest {

  @TempDir private Path folder;

  @Test
  void aKilledBatchIsResumedWithoutLossAndWithoutATornFile() throws Exception {
    KillTrials trials = new KillTrials(folder, 30, 3);
    trials.killOnce();
    trials.killOnce();
    trials.finish();
    assertThat(trials.findings()).isEmpty();
    assertThat(trials.finished()).isEqualTo(30);
  }
}
