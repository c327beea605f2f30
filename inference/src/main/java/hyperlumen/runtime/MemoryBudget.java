package hyperlumen.runtime;

import hyperlumen.model.Model;
import hyperlumen.network.ActivationMemory;
import hyperlumen.network.Halo;
import hyperlumen.network.Network;
import hyperlumen.network.ReceptiveField;
import hyperlumen.photo.Size;
import java.util.OptionalInt;

/**
 * Picks the tile for a memory budget: the largest that fits, since a larger one wastes less on its
 * halo.
 *
 * <p>Predicted bytes = base of the process + the photo's own samples + the network's maps for each
 * tile that runs + tile buffers + two strips of the result. The constants were measured, see
 * docs/performance.md.
 */
public final class MemoryBudget {

  /**
   * Times the halo: a tile of this side computes 28 % more than it keeps; larger ones are hardly
   * faster, since their maps leave the cache (docs/decisions/0043).
   */
  private static final int ENOUGH_HALOS = 17;

  /** However small the halo is, smaller tiles than this only cost time. */
  private static final int LARGEST_TILE_AT_LEAST = 512;

  /** However large it is, larger tiles than this only cost memory. */
  private static final int LARGEST_TILE_AT_MOST = 1024;

  private static final int SMALLEST_KEPT = 32;

  /** Java, its libraries and ONNX Runtime before any photo is open. */
  public static final long BASE_BYTES = 220L << 20;

  /**
   * The decoder's samples once, and once more what reading leaves behind: pages of the mapped file
   * and buffers that the collector has not needed yet. Measured at 12.6 megapixels.
   */
  private static final int PHOTO_COPIES = 2;

  /** The runtime's maps are padded to blocks and live a little longer than they need. */
  private static final double MAP_OVERHEAD = 1.1;

  private MemoryBudget() {}

  /** The tile plan for a budget, or for a given tile. */
  public static TilePlan plan(
      Model model, Size picture, long photoBytes, long budgetBytes, int threads) {
    return plan(model.network(), graphBytes(model), picture, photoBytes, budgetBytes, threads);
  }

  /**
   * The tile plan of a network that perhaps has no weights yet.
   *
   * @param graphBytes of the graph that predicts filters, 0 without one
   */
  public static TilePlan plan(
      Network network,
      long graphBytes,
      Size picture,
      long photoBytes,
      long budgetBytes,
      int threads) {
    if (network.fixedTile().isPresent()) {
      return TilePlan.exactly(picture, ReceptiveField.of(network), network.fixedTile().getAsInt());
    }
    return TilePlan.of(
        picture,
        ReceptiveField.of(network),
        networkSide(network, graphBytes, picture, photoBytes, budgetBytes, threads));
  }

  /**
   * The side of the tile that a budget allows, in photo pixels, halo included: {@link #planFor}
   * with it is {@link #plan}.
   */
  public static int side(
      Model model, Size picture, long photoBytes, long budgetBytes, int threads) {
    return ReceptiveField.of(model.network()).packingFactor()
        * networkSide(
            model.network(), graphBytes(model), picture, photoBytes, budgetBytes, threads);
  }

  /**
   * A tile that keeps about half as much across and down; empty where nothing smaller is of use.
   */
  public static OptionalInt smallerSide(Model model, int side) {
    if (model.network().fixedTile().isPresent()) {
      return OptionalInt.empty();
    }
    Halo halo = ReceptiveField.of(model.network());
    int kept = side / halo.packingFactor() - 2 * halo.halo();
    int half = kept / 2 / halo.alignment() * halo.alignment();
    return half < Math.max(SMALLEST_KEPT, halo.alignment())
        ? OptionalInt.empty()
        : OptionalInt.of((half + 2 * halo.halo()) * halo.packingFactor());
  }

  private static int networkSide(
      Network network,
      long graphBytes,
      Size picture,
      long photoBytes,
      long budgetBytes,
      int threads) {
    Halo halo = ReceptiveField.of(network);
    if (network.fixedTile().isPresent()) {
      return network.fixedTile().getAsInt();
    }
    int least = 2 * halo.halo() + Math.max(SMALLEST_KEPT, halo.alignment());
    int side =
        Math.clamp((long) ENOUGH_HALOS * halo.halo(), LARGEST_TILE_AT_LEAST, LARGEST_TILE_AT_MOST);
    while (side > least) {
      TilePlan plan = TilePlan.of(picture, halo, side);
      if (predictedBytes(network, graphBytes, picture, plan, photoBytes, threads) <= budgetBytes) {
        return side;
      }
      side -= 8 * Math.max(1, halo.alignment() / 8);
    }
    return least;
  }

  /**
   * The plan for a tile that the user chose.
   *
   * @param side in photo pixels, halo included; raised to the least that keeps anything
   */
  public static TilePlan planFor(Model model, Size picture, int side) {
    Halo halo = ReceptiveField.of(model.network());
    if (model.network().fixedTile().isPresent()) {
      return TilePlan.exactly(picture, halo, model.network().fixedTile().getAsInt());
    }
    int least = 2 * halo.halo() + halo.alignment();
    return TilePlan.of(picture, halo, Math.max(least, side / halo.packingFactor()));
  }

  /** Resident memory of the whole process that a run will need. */
  public static long predictedBytes(
      Model model, Size picture, TilePlan plan, long photoBytes, int threads) {
    return predictedBytes(model.network(), graphBytes(model), picture, plan, photoBytes, threads);
  }

  private static long graphBytes(Model model) {
    return model.predict().map(bytes -> (long) bytes.length()).orElse(0L);
  }

  /** The same for a network that perhaps has no weights yet. */
  public static long predictedBytes(
      Network network, long graphBytes, Size picture, TilePlan plan, long photoBytes, int threads) {
    double tile = plan.tile().pixels();
    Lanes lanes = Lanes.of(threads);
    int runs = Math.min(lanes.runs(), plan.count());
    int sets = Math.min(lanes.buffers(), plan.count());
    double maps = tile * ActivationMemory.bytesPerPixel(network) * MAP_OVERHEAD;
    int factor = plan.factor();
    double buffers = tile * 4 * (2.0 * network.packing().planes() + 3.0 * factor * factor);
    double strips = 2.0 * 3 * 4 * picture.width() * plan.stepY() * factor;
    double model16 = graphBytes * 3.0;
    return (long)
        (BASE_BYTES + PHOTO_COPIES * photoBytes + runs * maps + sets * buffers + strips + model16);
  }
}
