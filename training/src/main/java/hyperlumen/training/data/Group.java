package hyperlumen.training.data;

/**
 * One training sample: patches of one photo with one noise, which share one filter set.
 *
 * @param patches number of patches K
 * @param inputSide side of the network's input in its own pixels
 * @param input [K, planes, side, side], coded as the network sees it
 * @param target [K, 3, side * packing, side * packing], coded as the network gives it
 * @param noise the numbers the network is told
 */
public record Group(int patches, int inputSide, float[] input, float[] target, float[] noise) {}
