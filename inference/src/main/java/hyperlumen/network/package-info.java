/**
 * Networks as data: layer lists, HyperConvolution, cost, halo, ONNX graphs. Mathematics only: no
 * files, no runtime, no photos.
 *
 * <p>Everything about a network (parameters, FLOP, receptive field, alignment, both ONNX graphs and
 * the layers the training module differentiates) follows from one {@link
 * hyperlumen.network.Network}. Sizes here are in the network's own input pixels: for a packed
 * network one of them is 2x2 photo pixels.
 */
package hyperlumen.network;
