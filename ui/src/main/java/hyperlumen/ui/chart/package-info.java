/** Scatter charts: laid out once, drawn in the window and written as SVG alike. */
package hyperlumen.ui.chart;
