package hyperlumen.batch;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The share of one of N processes that work on one data set without knowing of each other: an input
 * belongs to the shard that the SHA-256 of its place below the named folder says, so that every
 * machine comes to the same shares wherever the data set is mounted and whatever is added to it.
 *
 * @param index 1 to {@code count}
 * @param count number of shards
 */
public record Shard(int index, int count) {

  /** Everything. */
  public static final Shard ALL = new Shard(1, 1);

  /** More machines than anybody has. */
  private static final int MOST = 9999;

  private static final Pattern FORM = Pattern.compile("(auto|[0-9]{1,5})(?:/([0-9]{1,5}))?");

  public Shard {
    if (count < 1 || count > MOST || index < 1 || index > count) {
      throw new IllegalArgumentException(
          "there is no shard " + index + " of " + count + "; the second of four is 2/4");
    }
  }

  /**
   * Reads {@code 2/4}, {@code auto/4} or {@code auto}: then the index, and without a number of
   * shards that number, too, come from the variables of a Slurm array or a Kubernetes indexed job.
   *
   * @param environment of the process
   * @throws IllegalArgumentException in words for the user
   */
  public static Shard parse(String text, Map<String, String> environment) {
    Matcher form = FORM.matcher(text.toLowerCase(Locale.ROOT));
    if (!form.matches() || (form.group(2) == null && !form.group(1).equals("auto"))) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a shard; the second of four is 2/4, in an array job auto");
    }
    Optional<Integer> count = Optional.ofNullable(form.group(2)).map(Integer::valueOf);
    return form.group(1).equals("auto")
        ? ofArray(count, environment)
        : new Shard(Integer.parseInt(form.group(1)), count.orElseThrow());
  }

  private static Shard ofArray(Optional<Integer> count, Map<String, String> environment) {
    if (environment.containsKey("SLURM_ARRAY_TASK_ID")) {
      return ofSlurm(count, environment);
    }
    if (environment.containsKey("JOB_COMPLETION_INDEX")) {
      return new Shard(
          number("JOB_COMPLETION_INDEX", environment) + 1,
          count.orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "Kubernetes does not tell a job how many there are; write --shard auto/N")));
    }
    throw new IllegalArgumentException(
        "--shard auto needs SLURM_ARRAY_TASK_ID or JOB_COMPLETION_INDEX in the environment");
  }

  /**
   * The task's place among those that the array has; that is no place among the shards where the
   * array has gaps or another number of tasks, as one has that does some tasks again.
   */
  private static Shard ofSlurm(Optional<Integer> count, Map<String, String> environment) {
    int id = number("SLURM_ARRAY_TASK_ID", environment);
    int least = number("SLURM_ARRAY_TASK_MIN", environment);
    int tasks = number("SLURM_ARRAY_TASK_COUNT", environment);
    int step =
        environment.containsKey("SLURM_ARRAY_TASK_STEP")
            ? Math.max(1, number("SLURM_ARRAY_TASK_STEP", environment))
            : 1;
    boolean gaps =
        environment.containsKey("SLURM_ARRAY_TASK_MAX")
            && (number("SLURM_ARRAY_TASK_MAX", environment) - least) / step + 1 != tasks;
    if (gaps || count.orElse(tasks) != tasks) {
      throw new IllegalArgumentException(
          "this Slurm array has "
              + tasks
              + (gaps ? " tasks with gaps between them" : tasks == 1 ? " task" : " tasks")
              + count.map(shards -> " for " + shards + " shards").orElse("")
              + ", so its tasks do not tell their shards; name each, as in --shard 6/32");
    }
    return new Shard((id - least) / step + 1, tasks);
  }

  private static int number(String name, Map<String, String> environment) {
    try {
      return Integer.parseInt(environment.getOrDefault(name, ""));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          name + " is '" + environment.getOrDefault(name, "") + "', which is no number", e);
    }
  }

  /** Whether an input belongs to it; the name is its relative path with slashes. */
  public boolean contains(String name) {
    byte[] hash = FileHash.digest().digest(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    long number = 0;
    for (int i = 0; i < 7; i++) {
      number = (number << 8) | (hash[i] & 0xff);
    }
    return number % count == index - 1;
  }
}
