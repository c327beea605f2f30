/** Photos for training, and the noise that is put on them (docs/models.md says how). */
package hyperlumen.training.data;
