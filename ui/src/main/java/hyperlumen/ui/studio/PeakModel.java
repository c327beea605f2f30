package hyperlumen.ui.studio;

import hyperlumen.ui.service.EnhanceService;
import java.io.IOException;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The most float32 arithmetic this machine does, once it was measured: here, or by the command
 * line. For the FX thread; measuring goes to the runner, so that no network runs meanwhile.
 */
public final class PeakModel {

  private final EnhanceService service;
  private final Executor fx;
  private final Executor runner;
  private final ReadOnlyObjectWrapper<OptionalDouble> flops =
      new ReadOnlyObjectWrapper<>(this, "flops", OptionalDouble.empty());
  private final ReadOnlyBooleanWrapper measuring = new ReadOnlyBooleanWrapper(this, "measuring");
  private Consumer<Failure> onFailure = failure -> {};

  PeakModel(EnhanceService service, StudioThreads threads) {
    this.service = service;
    fx = threads.fx();
    runner = threads.runner();
  }

  /** FLOP per second, 1 multiply-add = 2 FLOP; empty while it was never measured. */
  public ReadOnlyObjectProperty<OptionalDouble> flopsProperty() {
    return flops.getReadOnlyProperty();
  }

  /** Whether it is being measured. */
  public ReadOnlyBooleanProperty measuringProperty() {
    return measuring.getReadOnlyProperty();
  }

  void setOnFailure(Consumer<Failure> handler) {
    onFailure = handler;
  }

  /** Takes what is known of this machine. */
  void look() {
    runner.execute(
        () -> {
          OptionalDouble known = service.peakFlops();
          fx.execute(() -> flops.set(known));
        });
  }

  /** Measures in the background, for less than a second once no network runs. */
  public void measure() {
    if (measuring.get()) {
      return;
    }
    measuring.set(true);
    runner.execute(
        () -> {
          try {
            double measured = service.measurePeak();
            fx.execute(() -> flops.set(OptionalDouble.of(measured)));
          } catch (IOException | RuntimeException e) {
            fx.execute(() -> onFailure.accept(Failure.of(e)));
          } finally {
            fx.execute(() -> measuring.set(false));
          }
        });
  }
}
