/**
 * Photographs as values: mosaics, rasters, levels, metadata. The ground floor: no input or output
 * here, and nothing above is known.
 */
package hyperlumen.photo;
