package hyperlumen.ui.service;

/**
 * What a run is expected to cost.
 *
 * @param seconds wall time
 * @param bytes peak memory of the whole program, its window included
 * @param flop useful floating-point operations; 1 multiply-add = 2 FLOP
 * @param tile side of the tiles that the memory allows, in pixels of the photo, halo included
 */
public record CostForecast(double seconds, long bytes, double flop, int tile) {}
