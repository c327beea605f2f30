package hyperlumen.app;

import hyperlumen.batch.BatchListener;
import hyperlumen.batch.Job;
import hyperlumen.batch.JobState;
import hyperlumen.batch.Report;
import hyperlumen.enhance.Forecast;
import hyperlumen.progress.Progress.Stage;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Tells people on standard error what a run does; hands on what has ended. Thread-safe. */
final class BatchConsole implements BatchListener {

  private final ConsoleProgress progress;
  private final Map<Long, String> titles = new ConcurrentHashMap<>();
  private final Consumer<Job> ended;
  private final Consumer<Long> passedOver;
  private volatile long shown = -1;

  BatchConsole(ConsoleProgress progress, Consumer<Job> ended, Consumer<Long> passedOver) {
    this.progress = progress;
    this.ended = ended;
    this.passedOver = passedOver;
  }

  /** What a job is called here, such as "3/20 tree.dng". */
  void name(long id, String title) {
    titles.put(id, title);
  }

  private String title(Job job) {
    return titles.getOrDefault(job.id(), job.order().input().getFileName().toString());
  }

  @Override
  public void started(Job job, double megapixels, String modelId, Forecast forecast) {
    shown = job.id();
    progress.begin(title(job));
    progress.line(
        String.format(
            Locale.ROOT,
            "%s: %s MPix, %s, about %s and %s",
            title(job),
            Quantity.count(megapixels),
            modelId,
            Quantity.seconds(forecast.seconds()),
            Quantity.bytes((double) forecast.memoryBytes())));
  }

  @Override
  public void advanced(Job job, Stage stage, long done, long total) {
    if (job.id() == shown) {
      progress.advance(stage, done, total);
    }
  }

  @Override
  public void noted(Job job, String sentence) {
    progress.line(title(job) + ": " + sentence);
  }

  @Override
  public void finished(Job job) {
    if (job.state() == JobState.DONE) {
      Report.Entry entry = job.report().orElseThrow();
      double network = entry.seconds().network() + entry.seconds().predict();
      progress.line(
          String.format(
              Locale.ROOT,
              "%s: done in %s, %.0f GFLOP/s",
              title(job),
              Quantity.seconds(entry.seconds().total()),
              network > 0 ? entry.flop().useful() / network / 1e9 : 0));
    } else {
      String reason = job.error().map(error -> error.message()).orElse("cancelled");
      progress.line(title(job).split(" ", 2)[0] + " failed: " + reason);
    }
    ended.accept(job);
  }

  @Override
  public void passedOver(long id) {
    progress.line(titles.getOrDefault(id, "a job") + ": left to another run");
    passedOver.accept(id);
  }
}
