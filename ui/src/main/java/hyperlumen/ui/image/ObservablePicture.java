package hyperlumen.ui.image;

import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** The part every picture shares: its size, its version and its listeners. Thread-safe. */
public abstract class ObservablePicture implements PictureSource {

  private final Size size;
  private final int bits;
  private final AtomicLong version = new AtomicLong();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  /** A picture of {@code size} with samples of {@code bits} bits, 8 or 16. */
  protected ObservablePicture(Size size, int bits) {
    if (bits != 8 && bits != 16) {
      throw new IllegalArgumentException(bits + " bits per sample; 8 or 16 are possible");
    }
    this.size = size;
    this.bits = bits;
  }

  @Override
  public final Size size() {
    return size;
  }

  @Override
  public final int bits() {
    return bits;
  }

  @Override
  public final long version() {
    return version.get();
  }

  @Override
  public final void addListener(Listener listener) {
    listeners.add(listener);
  }

  @Override
  public final void removeListener(Listener listener) {
    listeners.remove(listener);
  }

  /** Announces that the samples of {@code region} have changed. */
  public final void invalidate(Region region) {
    version.incrementAndGet();
    for (Listener listener : listeners) {
      listener.changed(region);
    }
  }
}
