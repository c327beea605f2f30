/**
 * Runs models: engine and sessions, windows and filter prediction, tiles, memory budget.
 *
 * <p>A photo's filters are predicted once, baked into the forward graph as constants, and the tiles
 * are run with them; see docs/architecture.md.
 */
package hyperlumen.runtime;
