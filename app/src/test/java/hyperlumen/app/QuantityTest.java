package hyperlumen.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Numbers for people. */
class QuantityTest {

  @Test
  @DisplayName("Three significant digits and a unit")
  void units() {
    assertThat(Quantity.flop(15_084_000_000.0)).isEqualTo("15.1 GFLOP");
    assertThat(Quantity.flop(1_128_576_000_000.0)).isEqualTo("1.13 TFLOP");
    assertThat(Quantity.count(8_930_000)).isEqualTo("8.93 M");
    assertThat(Quantity.count(12)).isEqualTo("12");
    assertThat(Quantity.bytes(1.25 * (1 << 30))).isEqualTo("1.25 GiB");
    assertThat(Quantity.bytes(512)).isEqualTo("512 B");
  }

  @Test
  @DisplayName("Seconds, then minutes, then hours")
  void times() {
    assertThat(Quantity.seconds(2.5)).isEqualTo("2.5 s");
    assertThat(Quantity.seconds(200)).isEqualTo("3 min 20 s");
    assertThat(Quantity.seconds(3700)).isEqualTo("1 h 1 min");
  }
}
