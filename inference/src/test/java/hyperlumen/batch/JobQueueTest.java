package hyperlumen.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hyperlumen.enhance.EnhanceOptions;
import hyperlumen.model.ModelCard.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the queue keeps, and who gets a job. */
class JobQueueTest {

  private static final JobSettings SETTINGS =
      JobSettings.of(
          new ModelChoice(Map.of(Task.ISP, new ModelChoice.Name("isp", "ab"))),
          EnhanceOptions.defaults());

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("state/queue.sqlite");
  }

  private JobOrder order(String name) {
    return TinyPictures.order(folder.resolve(name), folder.resolve("out"), SETTINGS);
  }

  @Test
  void jobsAreThereAfterClosingWithAllThatWasAsked() throws Exception {
    Path input = Files.writeString(folder.resolve("a.png"), "twelve bytes");
    try (JobQueue queue = JobQueue.open(file())) {
      queue.add(order("a.png"));
    }
    try (JobQueue queue = JobQueue.open(file())) {
      Job job = queue.jobs().getFirst();
      assertThat(job.order()).isEqualTo(order("a.png"));
      assertThat(job.state()).isEqualTo(JobState.WAITING);
      assertThat(job.inputBytes()).isEqualTo(12);
      assertThat(job.inputModified().toEpochMilli())
          .isEqualTo(Files.getLastModifiedTime(input).toMillis());
      assertThat(job.attempts()).isZero();
      assertThat(queue.counts()).containsEntry(JobState.WAITING, 1).containsEntry(JobState.DONE, 0);
    }
  }

  @Test
  void everyJobGoesToExactlyOneOfManyRunnersOnTwoConnections() throws Exception {
    try (JobQueue one = JobQueue.open(file());
        JobQueue two = JobQueue.open(file())) {
      List<JobOrder> orders = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        orders.add(order(i + ".png"));
      }
      List<Job> jobs = one.add(orders);
      ConcurrentLinkedQueue<Long> taken = new ConcurrentLinkedQueue<>();
      List<Thread> runners = new ArrayList<>();
      for (JobQueue queue : List.of(one, two, one, two)) {
        Owner owner = Owner.here();
        runners.add(
            Thread.ofPlatform()
                .start(
                    () -> {
                      try {
                        for (Job job : jobs) {
                          queue
                              .leases(owner)
                              .claim(job.id())
                              .ifPresent(mine -> taken.add(mine.id()));
                        }
                      } catch (BatchException e) {
                        throw new IllegalStateException(e);
                      }
                    }));
      }
      for (Thread runner : runners) {
        runner.join();
      }
      assertThat(taken).containsExactlyInAnyOrderElementsOf(jobs.stream().map(Job::id).toList());
    }
  }

  @Test
  void aLeaseEndsWhenItIsNotRenewed() throws Exception {
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    Owner first = Owner.here();
    long id;
    try (JobQueue queue = JobQueue.open(file(), Clock.fixed(start, ZoneOffset.UTC))) {
      id = queue.add(order("a.png")).id();
      assertThat(queue.leases(first).claim(id)).isPresent();
      assertThat(queue.unfinished()).isEmpty();
    }
    Instant later = start.plus(JobLeases.LEASE).minusSeconds(1);
    try (JobQueue queue = JobQueue.open(file(), Clock.fixed(later, ZoneOffset.UTC))) {
      assertThat(queue.leases(Owner.here()).claim(id)).isEmpty();
      queue.leases(first).renew();
    }
    Instant past = start.plus(JobLeases.LEASE).plusSeconds(1);
    try (JobQueue queue = JobQueue.open(file(), Clock.fixed(past, ZoneOffset.UTC))) {
      assertThat(queue.leases(Owner.here()).claim(id)).isEmpty();
    }
    Instant tooLate = past.plus(Duration.ofMinutes(2));
    try (JobQueue queue = JobQueue.open(file(), Clock.fixed(tooLate, ZoneOffset.UTC))) {
      assertThat(queue.unfinished()).hasSize(1);
      Optional<Job> taken = queue.leases(Owner.here()).claim(id);
      assertThat(taken).isPresent();
      assertThat(taken.get().attempts()).isEqualTo(2);
      Job job = taken.get();
      assertThatThrownBy(() -> queue.leases(first).publishing(job, "ff"))
          .isInstanceOf(BatchException.JobLost.class);
    }
  }

  @Test
  void theLeaseOfAProcessThatEndedIsFreeAtOnce() throws Exception {
    Process ended =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
            .redirectErrorStream(true)
            .start();
    hyperlumen.write.ProcessMark here = hyperlumen.write.ProcessMark.here();
    Owner gone =
        new Owner(
            new hyperlumen.write.ProcessMark(here.host(), ended.pid(), 0),
            java.util.UUID.randomUUID());
    ended.getInputStream().readAllBytes();
    ended.waitFor();
    try (JobQueue queue = JobQueue.open(file())) {
      long id = queue.add(order("a.png")).id();
      assertThat(queue.leases(gone).claim(id)).isPresent();
      assertThat(queue.leases(Owner.here()).claim(id)).isPresent();
    }
  }

  @Test
  void aJobWhoseRunnerIsGoneIsCancelledAtOnce() throws Exception {
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    long id;
    try (JobQueue queue = JobQueue.open(file(), Clock.fixed(start, ZoneOffset.UTC))) {
      id = queue.add(order("a.png")).id();
      assertThat(queue.leases(Owner.here()).claim(id)).isPresent();
    }
    Instant later = start.plus(JobLeases.LEASE).plusSeconds(1);
    try (JobQueue queue = JobQueue.open(file(), Clock.fixed(later, ZoneOffset.UTC))) {
      queue.cancel(id);
      assertThat(queue.job(id)).map(Job::state).contains(JobState.CANCELLED);
      assertThat(queue.unfinished()).isEmpty();
      queue.retry(id);
      assertThat(queue.unfinished()).extracting(Job::id).containsExactly(id);
    }
  }

  @Test
  void anOutputBelongsToOneJobAndAHeldOneIsNotReplaced() throws Exception {
    try (JobQueue queue = JobQueue.open(file())) {
      Job old = queue.add(order("a.png"));
      Job newer = queue.add(order("a.png"));
      assertThat(newer.id()).isNotEqualTo(old.id());
      assertThat(queue.jobs()).hasSize(1);
      queue.leases(Owner.here()).claim(newer.id());
      assertThat(queue.add(order("a.png")).id()).isEqualTo(newer.id());
    }
  }

  @Test
  void cancelRetryAndRemove() throws Exception {
    Owner owner = Owner.here();
    try (JobQueue queue = JobQueue.open(file())) {
      Job waiting = queue.add(order("a.png"));
      queue.cancel(waiting.id());
      assertThat(queue.leases(owner).claim(waiting.id())).isEmpty();
      queue.retry(waiting.id());
      Job running = queue.leases(owner).claim(waiting.id()).orElseThrow();
      queue.remove(running.id());
      assertThat(queue.leases(owner).unwanted()).isEmpty();
      queue.cancel(running.id());
      assertThat(queue.leases(owner).unwanted()).containsExactly(running.id());
      queue.leases(owner).failed(running, new JobError("damaged", "a.png: is damaged"));
      Job failed = queue.job(running.id()).orElseThrow();
      assertThat(failed.state()).isEqualTo(JobState.FAILED);
      assertThat(failed.error()).contains(new JobError("damaged", "a.png: is damaged"));
      queue.remove(running.id());
      assertThat(queue.jobs()).isEmpty();
    }
  }

  @Test
  void aFileThatIsNoQueueIsRefusedInWords() throws Exception {
    Files.createDirectories(file().getParent());
    Files.writeString(
        file(), "This is a letter and not a data base, as anyone can see. ".repeat(40));
    assertThatThrownBy(() -> JobQueue.open(file()))
        .isInstanceOf(BatchException.class)
        .hasMessageContaining("queue.sqlite");
  }

  @Test
  void nothingIsLeftInTheTemporaryFolder() throws Exception {
    try (JobQueue queue = JobQueue.inMemory()) {
      queue.add(order("a.png"));
    }
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      assertThat(files.filter(file -> file.getFileName().toString().contains("sqlitejdbc")))
          .isEmpty();
    }
  }
}
