/**
 * The main window: entry point ({@link hyperlumen.ui.studio.StudioApplication}), what it knows
 * ({@link hyperlumen.ui.studio.StudioModel}) and what it shows.
 */
package hyperlumen.ui.studio;
