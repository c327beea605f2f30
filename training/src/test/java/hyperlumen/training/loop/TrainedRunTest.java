package hyperlumen.training.loop;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.network.NetworkSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run's folder tells of it. */
class TrainedRunTest {

  @TempDir Path folder;

  @Test
  void pixelsAreCountedByTheCommandThatEachStepWasMadeBy() throws IOException {
    TrainedRun.writePlan(plan(2, 4, 96), 0);
    TrainedRun.writePlan(plan(2, 2, 160), 1000);
    TrainedRun.writePlan(plan(1, 1, 192), 1500);
    new Checkpoint(1600, 60, Map.of()).write(folder);

    TrainedRun run = TrainedRun.read(folder);

    assertThat(run.megapixels())
        .isEqualTo((1000.0 * 8 * 96 * 96 + 500.0 * 4 * 160 * 160 + 100.0 * 192 * 192) / 1e6);
    assertThat(run.side()).isEqualTo(192);
    assertThat(run.command()).contains("--side 96", "from step 1000: ", "from step 1500: ");
  }

  @Test
  void aRunThatGoesOnUnchangedIsCountedThrough() throws IOException {
    TrainedRun.writePlan(plan(2, 4, 96), 0);
    TrainedRun.writePlan(plan(2, 4, 96), 700);
    new Checkpoint(900, 60, Map.of()).write(folder);

    TrainedRun run = TrainedRun.read(folder);

    assertThat(run.megapixels()).isEqualTo(900.0 * 8 * 96 * 96 / 1e6);
    assertThat(run.command()).doesNotContain("from step");
  }

  private TrainingPlan plan(int groups, int patches, int side) {
    NetworkSpec network = NetworkSpec.parse("denoise-plain:n=8");
    return new TrainingPlan(
        "denoise",
        network,
        2000,
        0,
        groups,
        patches,
        side,
        1e-3,
        0,
        Loss.CHARBONNIER,
        0,
        1,
        folder);
  }
}
