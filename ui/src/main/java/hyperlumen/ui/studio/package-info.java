/** The main window: what it knows ({@link hyperlumen.ui.studio.StudioModel}) and what it shows. */
package hyperlumen.ui.studio;
