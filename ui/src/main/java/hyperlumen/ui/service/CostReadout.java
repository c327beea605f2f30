package hyperlumen.ui.service;

import hyperlumen.photo.Size;
import hyperlumen.progress.Progress.Stage;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What a run has cost; 1 multiply-add = 2 FLOP.
 *
 * @param size of the photo
 * @param usefulFlop operations the network's definition needs for this photo
 * @param executedFlop operations done, halos of the tiles included
 * @param seconds wall time per stage, in the stages' order
 * @param totalSeconds wall time of everything
 * @param peakMemory peak resident bytes of the process during the run, where it can be known
 * @param tile side of a tile in photo pixels
 * @param halo rows and columns around a tile that are computed and thrown away
 * @param tiles number of tiles
 * @param threads threads the network ran on
 * @param modelSha256 hash of the weights that ran
 */
public record CostReadout(
    Size size,
    double usefulFlop,
    double executedFlop,
    Map<Stage, Double> seconds,
    double totalSeconds,
    OptionalLong peakMemory,
    int tile,
    int halo,
    int tiles,
    int threads,
    String modelSha256) {

  /** Useful operations per second of network time, in 10^9. */
  public double gigaflops() {
    double network =
        seconds.getOrDefault(Stage.PREDICT, 0.0) + seconds.getOrDefault(Stage.NETWORK, 0.0);
    return network > 0 ? usefulFlop / network / 1e9 : 0;
  }
}
