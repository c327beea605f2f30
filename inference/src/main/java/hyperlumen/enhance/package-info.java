/** One photo from file to file: preparation, network, rendering, writing, and what it cost. */
package hyperlumen.enhance;
