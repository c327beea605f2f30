package hyperlumen.ui.studio;

import atlantafx.base.theme.Styles;
import hyperlumen.ui.Texts;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/** What is there before any photo is: how to begin, with a sample in one click. */
final class WelcomePage extends VBox {

  /** What the page can start. */
  interface Starts {

    void openFiles();

    void openFolder();

    /** Opens a sample and enhances it as soon as it is decoded. */
    void trySample(Path sample);

    /** Opens the photos of the last time. */
    void openLast();
  }

  /**
   * The page.
   *
   * @param samples photos that come with the program
   * @param last number of photos that were open the last time
   */
  WelcomePage(Starts starts, List<Path> samples, int last, Texts texts) {
    super(14);
    setAlignment(Pos.CENTER);
    getStyleClass().add("placeholder");
    FontIcon icon = new FontIcon(MaterialDesignI.IMAGE_MULTIPLE_OUTLINE);
    icon.getStyleClass().add("welcome-icon");
    Label title = new Label(texts.get("welcome.title"));
    title.getStyleClass().add(Styles.TITLE_3);
    Label hint = new Label(texts.get("welcome.hint"));
    hint.getStyleClass().add(Styles.TEXT_MUTED);
    Button open = button("welcome-open", texts.get("welcome.open"), starts::openFiles);
    open.getStyleClass().add(Styles.ACCENT);
    HBox first =
        new HBox(
            8, open, button("welcome-folder", texts.get("welcome.folder"), starts::openFolder));
    first.setAlignment(Pos.CENTER);
    getChildren().addAll(icon, title, hint, first);
    if (last > 0) {
      getChildren().add(button("welcome-last", texts.get("welcome.last", last), starts::openLast));
    }
    if (!samples.isEmpty()) {
      Label try_ = new Label(texts.get("welcome.try"));
      try_.getStyleClass().add(Styles.TEXT_MUTED);
      FlowPane row = new FlowPane(8, 8);
      row.setAlignment(Pos.CENTER);
      for (Path sample : samples) {
        row.getChildren().add(sampleButton(sample, starts, texts));
      }
      Region gap = new Region();
      gap.setMinHeight(10);
      getChildren().addAll(gap, try_, row);
    }
    Label promise = new Label(texts.get("welcome.promise"));
    promise.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    getChildren().add(promise);
  }

  private static Node sampleButton(Path sample, Starts starts, Texts texts) {
    boolean raw = hyperlumen.ui.PhotoFiles.looksRaw(sample);
    String id = raw ? "sample-raw" : "sample-noisy";
    String text = texts.get(raw ? "welcome.sampleRaw" : "welcome.sampleNoisy");
    return button(id, text, () -> starts.trySample(sample));
  }

  private static Button button(String id, String text, Runnable action) {
    Button button = new Button(text);
    button.setId(id);
    button.setOnAction(e -> action.run());
    return button;
  }
}
