/** Scores models on pictures with known truth, through the shipped program's own runtime. */
package hyperlumen.training.evaluate;
