package hyperlumen.app;

import hyperlumen.batch.BatchException;
import hyperlumen.batch.BatchRunner;
import hyperlumen.batch.Job;
import hyperlumen.batch.JobError;
import hyperlumen.batch.JobOrder;
import hyperlumen.batch.JobQueue;
import hyperlumen.batch.JobSettings;
import hyperlumen.batch.JobState;
import hyperlumen.batch.References;
import hyperlumen.batch.Report;
import hyperlumen.batch.Resumption;
import hyperlumen.batch.RunnerOptions;
import hyperlumen.batch.Sidecar;
import hyperlumen.model.ModelStore;
import hyperlumen.photo.PhotoException;
import hyperlumen.progress.CancelledException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Queues a list of photos and works through them; one that fails does not stop the others. Results
 * are printed and reported in the order of the list, whichever was finished first.
 */
final class EnhanceRun {

  private final JobQueue queue;
  private final ModelStore store;
  private final RunnerOptions options;
  private final References references;
  private final ConsoleProgress progress;
  private final PrintWriter out;
  private final boolean sidecars;

  private final Map<Long, Integer> places = new HashMap<>();
  private List<Item> items = List.of();
  private Report.Entry[] entries = {};
  private int printed;
  private int code = ExitCode.OK;

  EnhanceRun(
      JobQueue queue,
      ModelStore store,
      RunnerOptions options,
      References references,
      ConsoleProgress progress,
      PrintWriter out,
      boolean sidecars) {
    this.queue = queue;
    this.store = store;
    this.options = options;
    this.references = references;
    this.progress = progress;
    this.out = out;
    this.sidecars = sidecars;
  }

  /** One photo and where its result goes, as the user named them. */
  record Item(Path input, Path output) {}

  /** What became of all of them. */
  record Result(List<Report.Entry> entries, int code) {}

