/**
 * Pictures as the viewer sees them: stored samples, tiles at powers of two, a bounded cache.
 * Nothing here needs the JavaFX toolkit.
 */
package hyperlumen.ui.image;
