package hyperlumen.ui.studio;

import hyperlumen.model.ModelException;
import hyperlumen.ui.service.Adjustments;
import hyperlumen.ui.service.BatchService;
import hyperlumen.ui.service.FakeService;
import hyperlumen.ui.service.ModelLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;

/** Models and a queue for tests of windows: fixed contents, and a memory of what was asked. */
final class FakeLibraries {

  private FakeLibraries() {}

  /** Remembers what was asked of it. */
  static final class Models implements ModelLibrary {
    final List<String> done = new CopyOnWriteArrayList<>();

    @Override
    public List<Entry> entries() {
      return List.of(
          new Entry(FakeService.ISP, false, true), new Entry(FakeService.DENOISER, false, true));
    }

    @Override
    public void setEnabled(String id, boolean enabled) {
      done.add((enabled ? "enable " : "disable ") + id);
    }

    @Override
    public void remove(String id) {
      done.add("remove " + id);
    }

    @Override
    public String addFolder(Path source) {
      return "x";
    }

    @Override
    public String addGraph(Path file, String title, String licence, OptionalInt halo)
        throws ModelException {
      done.add("graph " + file + " " + halo);
      throw new ModelException("bad.onnx was not added: it is no ONNX graph");
    }
  }

  /** One job done, one at work. */
  static final class Queue implements BatchService {
    final List<String> done = new CopyOnWriteArrayList<>();
    final List<Order> queued = new CopyOnWriteArrayList<>();

    /** Jobs behind the two that are always there. */
    volatile int waiting;

    @Override
    public void add(List<Order> orders, Path target) {
      done.add("add " + orders.size());
      queued.addAll(orders);
    }

    @Override
    public List<Row> rows() {
      List<Row> rows = new ArrayList<>();
      rows.add(row(1, "a", Stand.DONE, 1, Adjustments.DEFAULT));
      rows.add(row(2, "b", Stand.RUNNING, .4, Adjustments.DEFAULT.withNoise(2)));
      for (int i = 0; i < waiting; i++) {
        rows.add(row(3 + i, "c" + i, Stand.WAITING, 0, Adjustments.DEFAULT));
      }
      return rows;
    }

    private static Row row(long id, String name, Stand stand, double share, Adjustments set) {
      Path input = Path.of(name + ".dng");
      return new Row(
          id,
          input,
          Path.of("out", name + ".tif"),
          stand,
          share,
          "isp-fast",
          set,
          "",
          Optional.empty());
    }

    @Override
    public Totals totals() {
      return new Totals(1, 0, 2, .7, OptionalDouble.of(40), false, true, "", Optional.empty());
    }

    @Override
    public void start() {
      done.add("start");
    }

    @Override
    public void setPaused(boolean paused) {
      done.add("pause " + paused);
    }

    @Override
    public void setMemory(long bytes) {
      done.add("memory " + bytes);
    }

    @Override
    public void setThreads(int threads) {
      done.add("threads " + threads);
    }

    @Override
    public void setSidecars(boolean wanted) {
      done.add("sidecars " + wanted);
    }

    @Override
    public void report(Path file) throws IOException {
      if (!Files.isDirectory(file.getParent())) {
        throw new IOException(file + " cannot be written");
      }
      done.add("report " + file.getFileName());
    }

    @Override
    public void cancel(long id) {
      done.add("cancel " + id);
    }

    @Override
    public void retry(long id) {
      done.add("retry " + id);
    }

    @Override
    public void clear() {
      done.add("clear");
    }

    @Override
    public void stop() {
      done.add("stop");
    }
  }
}