  /**
   * Does the photos.
   *
   * @param root the output folder
   * @param resume whether outputs that exist are verified instead of being skipped
   */
  Result all(List<Item> list, Path root, JobSettings settings, boolean resume) throws IOException {
    begin(list);
    Files.createDirectories(root);
    removeLeftovers(root);
    List<JobOrder> orders = new ArrayList<>();
    List<Integer> orderPlaces = new ArrayList<>();
    List<Job> jobs = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      Item item = list.get(i);
      JobOrder order = new JobOrder(item.input(), root, item.output(), settings);
      if (resume) {
        switch (Resumption.decide(queue, order)) {
          case Resumption.New wanted -> {
            orders.add(wanted.order());
            orderPlaces.add(i);
          }
          case Resumption.Again again -> {
            jobs.add(again.job());
            places.put(again.job().id(), i);
          }
          case Resumption.Finished finished -> {
            progress.line(title(i) + ": finished before, and its hash is right");
            finished(i, finished.job(), true);
          }
          case Resumption.Refused refused -> fail(i, refused.error());
          case Resumption.Elsewhere elsewhere -> {
            progress.line(title(i) + ": left to another run");
            put(i, skipped(i));
          }
        }
      } else if (!settings.overwrite() && Files.exists(item.output())) {
        progress.line(
            title(i) + ": skipped, " + item.output() + " exists (--overwrite replaces it)");
        put(i, skipped(i));
      } else {
        orders.add(order);
        orderPlaces.add(i);
      }
    }
    List<Job> added = queue.add(orders);
    for (int k = 0; k < added.size(); k++) {
      places.put(added.get(k).id(), orderPlaces.get(k));
    }
    jobs.addAll(added);
    return work(jobs);
  }

  /** Does whatever the queue still holds, with the options of then. */
  Result rest() throws IOException {
    List<Job> jobs = new ArrayList<>();
    List<Item> list = new ArrayList<>();
    for (Job job : queue.unfinished()) {
      JobOrder order = job.order();
      if (Files.isDirectory(order.root())) {
        removeLeftovers(order.root());
      }
      places.put(job.id(), list.size());
      list.add(new Item(order.input(), order.output()));
      jobs.add(job);
    }
    begin(list);
    for (int i = 0; i < jobs.size(); i++) {
      Job job = jobs.get(i);
      // A killed run may have published the output without having noted that.
      switch (Resumption.decide(queue, job.order())) {
        case Resumption.Finished finished -> {
          progress.line(title(i) + ": was finished, and its hash is right");
          finished(i, finished.job(), true);
        }
        case Resumption.Refused refused -> fail(i, refused.error());
        default -> {
          continue;
        }
      }
    }
    jobs.removeIf(job -> entries[places.get(job.id())] != null);
    return work(jobs);
  }

  private void begin(List<Item> list) {
    items = List.copyOf(list);
    entries = new Report.Entry[list.size()];
  }

  private Result work(List<Job> jobs) {
    BatchConsole console = new BatchConsole(progress, this::ended, this::passedOver);
    jobs.sort(java.util.Comparator.comparing(job -> places.get(job.id())));
    for (Job job : jobs) {
      console.name(job.id(), title(places.get(job.id())));
    }
    BatchRunner runner = new BatchRunner(queue, store, options, console, Interruption::isWanted);
    runner.submit(jobs);
    BatchRunner.Result result = runner.run();
    if (result.obstacle().isPresent()) {
      progress.line("stopped: " + result.obstacle().get().message());
      code = ExitCode.FAILED;
    } else if (result.interrupted()) {
      progress.line("interrupted; the same command with --resume continues");
      code = ExitCode.INTERRUPTED;
    }
    return new Result(Arrays.stream(entries).filter(Objects::nonNull).toList(), code);
  }

  private String title(int place) {
    return (place + 1) + "/" + items.size() + " " + items.get(place).input().getFileName();
  }

  private Report.Entry skipped(int place) {
    Item item = items.get(place);
    return Report.Entry.skipped(item.input().toString(), item.output().toString());
  }

  private void fail(int place, JobError error) {
    progress.line((place + 1) + "/" + items.size() + " failed: " + error.message());
    Item item = items.get(place);
    put(place, Report.Entry.failed(item.input().toString(), item.output().toString(), error));
  }

  private void passedOver(long id) {
    put(places.get(id), skipped(places.get(id)));
  }

  private void ended(Job job) {
    int place = places.get(job.id());
    Item item = items.get(place);
    if (job.state() == JobState.DONE) {
      finished(place, job, false);
    } else {
      JobError error =
          job.error().orElse(new JobError("cancelled", item.input().getFileName() + ": cancelled"));
      put(place, Report.Entry.failed(item.input().toString(), item.output().toString(), error));
    }
  }

  /** Notes a photo that is done, beside it too if that is wanted. */
  private void finished(int place, Job job, boolean before) {
    Report.Entry entry = job.report().orElseThrow();
    // What a run of before wrote knows the cost, which a recognised result does not.
    if (sidecars && !(before && Files.exists(Sidecar.beside(job.order().output())))) {
      try {
        Sidecar.write(job, entry, Version.software());
      } catch (PhotoException e) {
        progress.line(title(place) + ": done, but " + e.getMessage());
        code = ExitCode.FAILED;
      }
    }
    put(place, entry);
  }

  /** Takes an entry down and prints what is complete up to here. */
  private void put(int place, Report.Entry entry) {
    Report.Entry measured = entry.status().equals("done") ? measured(place, entry) : entry;
    synchronized (this) {
      entries[place] = measured;
      if (measured.status().equals("failed")) {
        code = ExitCode.FAILED;
      }
      while (printed < entries.length && entries[printed] != null) {
        if (entries[printed].status().equals("done")) {
          out.println(items.get(printed).output());
          out.flush();
        }
        printed++;
      }
    }
  }

  private Report.Entry measured(int place, Report.Entry entry) {
    Item item = items.get(place);
    Report.Entry named = entry.named(item.input().toString(), item.output().toString());
    try {
      return named.measured(
          references.metrics(item.input(), item.output()), references.baselines(item.input()));
    } catch (PhotoException e) {
      // The photo itself is done; only the comparison is missing.
      progress.line(title(place) + ": not compared, " + e.getMessage());
      return named;
    } catch (CancelledException e) {
      return named;
    }
  }

  /** Removes what killed runs left in the folders of the outputs. */
  private void removeLeftovers(Path root) throws BatchException {
    Set<Path> folders = new LinkedHashSet<>();
    folders.add(root);
    for (Item item : items) {
      folders.add(item.output().toAbsolutePath().getParent());
    }
    Resumption.removeLeftovers(folders);
  }
}
