package hyperlumen.ui.viewer;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.util.Duration;

/** Turns a switch on and off at an even pace while it runs. For the FX thread. */
final class Blinker {

  /** Fast enough to see motion, slow enough not to flash (WCAG 2.2: at most three per second). */
  static final double SHORTEST = 0.34;

  static final double LONGEST = 3;

  private final BooleanProperty on = new SimpleBooleanProperty(this, "on");
  private final DoubleProperty seconds =
      new SimpleDoubleProperty(this, "seconds", 0.6) {
        @Override
        public void set(double value) {
          super.set(Math.clamp(value, SHORTEST, LONGEST));
        }
      };
  private final Timeline clock = new Timeline();

  Blinker() {
    clock.setCycleCount(Animation.INDEFINITE);
    seconds.addListener(o -> pace());
    pace();
  }

  private void pace() {
    boolean running = isRunning();
    clock.stop();
    clock
        .getKeyFrames()
        .setAll(new KeyFrame(Duration.seconds(seconds.get()), e -> on.set(!on.get())));
    if (running) {
      clock.play();
    }
  }

  private boolean isRunning() {
    return clock.getStatus() == Animation.Status.RUNNING;
  }

  /** Whether the other picture shows. */
  BooleanProperty onProperty() {
    return on;
  }

  /** How long each picture shows. */
  DoubleProperty secondsProperty() {
    return seconds;
  }

  void setRunning(boolean wanted) {
    if (wanted && !isRunning()) {
      clock.play();
    } else if (!wanted) {
      clock.stop();
    }
  }
}
