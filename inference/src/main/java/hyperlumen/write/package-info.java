/**
 * Pictures become files: pulled band by band, encoded in parallel, and under their final name only
 * when they are whole.
 */
package hyperlumen.write;
