package hyperlumen.ui.studio;

import atlantafx.base.theme.Styles;
import hyperlumen.ui.Texts;
import hyperlumen.ui.service.Thumbnail;
import javafx.beans.InvalidationListener;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The opened files, one small picture below the other, sorted and filtered as the user wants. */
final class LibraryStrip extends BorderPane {

  static final double WIDTH = 196;

  private final StudioModel model;
  private final FilteredList<PhotoItem> filtered;
  private final SortedList<PhotoItem> sorted;
  private final ListView<PhotoItem> list;
  private final ComboBox<PhotoFilter> filter = new ComboBox<>();
  private final ComboBox<PhotoOrder> order = new ComboBox<>();

  LibraryStrip(StudioModel model, Texts texts) {
    this.model = model;
    filtered = new FilteredList<>(model.photos());
    sorted = new SortedList<>(filtered);
    list = new ListView<>(sorted);
    list.setId("library");
    list.getStyleClass().addAll("library", Styles.DENSE);
    list.setAccessibleText(texts.get("library.name"));
    list.setCellFactory(view -> new PhotoCell(texts));
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (o, was, is) -> {
              if (is != null) {
                model.selectedProperty().set(is);
              }
            });
    model.selectedProperty().addListener(o -> follow());
    chooser(filter, "library-filter", PhotoFilter.values(), texts, texts.get("library.filter"));
    chooser(order, "library-order", PhotoOrder.values(), texts, texts.get("library.order"));
    filter.valueProperty().addListener(o -> arrange());
    order.valueProperty().addListener(o -> arrange());
    arrange();
    Label title = new Label(texts.get("library.title"));
    title.getStyleClass().add("section-title");
    Label count = new Label();
    count.setId("library-count");
    count.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    InvalidationListener counted =
        o ->
            count.setText(
                filtered.size() == model.photos().size()
                    ? Integer.toString(filtered.size())
                    : texts.get("library.count", filtered.size(), model.photos().size()));
    filtered.addListener(counted);
    counted.invalidated(filtered);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    VBox top = new VBox(6, new HBox(title, gap, count), filter, order);
    top.getStyleClass().add("library-title");
    setTop(top);
    setCenter(list);
    setPrefWidth(WIDTH);
    setMinWidth(WIDTH);
    getStyleClass().add("library-strip");
    follow();
  }

  private static <E extends Enum<E>> void chooser(
      ComboBox<E> box, String id, E[] values, Texts texts, String name) {
    box.setId(id);
    box.getItems().setAll(values);
    box.setConverter(new EnumText<>(texts));
    box.setValue(values[0]);
    box.setAccessibleText(name);
    box.setMaxWidth(Double.MAX_VALUE);
    box.getStyleClass().add(Styles.SMALL);
  }

  private void arrange() {
    PhotoFilter now = filter.getValue();
    filtered.setPredicate(now::shows);
    sorted.setComparator(
        order.getValue() == PhotoOrder.OPENED ? null : order.getValue().comparator(model.photos()));
    follow();
  }

  /** What of the photos is shown. */
  ComboBox<PhotoFilter> filter() {
    return filter;
  }

  /** In which order. */
  ComboBox<PhotoOrder> order() {
    return order;
  }

  private void follow() {
    PhotoItem item = model.selectedProperty().get();
    if (item == null || !sorted.contains(item)) {
      list.getSelectionModel().clearSelection();
    } else {
      list.getSelectionModel().select(item);
      list.scrollTo(item);
    }
  }

  /** Moves the selection by {@code step} files. */
  void move(int step) {
    int size = sorted.size();
    if (size > 0) {
      int now = list.getSelectionModel().getSelectedIndex();
      list.getSelectionModel().select(Math.clamp((long) now + step, 0, size - 1));
    }
  }

  /** Side of the longest thumbnail as shown. */
  static final double THUMBNAIL = 148;

  /** Height a thumbnail takes at {@link #THUMBNAIL} wide at most. */
  static double shownHeight(Thumbnail thumbnail) {
    double scale =
        Math.min(1, THUMBNAIL / Math.max(thumbnail.size().width(), thumbnail.size().height()));
    return thumbnail.size().height() * scale;
  }
}
