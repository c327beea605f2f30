package hyperlumen.ui.image;

import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which parts of a picture are there already: a set of disjoint regions. Thread-safe.
 *
 * <p>A band that continues the band before it is joined to it, so writing row by row keeps one
 * entry; a run of tiles keeps one entry per tile.
 */
final class Coverage {

  private final long total;
  private final List<Region> regions = new ArrayList<>();
  private long covered;

  Coverage(Size size) {
    total = size.pixels();
  }

  /** Adds a region; one that lies inside what is there already adds nothing. */
  synchronized void add(Region added) {
    for (Region region : regions) {
      if (region.contains(added)) {
        return;
      }
    }
    regions.removeIf(added::contains);
    if (!regions.isEmpty()) {
      Region last = regions.getLast();
      if (last.x() == added.x() && last.width() == added.width() && last.endY() == added.y()) {
        regions.removeLast();
        added = new Region(last.x(), last.y(), last.width(), last.height() + added.height());
      }
    }
    regions.add(added);
    covered = 0;
    for (Region region : regions) {
      covered += region.pixels();
    }
  }

  /** Whether every pixel is there. */
  synchronized boolean isComplete() {
    return covered >= total;
  }

  synchronized boolean contains(int x, int y) {
    Region pixel = new Region(x, y, 1, 1);
    for (Region region : regions) {
      if (region.contains(pixel)) {
        return true;
      }
    }
    return false;
  }

  /** The parts of {@code wanted} that are there. */
  synchronized List<Region> within(Region wanted) {
    List<Region> parts = new ArrayList<>();
    for (Region region : regions) {
      intersection(region, wanted).ifPresent(parts::add);
    }
    return parts;
  }

  static Optional<Region> intersection(Region a, Region b) {
    int x = Math.max(a.x(), b.x());
    int y = Math.max(a.y(), b.y());
    int endX = Math.min(a.endX(), b.endX());
    int endY = Math.min(a.endY(), b.endY());
    return endX > x && endY > y
        ? Optional.of(new Region(x, y, endX - x, endY - y))
        : Optional.empty();
  }
}
