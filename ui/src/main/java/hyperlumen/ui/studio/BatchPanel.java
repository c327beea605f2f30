package hyperlumen.ui.studio;

import atlantafx.base.theme.Styles;
import hyperlumen.ui.Texts;
import hyperlumen.ui.service.BatchService;
import hyperlumen.write.OutputFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * The queue: every job with its progress, all together with the time left; pause, cancel, retry,
 * open the folder. Looks at the queue in the background while it is shown. For the FX thread.
 */
final class BatchPanel extends BorderPane {

  private static final Duration LOOKS = Duration.millis(700);

  private final StudioModel model;
  private final BatchService batch;
  private final QueueActions actions;
  private final Executor fx;
  private final Executor background;
  private final Texts texts;
  private final BatchWords words;
  private final ListView<BatchService.Row> list = new ListView<>();
  private final ProgressBar overall = new ProgressBar(0);
  private final Label summary = new Label();
  private final Button pause = new Button();
  private final Button start = new Button();
  private final Button clear;
  private final Button report;
  private final Timeline timer = new Timeline();
  private boolean looking;

  /** What went wrong with the last thing asked for; empty if nothing did. */
  private String said = "";

  /**
   * The panel.
   *
   * @param actions ask for files
   */
  BatchPanel(StudioModel model, BatchService batch, QueueActions actions, Texts texts) {
    this.model = model;
    this.batch = batch;
    this.actions = actions;
    this.texts = texts;
    fx = model.threads().fx();
    background = model.threads().thumbnailer();
    words = new BatchWords(texts);
    list.setId("batch-list");
    list.setAccessibleText(texts.get("batch.list"));
    list.setCellFactory(l -> new BatchCell(texts));
    list.setPlaceholder(new Label(texts.get("batch.empty")));
    list.setPrefSize(680, 340);
    list.getStyleClass().add("batch-list");
    getStyleClass().add("batch-panel");
    overall.setId("batch-progress");
    overall.setMaxWidth(Double.MAX_VALUE);
    summary.setId("batch-summary");
    summary.setWrapText(true);
    Button add = button("batch-add", "batch.add", () -> add(actions.askFolder()));
    add.disableProperty().bind(Bindings.isEmpty(model.photos()));
    start.setId("batch-start");
    start.setText(texts.get("batch.start"));
    start.getStyleClass().add(Styles.ACCENT);
    start.setOnAction(e -> work(batch::start));
    pause.setId("batch-pause");
    pause.setText(texts.get("batch.pause"));
    pause.setOnAction(e -> work(() -> batch.setPaused(!batch.totals().paused())));
    Spinner<Integer> threads = new Spinner<>(1, Runtime.getRuntime().availableProcessors(), 1);
    threads.setId("batch-threads");
    threads.getValueFactory().setValue(Runtime.getRuntime().availableProcessors());
    threads.getEditor().setAccessibleText(texts.get("batch.threads"));
    threads.setPrefWidth(80);
    threads.valueProperty().addListener((o, was, is) -> work(() -> batch.setThreads(is)));
    Label threadsName = new Label(texts.get("batch.threads"));
    threadsName.setLabelFor(threads);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox top = new HBox(8, add, start, pause, gap, threadsName, threads);
    top.setAlignment(Pos.CENTER_LEFT);
    Button cancel = button("batch-cancel", "batch.cancel", () -> onSelected(batch::cancel));
    Button retry = button("batch-retry", "batch.retry", () -> onSelected(batch::retry));
    Button open = button("batch-folder", "notice.openFolder", this::openFolder);
    clear = button("batch-clear", "batch.clear", () -> work(batch::clear));
    clear.setDisable(true);
    report = button("batch-report", "batch.report", actions::report);
    report.setDisable(true);
    CheckBox sidecars = new CheckBox(texts.get("batch.sidecars"));
    sidecars.setId("batch-sidecars");
    sidecars.setTooltip(new Tooltip(texts.get("batch.sidecars.tip")));
    sidecars.selectedProperty().bindBidirectional(actions.sidecarsProperty());
    ReadOnlyObjectProperty<BatchService.Row> chosen =
        list.getSelectionModel().selectedItemProperty();
    disableUnless(cancel, chosen, row -> !row.stand().isOver());
    disableUnless(retry, chosen, row -> row.stand().canBeRetried());
    disableUnless(open, chosen, row -> true);
    Region between = new Region();
    HBox.setHgrow(between, Priority.ALWAYS);
    HBox selected = new HBox(8, cancel, retry, open, between, clear, report);
    VBox bottom =
        new VBox(
            8,
            overall,
            summary,
            new ResultFormat(actions.formatProperty(), texts),
            sidecars,
            selected);
    top.getStyleClass().add("batch-bar");
    bottom.getStyleClass().add("batch-bar");
    setTop(top);
    setCenter(list);
    setBottom(bottom);
    timer.getKeyFrames().add(new KeyFrame(LOOKS, e -> look()));
    timer.setCycleCount(Animation.INDEFINITE);
    sceneProperty()
        .addListener(
            (o, was, is) -> {
              if (is == null) {
                timer.stop();
              } else {
                timer.play();
              }
            });
    look();
  }

