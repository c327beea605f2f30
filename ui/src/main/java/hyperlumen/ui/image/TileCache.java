package hyperlumen.ui.image;

import hyperlumen.photo.Region;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps the most recently used tiles of all pictures within a number of bytes. Thread-safe. */
public final class TileCache {

  private record Entry(TilePyramid owner, TileKey key) {}

  private final long limit;
  private final Map<Entry, Tile> tiles = new LinkedHashMap<>(64, 0.75f, true);
  private long bytes;

  /** A cache of at most {@code limit} bytes of pixels. */
  public TileCache(long limit) {
    this.limit = limit;
  }

  synchronized Tile get(TilePyramid owner, TileKey key) {
    return tiles.get(new Entry(owner, key));
  }

  synchronized void put(TilePyramid owner, TileKey key, Tile tile) {
    Tile old = tiles.put(new Entry(owner, key), tile);
    bytes += tile.bytes() - (old == null ? 0 : old.bytes());
    Iterator<Tile> eldest = tiles.values().iterator();
    while (bytes > limit && tiles.size() > 1) {
      bytes -= eldest.next().bytes();
      eldest.remove();
    }
  }

  /** Marks the tiles of {@code owner} that show anything of {@code region}. */
  synchronized void markStale(TilePyramid owner, Region region) {
    for (Map.Entry<Entry, Tile> e : tiles.entrySet()) {
      if (e.getKey().owner == owner && e.getKey().key.touches(region)) {
        e.setValue(e.getValue().asStale());
      }
    }
  }

  /** Gives {@code to} the tiles of {@code from}, as stale ones. */
  synchronized void inherit(TilePyramid from, TilePyramid to) {
    List<Map.Entry<Entry, Tile>> known =
        tiles.entrySet().stream()
            .filter(e -> e.getKey().owner == from)
            .map(Map.Entry::copyOf)
            .toList();
    known.forEach(e -> put(to, e.getKey().key, e.getValue().asStale()));
  }

  synchronized void removeAll(TilePyramid owner) {
    Iterator<Map.Entry<Entry, Tile>> all = tiles.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<Entry, Tile> e = all.next();
      if (e.getKey().owner == owner) {
        bytes -= e.getValue().bytes();
        all.remove();
      }
    }
  }

  /** Bytes of pixels kept at present. */
  public synchronized long bytes() {
    return bytes;
  }
}
