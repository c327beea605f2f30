/** The desktop program: settings, texts and figures. */
package hyperlumen.ui;
