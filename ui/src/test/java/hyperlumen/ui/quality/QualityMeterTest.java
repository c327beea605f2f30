package hyperlumen.ui.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import hyperlumen.ui.image.StoredPicture;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class QualityMeterTest {

  private static final Size SIZE = new Size(64, 48);

  private final Deque<Runnable> work = new ArrayDeque<>();
  private final QualityMeter meter = new QualityMeter(work::add, Runnable::run);
  private final Map<String, QualityMeter.Reading> readings = new HashMap<>();

  /** Grey 100, but 110 in the left half. */
  private static StoredPicture half() {
    int[] argb = new int[64 * 48];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = i % 64 < 32 ? 0xff6e6e6e : 0xff646464;
    }
    return StoredPicture.of(SIZE, argb);
  }

  private static StoredPicture grey() {
    int[] argb = new int[64 * 48];
    Arrays.fill(argb, 0xff646464);
    return StoredPicture.of(SIZE, argb);
  }

  private void measure(StoredPicture picture, Region region) {
    meter.measure(grey(), List.of(new QualityMeter.Order("a", picture)), region, readings::put);
  }

  private void work() {
    while (!work.isEmpty()) {
      work.removeFirst().run();
    }
  }

  @Test
  void thePsnrIsThatOfTheStoredValues() {
    measure(half(), null);
    work();
    // Half of the samples are off by 10 of 255: the mean square is 50.
    double expected = 10 * Math.log10(255 * 255 / 50.0);
    assertThat(readings.get("a").whole().psnr()).isCloseTo(expected, within(1e-4));
    assertThat(readings.get("a").whole().ssim()).isPresent();
    assertThat(readings.get("a").whole().msSsim()).isEmpty();
    assertThat(readings.get("a").region()).isEmpty();
  }

  @Test
  void aRegionIsMeasuredByItself() {
    measure(half(), new Region(0, 0, 32, 48));
    work();
    double expected = 10 * Math.log10(255 * 255 / 100.0);
    assertThat(readings.get("a").region().orElseThrow().psnr()).isCloseTo(expected, within(1e-4));
    measure(half(), new Region(32, 8, 8, 8));
    work();
    assertThat(readings.get("a").region().orElseThrow().psnr()).isInfinite();
    assertThat(readings.get("a").region().orElseThrow().ssim()).isEmpty();
  }

  @Test
  void aNewOrderReplacesTheOneBefore() {
    measure(half(), null);
    meter.measure(grey(), List.of(new QualityMeter.Order("b", grey())), null, readings::put);
    work();
    assertThat(readings).containsOnlyKeys("b");
    measure(half(), null);
    meter.stop();
    work();
    assertThat(readings).containsOnlyKeys("b");
  }

  @Test
  void onlyPicturesThatAreGoneAreMeasuredAgain() {
    StoredPicture reference = grey();
    StoredPicture picture = half();
    List<QualityMeter.Order> orders = List.of(new QualityMeter.Order("a", picture));
    meter.measure(reference, orders, null, readings::put);
    work();
    // A closed picture cannot be read: what comes now was known.
    picture.close();
    readings.clear();
    meter.retain(List.of(reference, picture));
    meter.measure(reference, orders, null, readings::put);
    work();
    assertThat(readings).containsOnlyKeys("a");
    readings.clear();
    meter.retain(List.of(reference));
    meter.measure(reference, orders, null, readings::put);
    work();
    assertThat(readings).isEmpty();
  }
}
