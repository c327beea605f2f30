/** The training loop: optimiser, schedule, checkpoints, log. */
package hyperlumen.training.loop;
