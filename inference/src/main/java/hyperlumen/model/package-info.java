/** Trained models as folders: two graphs, a card, and a hash (docs/model-format.md). */
package hyperlumen.model;
