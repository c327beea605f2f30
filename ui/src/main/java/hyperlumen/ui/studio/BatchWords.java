package hyperlumen.ui.studio;

import hyperlumen.ui.Figures;
import hyperlumen.ui.Texts;
import hyperlumen.ui.service.BatchService;
import java.util.List;

/** What the queue's window says about all jobs together. */
final class BatchWords {

  private final Texts texts;
  private final Figures figures;

  BatchWords(Texts texts) {
    this.texts = texts;
    figures = new Figures(texts);
  }

  /** How far a run is and when it ends; why it ended; or what became of the jobs so far. */
  String of(List<BatchService.Row> rows, BatchService.Totals totals) {
    if (totals.running()) {
      String sum = texts.get("batch.summary", totals.done(), totals.total(), totals.failed());
      return totals.secondsLeft().isPresent() && !totals.paused()
          ? sum
              + " \u00b7 "
              + texts.get("run.remaining", figures.duration(totals.secondsLeft().getAsDouble()))
          : sum;
    }
    if (!totals.sentence().isEmpty()) {
      return totals
          .reason()
          .map(reason -> texts.of(reason) + " " + totals.sentence())
          .orElse(totals.sentence());
    }
    return texts.get(
        "batch.summary",
        count(rows, BatchService.Stand.DONE),
        rows.size(),
        count(rows, BatchService.Stand.FAILED));
  }

  private static long count(List<BatchService.Row> rows, BatchService.Stand stand) {
    return rows.stream().filter(row -> row.stand() == stand).count();
  }

  /** Which photos were not queued, since they cannot be opened; empty if there are none. */
  String skipped(List<PhotoItem> photos) {
    return photos.isEmpty()
        ? ""
        : texts.get(
            "batch.skipped", String.join(", ", photos.stream().map(PhotoItem::name).toList()));
  }
}
