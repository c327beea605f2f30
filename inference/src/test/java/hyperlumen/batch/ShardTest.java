package hyperlumen.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who does what when N processes share a data set. */
class ShardTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 100})
  void everyInputBelongsToExactlyOneShardAndTheSharesAreAboutEqual(int count) {
    int[] sizes = new int[count];
    for (int k = 0; k < 3000; k++) {
      int owners = 0;
      for (int i = 1; i <= count; i++) {
        if (new Shard(i, count).contains("folder/IMG_" + k + ".dng")) {
          owners++;
          sizes[i - 1]++;
        }
      }
      assertThat(owners).isEqualTo(1);
    }
    double mean = 3000.0 / count;
    for (int size : sizes) {
      assertThat((double) size).isBetween(mean - 6 * Math.sqrt(mean), mean + 6 * Math.sqrt(mean));
    }
  }

  /** The seventh byte is the last of the number whose remainder counts. */
  @Test
  void theAssignmentIsThatOfTheHash() {
    assertThat(new Shard(2, 2).contains("a.png")).isEqualTo(odd("a.png"));
    assertThat(new Shard(1, 2).contains("a.png")).isEqualTo(!odd("a.png"));
  }

  private static boolean odd(String name) {
    byte[] bytes = name.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return (FileHash.digest().digest(bytes)[6] & 1) == 1;
  }

  @Test
  void theIndexComesFromTheArgumentOrTheArraysVariables() {
    assertThat(Shard.parse("2/4", Map.of())).isEqualTo(new Shard(2, 4));
    Map<String, String> slurm =
        Map.of(
            "SLURM_ARRAY_TASK_ID", "14",
            "SLURM_ARRAY_TASK_MIN", "10",
            "SLURM_ARRAY_TASK_STEP", "2",
            "SLURM_ARRAY_TASK_COUNT", "5");
    assertThat(Shard.parse("auto", slurm)).isEqualTo(new Shard(3, 5));
    assertThat(Shard.parse("auto/8", Map.of("JOB_COMPLETION_INDEX", "0")))
        .isEqualTo(new Shard(1, 8));
  }

  /** Task 5 of an array of 32 that is done again alone is not the first shard. */
  @Test
  void anArrayWhoseTasksDoNotTellTheirShardsIsRefused() {
    Map<String, String> again =
        Map.of(
            "SLURM_ARRAY_TASK_ID", "5",
            "SLURM_ARRAY_TASK_MIN", "5",
            "SLURM_ARRAY_TASK_MAX", "5",
            "SLURM_ARRAY_TASK_COUNT", "1");
    assertThatThrownBy(() -> Shard.parse("auto/32", again))
        .hasMessage(
            "this Slurm array has 1 task for 32 shards, so its tasks do not tell their shards; name"
                + " each, as in --shard 6/32");
    Map<String, String> gaps =
        Map.of(
            "SLURM_ARRAY_TASK_ID", "3",
            "SLURM_ARRAY_TASK_MIN", "0",
            "SLURM_ARRAY_TASK_MAX", "7",
            "SLURM_ARRAY_TASK_COUNT", "4");
    assertThatThrownBy(() -> Shard.parse("auto", gaps)).hasMessageContaining("with gaps");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "2", "0/2", "3/2", "1/0", "a/b", "-1/2", "1/99999", "auto", "auto/2", "1/2/3"})
  void everythingElseIsRefusedInWords(String text) {
    assertThatThrownBy(() -> Shard.parse(text, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isNotBlank();
  }

  @Test
  void kubernetesNeedsTheNumberOfShards() {
    assertThatThrownBy(() -> Shard.parse("auto", Map.of("JOB_COMPLETION_INDEX", "1")))
        .hasMessageContaining("auto/N");
  }
}
