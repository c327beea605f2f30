package hyperlumen.batch.report;

import hyperlumen.batch.BatchException;
import hyperlumen.batch.Report;
import hyperlumen.batch.Report.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The reports of several shards as one: sorted by input, as one run over all inputs would be. */
public final class ReportMerge {

  private ReportMerge() {}

  /**
   * Merges reports. Of an input in several of them the one that is done counts.
   *
   * @throws BatchException if one input was done twice with different results
   */
  public static Report of(List<Report> reports) throws BatchException {
    if (reports.isEmpty()) {
      throw new IllegalArgumentException("nothing to merge");
    }
    Map<String, Entry> byInput = new TreeMap<>();
    for (Report report : reports) {
      for (Entry entry : report.files()) {
        Entry other = byInput.get(entry.input());
        byInput.put(entry.input(), other == null ? entry : better(other, entry));
      }
    }
    return new Report(
        Report.SCHEMA, reports.getFirst().machine(), new ArrayList<>(byInput.values()));
  }

  private static Entry better(Entry a, Entry b) throws BatchException {
    boolean both = a.status().equals("done") && b.status().equals("done");
    if (both
        && a.hashes() != null
        && b.hashes() != null
        && !Objects.equals(a.hashes().output(), b.hashes().output())) {
      throw new BatchException(a.input() + " was done twice, with different results");
    }
    return a.status().equals("done") || !b.status().equals("done") ? a : b;
  }
}
