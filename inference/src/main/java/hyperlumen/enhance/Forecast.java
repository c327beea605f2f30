package hyperlumen.enhance;

import hyperlumen.runtime.TilePlan;

/**
 * What enhancing a photo will cost, stated before it runs.
 *
 * @param seconds wall time of the network, the rendering and the writing
 * @param memoryBytes resident memory of the process
 * @param usefulFlop see {@link CostReport}
 * @param executedFlop see {@link CostReport}
 * @param plan the tiles
 */
public record Forecast(
    double seconds, long memoryBytes, double usefulFlop, double executedFlop, TilePlan plan) {}
