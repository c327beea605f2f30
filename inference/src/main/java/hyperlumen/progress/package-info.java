/** The one type through which every long call reports progress and learns that it was cancelled. */
package hyperlumen.progress;
