package hyperlumen.batch;

import java.util.OptionalDouble;

/**
 * How far a run is.
 *
 * @param done jobs that are done
 * @param failed jobs that failed
 * @param cancelled jobs that were cancelled or passed over
 * @param total jobs of the run
 * @param share of the work done, 0 to 1, by size of the inputs, parts of running jobs included
 * @param secondsLeft at the pace so far; empty before there is one
 * @param paused whether it stands still
 */
public record BatchProgress(
    int done,
    int failed,
    int cancelled,
    int total,
    double share,
    OptionalDouble secondsLeft,
    boolean paused) {}
