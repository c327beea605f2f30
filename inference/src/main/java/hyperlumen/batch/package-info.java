/**
 * Many photos: a queue that survives crashes, a runner within a memory budget, and what became of
 * every job.
 */
package hyperlumen.batch;
