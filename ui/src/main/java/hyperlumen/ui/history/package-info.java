/** The runs of earlier sessions: what each cost and how good it was, kept in a bounded file. */
package hyperlumen.ui.history;