  /** What cannot be done with the chosen job, or with none, is not offered. */
  private static void disableUnless(
      Button button,
      ObservableValue<BatchService.Row> chosen,
      Predicate<BatchService.Row> possible) {
    button.disableProperty().bind(chosen.map(row -> !possible.test(row)).orElse(true));
  }

  private Button button(String id, String key, Runnable action) {
    Button button = new Button(texts.get(key));
    button.setId(id);
    button.setOnAction(e -> action.run());
    return button;
  }

  /** What the panel shows at present. */
  List<BatchService.Row> rows() {
    return List.copyOf(list.getItems());
  }

  /** Queues all opened photos with their settings; null queues none. */
  void add(Path folder) {
    if (folder == null) {
      return;
    }
    Optional<OutputFormat> format = actions.formatProperty().get();
    Map<Boolean, List<PhotoItem>> photos =
        model.photos().stream()
            .collect(
                Collectors.partitioningBy(
                    item -> item.stateProperty().get() == PhotoItem.State.FAILED));
    List<BatchService.Order> orders =
        photos.get(false).stream().map(item -> model.order(item).withFormat(format)).toList();
    long memory = model.memory();
    work(
        () -> {
          batch.setMemory(memory);
          batch.add(orders, folder);
        });
    said = words.skipped(photos.get(true));
  }

  private void openFolder() {
    BatchService.Row row = list.getSelectionModel().getSelectedItem();
    if (row != null) {
      Desktop.open(row.output().getParent());
    }
  }

  /** Something asked of the queue. */
  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  /** Something asked of one job. */
  @FunctionalInterface
  private interface JobWork {
    void run(long id) throws IOException;
  }

  private void onSelected(JobWork wish) {
    BatchService.Row row = list.getSelectionModel().getSelectedItem();
    if (row != null) {
      work(() -> wish.run(row.id()));
    }
  }

  private void work(Work wish) {
    said = "";
    background.execute(
        () -> {
          try {
            wish.run();
            fx.execute(this::look);
          } catch (IOException | RuntimeException e) {
            fx.execute(() -> fail(e));
          }
        });
  }

  private void fail(Exception e) {
    said = String.valueOf(e.getMessage());
    look();
  }

  /** Looks at the queue, unless a look is under way. */
  private void look() {
    if (looking) {
      return;
    }
    looking = true;
    background.execute(
        () -> {
          try {
            List<BatchService.Row> rows = batch.rows();
            BatchService.Totals totals = batch.totals();
            fx.execute(() -> show(rows, totals));
          } catch (IOException | RuntimeException e) {
            fx.execute(
                () -> {
                  looking = false;
                  summary.setText(String.valueOf(e.getMessage()));
                });
          }
        });
  }

  private void show(List<BatchService.Row> rows, BatchService.Totals totals) {
    looking = false;
    int selected = list.getSelectionModel().getSelectedIndex();
    if (!rows.equals(list.getItems())) {
      list.getItems().setAll(rows);
      list.getSelectionModel().select(Math.min(selected, rows.size() - 1));
    }
    long over = rows.stream().filter(r -> r.stand().isOver()).count();
    overall.setProgress(
        totals.running() ? totals.share() : rows.isEmpty() ? 0 : (double) over / rows.size());
    boolean waiting = rows.stream().anyMatch(r -> r.stand() == BatchService.Stand.WAITING);
    start.setDisable(totals.running() || !waiting);
    clear.setDisable(over == 0);
    report.setDisable(over == 0);
    pause.setDisable(!totals.running());
    pause.setText(texts.get(totals.paused() ? "batch.goOn" : "batch.pause"));
    String before = summary.getText();
    String now = words.of(rows, totals);
    summary.setText(said.isEmpty() ? now : now + "\n" + said);
    overall.setAccessibleText(summary.getText());
    if (!before.equals(summary.getText())) {
      overall.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
  }
}
