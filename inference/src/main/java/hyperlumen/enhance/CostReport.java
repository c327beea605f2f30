package hyperlumen.enhance;

import hyperlumen.photo.Size;
import java.util.OptionalLong;

/**
 * What enhancing one photo cost. FLOP: 1 MAC = 2 FLOP.
 *
 * @param modelId which model
 * @param modelSha256 its hash
 * @param width of the result before rotation
 * @param height of the result before rotation
 * @param usefulFlop forward layers at the photo's size, prediction on the windows, each once
 * @param executedFlop with halos and padding
 * @param seconds per stage
 * @param memory bytes
 * @param tile how the photo was cut
 * @param threads tiles that ran at once
 */
public record CostReport(
    String modelId,
    String modelSha256,
    int width,
    int height,
    double usefulFlop,
    double executedFlop,
    Seconds seconds,
    Memory memory,
    Tile tile,
    int threads) {

  /**
   * Wall seconds. Stages overlap: the network's span reaches from its first tile's start to its
   * last one's end, rendering and writing are what the writing thread spent on them.
   */
  public record Seconds(
      double read, double predict, double network, double render, double write, double total) {}

  /**
   * Bytes.
   *
   * @param peakRss most resident memory of the process while the photo was enhanced, where known
   * @param photo our own buffers for the photo
   * @param predicted stated before the run
   */
  public record Memory(OptionalLong peakRss, long photo, long predicted) {}

  /**
   * Tiles.
   *
   * @param size side of a tile with its halo in photo pixels, the larger one
   * @param halo photo pixels on each side
   * @param count tiles in all
   */
  public record Tile(int size, int halo, int count) {}

  /** The same of a result of another size. */
  CostReport withSize(Size size) {
    return new CostReport(
        modelId,
        modelSha256,
        size.width(),
        size.height(),
        usefulFlop,
        executedFlop,
        seconds,
        memory,
        tile,
        threads);
  }

  /** Useful FLOP per second of network time, in billions. */
  public double gigaflops() {
    double time = seconds.network() + seconds.predict();
    return time > 0 ? usefulFlop / time / 1e9 : 0;
  }
}
