/** The picture viewer: zoom and pan, split slider, side by side, flip, difference. */
package hyperlumen.ui.viewer;
