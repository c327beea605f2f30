/** What the user sets for a photo: its history, and sets kept under a name. No controls. */
package hyperlumen.ui.adjust;
