package hyperlumen.ui.studio;

import hyperlumen.ui.Texts;
import hyperlumen.ui.service.Thumbnail;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/** One file in the strip: small picture, name, and how far it has come. */
final class PhotoCell extends ListCell<PhotoItem> {

  private static final double HEIGHT = 104;

  private final Texts texts;
  private final ImageView picture = new ImageView();
  private final Label name = new Label();
  private final StackPane badge = new StackPane();
  private final VBox content;
  private final InvalidationListener change = o -> refresh();
  private final WeakInvalidationListener weak = new WeakInvalidationListener(change);
  private final FontIcon waiting = new FontIcon(MaterialDesignI.IMAGE_OUTLINE);
  private PhotoItem shown;

  PhotoCell(Texts texts) {
    this.texts = texts;
    picture.setPreserveRatio(true);
    picture.setFitWidth(LibraryStrip.THUMBNAIL);
    picture.setFitHeight(HEIGHT);
    waiting.getStyleClass().add("thumbnail-waiting");
    StackPane frame = new StackPane(waiting, picture);
    frame.setMinHeight(HEIGHT);
    frame.setMaxHeight(HEIGHT);
    frame.getStyleClass().add("thumbnail");
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox line = new HBox(6, name, badge);
    line.setAlignment(Pos.CENTER_LEFT);
    content = new VBox(4, frame, line);
    content.setMaxWidth(LibraryStrip.THUMBNAIL);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(PhotoItem item, boolean empty) {
    super.updateItem(item, empty);
    if (item != shown) {
      if (shown != null) {
        shown.stateProperty().removeListener(weak);
        shown.thumbnailProperty().removeListener(weak);
      }
      shown = item;
      if (item != null) {
        item.stateProperty().addListener(weak);
        item.thumbnailProperty().addListener(weak);
      }
    }
    refresh();
  }

  private void refresh() {
    if (shown == null) {
      setGraphic(null);
      setTooltip(null);
      setAccessibleText(null);
      return;
    }
    name.setText(shown.name());
    picture.setImage(image(shown.thumbnailProperty().get()));
    waiting.setVisible(picture.getImage() == null);
    PhotoItem.State state = shown.stateProperty().get();
    badge.getChildren().clear();
    switch (state) {
      case OPENING, RUNNING -> {
        ProgressIndicator busy = new ProgressIndicator();
        busy.setPrefSize(14, 14);
        busy.setMinSize(14, 14);
        badge.getChildren().add(busy);
      }
      case DONE -> badge.getChildren().add(icon(MaterialDesignC.CHECK_CIRCLE, "badge-done"));
      case FAILED -> badge.getChildren().add(icon(MaterialDesignA.ALERT_CIRCLE, "badge-failed"));
      default -> {}
    }
    setTooltip(new Tooltip(shown.file() + "\n" + texts.of(state)));
    setAccessibleText(shown.name() + ", " + texts.of(state));
    setGraphic(content);
  }

  private static FontIcon icon(Ikon code, String styleClass) {
    FontIcon icon = new FontIcon(code);
    icon.getStyleClass().add(styleClass);
    return icon;
  }

  private static WritableImage image(Thumbnail thumbnail) {
    if (thumbnail == null) {
      return null;
    }
    int width = thumbnail.size().width();
    int height = thumbnail.size().height();
    WritableImage image = new WritableImage(width, height);
    image
        .getPixelWriter()
        .setPixels(
            0, 0, width, height, PixelFormat.getIntArgbInstance(), thumbnail.argb(), 0, width);
    return image;
  }
}
