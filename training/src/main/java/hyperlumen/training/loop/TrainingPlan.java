package hyperlumen.training.loop;

import hyperlumen.network.NetworkSpec;
import hyperlumen.network.SignalCode;
import java.nio.file.Path;
import java.util.List;

/**
 * What is trained and how; stored beside the checkpoint.
 *
 * @param task {@code denoise}, {@code isp} (to linear camera RGB) or {@code isp-display} (to sRGB)
 * @param spec the network
 * @param steps optimiser steps of the whole schedule, at most
 * @param minutes of the whole schedule, at most; 0 counts steps only
 * @param groups groups per step, each with its own filters
 * @param patches patches per group, which share their filters
 * @param side side of a patch in photo pixels: the window at run time
 * @param learningRate at the end of the warm-up
 * @param dropout share of the pooled features that is dropped at random
 * @param loss what is minimised
 * @param msSsim weight of 1 - MS-SSIM beside that loss; 0 leaves it out
 * @param seed of the parameters and of the data
 * @param folder receives checkpoint and log
 */
public record TrainingPlan(
    String task,
    NetworkSpec spec,
    int steps,
    double minutes,
    int groups,
    int patches,
    int side,
    double learningRate,
    double dropout,
    Loss loss,
    double msSsim,
    long seed,
    Path folder) {

  private static final List<String> TASKS = List.of("denoise", "isp", "isp-display");

  /** Steps over which the learning rate rises from 0. */
  private static final int WARM_UP = 300;

  /** The last step's learning rate relative to the highest. */
  private static final double LEAST = 0.01;

  public TrainingPlan {
    if (!TASKS.contains(task)) {
      throw new IllegalArgumentException("a task is one of " + TASKS + ", not " + task);
    }
    if (side % 16 != 0) {
      throw new IllegalArgumentException("the side of a patch is a multiple of 16, not " + side);
    }
  }

  /** Learning rate of a step: linear warm-up, then half a cosine over steps or time. */
  public double rate(int step, double seconds) {
    double warm = Math.min(1, (step + 1) / (double) WARM_UP);
    double along = Math.min(1, step / (double) steps);
    if (minutes > 0) {
      along = Math.clamp(seconds / (60 * minutes), along, 1);
    }
    return learningRate * warm * (LEAST + (1 - LEAST) * (1 + Math.cos(Math.PI * along)) / 2);
  }

  /** Whether the schedule ends after that many steps and seconds. */
  boolean over(int done, double seconds) {
    return done >= steps || (minutes > 0 && seconds >= 60 * minutes);
  }

  /** The command that repeats the run, on photos in {@code PHOTOS}. */
  public String command() {
    return String.format(
        java.util.Locale.ROOT,
        "./hyperlumen train --task %s --network %s --photos PHOTOS --run RUN --steps %d --minutes"
            + " %s --groups %d --patches %d --side %d --rate %s --dropout %s --loss %s --ms-ssim %s"
            + " --seed %d",
        task,
        spec.text(),
        steps,
        minutes,
        groups,
        patches,
        side,
        learningRate,
        dropout,
        loss.option(),
        msSsim,
        seed);
  }

  /** How light is coded in the network's output. */
  public SignalCode code() {
    return task.equals("isp") ? SignalCode.SQUARE_ROOT : SignalCode.LINEAR;
  }
}
