package hyperlumen.ui.quality;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Region;
import hyperlumen.ui.image.PictureSource;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/**
 * Measures pictures against a reference in the background; a new order replaces the one before,
 * which ends within a band. What has not changed since is not measured again.
 *
 * <p>Called on the FX thread, on which answers come too.
 */
public final class QualityMeter {

  private static final System.Logger LOG = System.getLogger(QualityMeter.class.getName());

  /** Whole pictures and regions of a few photos; an entry is some hundred bytes. */
  private static final int KNOWN = 64;

  /**
   * A picture to measure.
   *
   * @param key names it in the answer
   * @param picture complete, of the reference's size
   */
  public record Order(String key, PictureSource picture) {}

  /**
   * What was measured of one picture.
   *
   * @param whole of all of it
   * @param region of the selected region; empty if none is
   */
  public record Reading(Quality whole, Optional<Quality> region) {}

  private record Known(PictureSource picture, long version, PictureSource reference, Region part) {}

  private final Executor worker;
  private final Executor fx;
  private final Map<Known, Quality> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Known, Quality> eldest) {
          return size() > KNOWN;
        }
      };
  private final AtomicLong latest = new AtomicLong();

  /**
   * A meter.
   *
   * @param worker measures, one order after the other
   * @param fx runs tasks on the FX thread
   */
  public QualityMeter(Executor worker, Executor fx) {
    this.worker = worker;
    this.fx = fx;
  }

  /**
   * Measures {@code orders} one after the other.
   *
   * @param region selected part of the pictures; null if there is none
   * @param answer receives each reading as soon as it is there
   */
  public void measure(
      PictureSource reference,
      List<Order> orders,
      Region region,
      BiConsumer<String, Reading> answer) {
    long turn = latest.incrementAndGet();
    worker.execute(
        () -> {
          for (Order order : orders) {
            if (turn == latest.get()) {
              measureOne(turn, reference, order, region, answer);
            }
          }
        });
  }

  /** Ends what is being measured. */
  public void stop() {
    latest.incrementAndGet();
  }

  private void measureOne(
      long turn,
      PictureSource reference,
      Order order,
      Region region,
      BiConsumer<String, Reading> answer) {
    try {
      // The region first: it is small, and the user has just drawn it.
      Optional<Quality> part =
          region == null
              ? Optional.empty()
              : Optional.of(quality(turn, reference, order.picture(), region));
      Quality whole = quality(turn, reference, order.picture(), order.picture().size().region());
      fx.execute(
          () -> {
            if (turn == latest.get()) {
              answer.accept(order.key(), new Reading(whole, part));
            }
          });
    } catch (PhotoException e) {
      LOG.log(Level.WARNING, "not measured: " + order.key(), e);
    } catch (PictureSamples.Unwanted | IllegalStateException e) {
      // Replaced by a newer order, or the picture was closed in the meantime.
      LOG.log(Level.DEBUG, "measurement given up", e);
    }
  }

  private Quality quality(long turn, PictureSource reference, PictureSource image, Region part)
      throws PhotoException {
    Known key = new Known(image, image.version(), reference, part);
    Quality answer;
    synchronized (known) {
      answer = known.get(key);
    }
    if (answer == null) {
      answer =
          Quality.of(
              new PictureSamples(reference, part, () -> turn != latest.get()),
              new PictureSamples(image, part, () -> turn != latest.get()));
      synchronized (known) {
        known.put(key, answer);
      }
    }
    return answer;
  }

  /** Forgets what was measured of other pictures than these, so that they can be collected. */
  public void retain(Collection<PictureSource> pictures) {
    synchronized (known) {
      known
          .keySet()
          .removeIf(k -> !pictures.contains(k.picture()) || !pictures.contains(k.reference()));
    }
  }
}
