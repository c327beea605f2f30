/** The desktop program: entry point, settings, texts. */
package hyperlumen.ui;
