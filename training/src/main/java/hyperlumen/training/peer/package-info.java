/** The same weights in PyTorch, as a measure of our own runtime. */
package hyperlumen.training.peer;
