/**
 * How near pictures in the window are to a reference, whole and in a region, measured in the
 * background.
 */
package hyperlumen.ui.quality;
