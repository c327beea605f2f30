/** The networks with gradients: PyTorch through DJL executes the same layer lists. */
package hyperlumen.training.torch;
