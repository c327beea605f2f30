package hyperlumen.batch;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Counts the jobs of a run and estimates how long the rest will take. Thread-safe. */
final class PaceMeter {

  /** Below this share of the work the pace says nothing. */
  private static final double LEAST_SHARE = 0.01;

  private final Map<Long, Long> weights = new HashMap<>();
  private final Map<Long, Double> parts = new HashMap<>();
  private double finishedWeight;
  private int done;
  private int failed;
  private int cancelled;
  private long busyNanos;
  private long busySince;
  private boolean paused;

  PaceMeter() {
    busySince = System.nanoTime();
  }

  /** A job belongs to the run; its input's size stands for its work. */
  synchronized void add(Job job) {
    weights.put(job.id(), Math.max(1, job.inputBytes()));
  }

  synchronized void advanced(long id, double part) {
    parts.put(id, part);
  }

  /** A job is over; null: it was passed over. */
  synchronized void finished(long id, JobState state) {
    parts.remove(id);
    if (state == JobState.WAITING) {
      return; // It was given back and is still to be done.
    }
    finishedWeight += weights.getOrDefault(id, 0L);
    if (state == JobState.DONE) {
      done++;
    } else if (state == JobState.FAILED) {
      failed++;
    } else {
      cancelled++;
    }
  }

  synchronized void setPaused(boolean pause) {
    long now = System.nanoTime();
    if (pause && !paused) {
      busyNanos += now - busySince;
    } else if (!pause && paused) {
      busySince = now;
    }
    paused = pause;
  }

  synchronized BatchProgress progress() {
    double all = 0;
    for (long weight : weights.values()) {
      all += weight;
    }
    double ready = finishedWeight;
    for (Map.Entry<Long, Double> part : parts.entrySet()) {
      ready += part.getValue() * weights.getOrDefault(part.getKey(), 0L);
    }
    double share = all > 0 ? Math.min(1, ready / all) : 1;
    double seconds = (busyNanos + (paused ? 0 : System.nanoTime() - busySince)) / 1e9;
    OptionalDouble left =
        share < LEAST_SHARE
            ? OptionalDouble.empty()
            : OptionalDouble.of(seconds * (1 - share) / share);
    return new BatchProgress(done, failed, cancelled, weights.size(), share, left, paused);
  }
}
