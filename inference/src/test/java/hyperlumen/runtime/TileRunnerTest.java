package hyperlumen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hyperlumen.model.Model;
import hyperlumen.model.TestModels;
import hyperlumen.network.Halo;
import hyperlumen.network.ReceptiveField;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import hyperlumen.progress.Progress;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The end of a run while tiles are under way: nothing is freed that is still written to. */
@Timeout(60)
final class TileRunnerTest {

  private static final Size SIZE = new Size(160, 128);

  @TempDir Path folder;

  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final AtomicInteger announced = new AtomicInteger();
  private final Waiting photo = new Waiting();
  private TileRunner runner;
  private TilePlan plan;

  @BeforeEach
  void open() throws Exception {
    Model model = TestModels.install(folder, "tiny", "denoise-plain:n=8");
    Halo halo = ReceptiveField.of(model.network());
    plan = TilePlan.of(SIZE, halo, 2 * halo.halo() + 24);
    NetworkInput input = NetworkInputs.ofRgb(photo, model);
    photo.held = false;
    FilterBank bank =
        FilterPredictor.predict(
            model, FilterPredictor.windows(model, input, halo.alignment()), new float[0], 1);
    photo.held = true;
    Progress progress =
        new Progress() {
          @Override
          public void advance(Stage stage, long done, long total) {
            announced.incrementAndGet();
          }

          @Override
          public boolean isCancelled() {
            return cancelled.get();
          }
        };
    runner = new TileRunner(model, bank, input, plan, 1, progress);
  }

  private Future<Void> startTile() throws InterruptedException {
    Region kept = plan.kept(0, 0, SIZE);
    Raster into = new Raster(3, kept.height(), kept.width());
    Future<Void> tile =
        runner
            .executor()
            .submit(
                () -> {
                  runner.run(0, 0, into, 0, 0);
                  return null;
                });
    photo.reached.await();
    return tile;
  }

  /** Closes the runner on a thread of its own, which is interrupted while it waits. */
  private Thread closeInterrupted(AtomicBoolean stillInterrupted) throws InterruptedException {
    Thread closing =
        Thread.ofPlatform()
            .start(
                () -> {
                  runner.close();
                  stillInterrupted.set(Thread.currentThread().isInterrupted());
                });
    while (closing.getState() == Thread.State.NEW || closing.getState() == Thread.State.RUNNABLE) {
      Thread.onSpinWait();
    }
    closing.interrupt();
    return closing;
  }

  @Test
  void closingWaitsForATileThatStillReadsAlsoWhereItIsInterrupted() throws Exception {
    Future<Void> tile = startTile();
    AtomicBoolean stillInterrupted = new AtomicBoolean();
    Thread closing = closeInterrupted(stillInterrupted);
    assertThat(closing.join(java.time.Duration.ofMillis(200))).as("closed too early").isFalse();
    assertThat(tile.isDone()).isFalse();

    photo.goOn.countDown();
    closing.join();
    assertThat(tile.isDone()).isTrue();
    assertThat(stillInterrupted).as("the interrupt is not swallowed").isTrue();
  }

  @Test
  void noTileBeginsAfterTheUserHasCancelled() throws Exception {
    cancelled.set(true);
    runner.run(0, 0, new Raster(3, 1, 1), 0, 0);
    assertThat(runner.tilesDone()).isZero();
    assertThat(announced).hasValue(0);
    assertThat(runner.isComplete()).isFalse();
    runner.close();
  }

  @Test
  void nothingCanBeStartedOnceItIsClosed() throws Exception {
    photo.goOn.countDown();
    startTile().get(30, TimeUnit.SECONDS);
    assertThat(runner.tilesDone()).isEqualTo(1);
    assertThat(announced).hasValue(1);
    runner.close();
    assertThatThrownBy(this::startTile).isInstanceOf(RejectedExecutionException.class);
  }

  /** A grey picture that says when it is read, and keeps whoever reads it waiting. */
  private static final class Waiting implements RasterSource {

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private volatile boolean held;

    @Override
    public int channels() {
      return 3;
    }

    @Override
    public Size size() {
      return SIZE;
    }

    @Override
    public void read(Region region, Raster into) {
      if (!held) {
        return;
      }
      reached.countDown();
      boolean waits = true;
      while (waits) {
        try {
          goOn.await();
          waits = false;
        } catch (InterruptedException e) {
          // A decoder in the middle of its work does not look at this either.
          waits = true;
        }
      }
    }
  }
}
