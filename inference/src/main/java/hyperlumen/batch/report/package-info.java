/** Reports of batches as JSON, CSV and one self-contained page, and what they add up to. */
package hyperlumen.batch.report;
