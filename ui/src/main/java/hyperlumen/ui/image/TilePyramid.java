package hyperlumen.ui.image;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A picture cut into tiles of 256 pixels at all powers of two: a pixel of level n is the mean of
 * the 2 x 2 pixels of level n - 1 below it.
 *
 * <p>Tiles are built in the background when they are wanted and kept in a shared {@link TileCache}.
 * {@link #ready} and {@link #want} never wait; both may be called from any thread.
 */
public final class TilePyramid implements AutoCloseable {

  /** Side of a tile in pixels. */
  public static final int TILE = 256;

  private static final System.Logger LOG = System.getLogger(TilePyramid.class.getName());

  private final PictureSource source;
  private final TileCache cache;
  private final TileWorkers workers;
  private final int levels;
  private final Set<TileKey> inWork = ConcurrentHashMap.newKeySet();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final AtomicLong changes = new AtomicLong();
  private final AtomicLong news = new AtomicLong();
  private final PictureSource.Listener follow = this::changed;
  private volatile boolean closed;

  /** A pyramid over {@code source}; it does not close the source. */
  public TilePyramid(PictureSource source, TileCache cache, TileWorkers workers) {
    this.source = source;
    this.cache = cache;
    this.workers = workers;
    int count = 1;
    while (longer(levelSize(count - 1)) > TILE) {
      count++;
    }
    levels = count;
    source.addListener(follow);
  }

  /**
   * Shows what {@code other} shows until its own tiles are there: of the same scene any picture is
   * better than none. Both are of one size.
   */
  public void startFrom(TilePyramid other) {
    cache.inherit(other, this);
  }

  /** The picture itself. */
  public PictureSource source() {
    return source;
  }

  /** Number of levels; the coarsest is a single tile. */
  public int levels() {
    return levels;
  }

  /** Width and height of the picture reduced by 2^level, rounded up. */
  public Size levelSize(int level) {
    int round = (1 << level) - 1;
    return new Size(
        (source.size().width() + round) >> level, (source.size().height() + round) >> level);
  }

  private static int longer(Size size) {
    return Math.max(size.width(), size.height());
  }

  /** The tile if it has been built, perhaps stale; null otherwise. */
  public Tile ready(TileKey key) {
    return cache.get(this, key);
  }

  /** Asks for a tile to be built in the background; listeners hear when it is there. */
  public void want(TileKey key) {
    if (!closed && inWork.add(key)) {
      workers.submit(() -> build(key), () -> inWork.remove(key));
    }
  }

  private void build(TileKey key) {
    try {
      if (!closed) {
        load(key);
      }
    } catch (PhotoException e) {
      LOG.log(Level.WARNING, "no tile " + key, e);
      putIfOpen(key, new Tile(tileWidth(key), tileHeight(key), empty(key), false));
    } catch (IllegalStateException e) {
      // The source was closed while its tile was being built: nobody will look at it.
      LOG.log(Level.DEBUG, "picture closed", e);
    } finally {
      inWork.remove(key);
    }
    announce();
  }

  private void announce() {
    news.incrementAndGet();
    for (Runnable listener : listeners) {
      listener.run();
    }
  }

  /** Grows whenever a tile is ready or has become stale, before the listeners hear of it. */
  public long changeCount() {
    return news.get();
  }

  /** The tile, built in this thread if need be. */
  public Tile load(TileKey key) throws PhotoException {
    Tile known = cache.get(this, key);
    if (known != null && !known.stale()) {
      return known;
    }
    long before = changes.get();
    int[] argb = key.level() == 0 ? read(key) : reduce(key);
    Tile tile = new Tile(tileWidth(key), tileHeight(key), argb, changes.get() != before);
    putIfOpen(key, tile);
    return tile;
  }

  private int[] read(TileKey key) throws PhotoException {
    int[] argb = empty(key);
    source.fill(
        new Region(key.column() * TILE, key.row() * TILE, tileWidth(key), tileHeight(key)), argb);
    return argb;
  }

  private int[] reduce(TileKey key) throws PhotoException {
    int[] argb = empty(key);
    Size below = levelSize(key.level() - 1);
    for (int i = 0; i < 4; i++) {
      TileKey child =
          new TileKey(key.level() - 1, 2 * key.column() + (i & 1), 2 * key.row() + (i >> 1));
      if (child.column() * TILE < below.width() && child.row() * TILE < below.height()) {
        BoxReduction.into(
            argb, tileWidth(key), (i & 1) * TILE / 2, (i >> 1) * TILE / 2, childTile(child));
      }
    }
    return argb;
  }

  /** Tiles of level 0 that only serve a coarser one are not kept: they would crowd out the rest. */
  private Tile childTile(TileKey key) throws PhotoException {
    if (key.level() > 0) {
      return load(key);
    }
    Tile known = cache.get(this, key);
    return known != null && !known.stale()
        ? known
        : new Tile(tileWidth(key), tileHeight(key), read(key), false);
  }

  private int tileWidth(TileKey key) {
    return Math.min(TILE, levelSize(key.level()).width() - key.column() * TILE);
  }

  private int tileHeight(TileKey key) {
    return Math.min(TILE, levelSize(key.level()).height() - key.row() * TILE);
  }

  private int[] empty(TileKey key) {
    return new int[tileWidth(key) * tileHeight(key)];
  }

  private void putIfOpen(TileKey key, Tile tile) {
    if (!closed) {
      cache.put(this, key, tile);
    }
  }

  private void changed(Region region) {
    changes.incrementAndGet();
    cache.markStale(this, region);
    announce();
  }

  /** Runs {@code listener}, on any thread, whenever a tile is ready or has become stale. */
  public void addListener(Runnable listener) {
    listeners.add(listener);
  }

  /** Ends {@link #addListener}. */
  public void removeListener(Runnable listener) {
    listeners.remove(listener);
  }

  /** Forgets all tiles and stops following the picture. */
  @Override
  public void close() {
    closed = true;
    source.removeListener(follow);
    listeners.clear();
    cache.removeAll(this);
  }
}
