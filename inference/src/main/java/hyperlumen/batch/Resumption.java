package hyperlumen.batch;

import hyperlumen.write.Leftovers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is left to do of an order that may have been done before: an output counts as finished only
 * if its bytes have the hash that the queue noted when it was written.
 */
public final class Resumption {

  private Resumption() {}

  /** What to do with an order. */
  public sealed interface Decision {}

  /** It is finished: the output is, byte for byte, what was written. */
  public record Finished(Job job) implements Decision {}

  /** Its job of before is taken up again, with the tile and the options of before. */
  public record Again(Job job) implements Decision {}

  /** It has to be queued. */
  public record New(JobOrder order) implements Decision {}

  /** What stands under the output's name is not this order's result and is not to be replaced. */
  public record Refused(JobError error) implements Decision {}

  /** Another run is working on it. */
  public record Elsewhere() implements Decision {}

  /** Decides; notes in the queue what turns out to be finished or has to be done again. */
  public static Decision decide(JobQueue queue, JobOrder order) throws BatchException {
    boolean exists = Files.exists(order.output());
    boolean replace = order.settings().overwrite();
    Optional<Job> before = queue.find(order.output());
    if (before.isEmpty()) {
      return exists && !replace
          ? refused(order, "exists, and the queue knows nothing of it; --overwrite replaces it")
          : new New(order);
    }
    Job job = before.get();
    if (queue.isHeld(job.id())) {
      return new Elsewhere();
    }
    if (!isSamePicture(job, order)) {
      return exists && !replace
          ? refused(
              order,
              "exists, made with other settings or of another photo; --overwrite replaces it")
          : new New(order);
    }
    if (exists && isAsWritten(job)) {
      queue.recognised(job, entry(job));
      return new Finished(queue.job(job.id()).orElse(job));
    }
    if (exists && !replace) {
      return refused(order, "exists, but not as it was written; --overwrite replaces it");
    }
    if (!isUntouched(job)) {
      return new New(order); // The same bytes with another date.
    }
    queue.reopen(job, order.settings().overwrite());
    return new Again(queue.job(job.id()).orElse(job));
  }

  /**
   * What is left to do of unfinished jobs after a run that may have been killed: one whose output
   * was published already, which the run could not note any more, is noted as done, and hidden
   * files of outputs that nobody finishes are removed.
   */
  public static List<Job> left(JobQueue queue, List<Job> unfinished) throws BatchException {
    Set<Path> folders = new LinkedHashSet<>();
    List<Job> left = new ArrayList<>();
    for (Job job : unfinished) {
      folders.add(job.order().output().toAbsolutePath().getParent());
      // Only what was begun may be finished.
      if (job.outputSha256().isEmpty() || !(decide(queue, job.order()) instanceof Finished)) {
        left.add(job);
      }
    }
    removeLeftovers(folders);
    return left;
  }

  /**
   * Removes what killed runs left in folders, not in those below them; a folder that is not there
   * has nothing left.
   */
  public static void removeLeftovers(Set<Path> folders) throws BatchException {
    for (Path folder : folders) {
      try {
        if (Files.isDirectory(folder)) {
          Leftovers.remove(folder);
        }
      } catch (IOException e) {
        throw new BatchException(folder + " cannot be listed: " + e.getMessage(), e);
      }
    }
  }

  private static Refused refused(JobOrder order, String reason) {
    return new Refused(new JobError("exists", order.output().getFileName() + ": " + reason));
  }

  private static boolean isSamePicture(Job job, JobOrder order) {
    return job.order().input().equals(order.input())
        && job.order().settings().givesTheSameAs(order.settings())
        && (isUntouched(job) || hasHash(order.input(), job.inputSha256()));
  }

  private static boolean isUntouched(Job job) {
    try {
      BasicFileAttributes now =
          Files.readAttributes(job.order().input(), BasicFileAttributes.class);
      return now.size() == job.inputBytes()
          && now.lastModifiedTime().toMillis() == job.inputModified().toEpochMilli();
    } catch (IOException e) {
      return true; // Its medium is away; the runner waits for it.
    }
  }

  private static boolean isAsWritten(Job job) {
    return hasHash(job.order().output(), job.outputSha256());
  }

  private static boolean hasHash(Path file, Optional<String> hash) {
    try {
      return hash.isPresent() && FileHash.of(file).equals(hash.get());
    } catch (IOException e) {
      return false;
    }
  }

  private static Report.Entry entry(Job job) {
    return job.report()
        .orElseGet(
            () ->
                Report.Entry.recognised(
                    job.order().input().toString(),
                    job.order().output().toString(),
                    new Report.Hashes(
                        job.inputSha256().orElse(null), job.outputSha256().orElse(null))));
  }
}
