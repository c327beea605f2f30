package hyperlumen.ui.studio;

import atlantafx.base.theme.Styles;
import hyperlumen.ui.Texts;
import hyperlumen.ui.service.Thumbnail;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;

/** The opened files, one small picture below the other. */
final class LibraryStrip extends BorderPane {

  static final double WIDTH = 188;

  private final StudioModel model;
  private final ListView<PhotoItem> list;

  LibraryStrip(StudioModel model, Texts texts) {
    this.model = model;
    list = new ListView<>(model.photos());
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
    follow();
    Label title = new Label(texts.get("library.title"));
    title.getStyleClass().addAll("section-title", "library-title");
    setTop(title);
    setCenter(list);
    setPrefWidth(WIDTH);
    setMinWidth(WIDTH);
    getStyleClass().add("library-strip");
  }

  private void follow() {
    PhotoItem item = model.selectedProperty().get();
    if (item == null) {
      list.getSelectionModel().clearSelection();
    } else {
      list.getSelectionModel().select(item);
      list.scrollTo(item);
    }
  }

  /** Moves the selection by {@code step} files. */
  void move(int step) {
    int size = model.photos().size();
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
