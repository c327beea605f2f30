/** What the window asks of the rest of the program: models, photos, enhancing, saving. */
package hyperlumen.ui.service;
