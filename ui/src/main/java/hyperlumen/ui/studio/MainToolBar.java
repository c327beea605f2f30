package hyperlumen.ui.studio;

import atlantafx.base.theme.Styles;
import hyperlumen.ui.Figures;
import hyperlumen.ui.Texts;
import hyperlumen.ui.viewer.CompareMode;
import hyperlumen.ui.viewer.CompareView;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToolBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/** Opening, saving, ways to compare, zoom. */
final class MainToolBar extends ToolBar {

  /** All of the bar fits into a window of 1024 pixels in every language. */
  private static final double SLIDER = 64;

  private final CompareView view;
  private final Texts texts;
  private final Figures figures;

  MainToolBar(StudioModel model, CompareView view, Actions actions, Texts texts) {
    this.view = view;
    this.texts = texts;
    figures = new Figures(texts);
    Button save =
        Icons.button(MaterialDesignC.CONTENT_SAVE_OUTLINE, texts.get("tool.save"), actions::saveAs);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getItems()
        .addAll(
            flat(
                Icons.button(
                    MaterialDesignF.FOLDER_OPEN_OUTLINE,
                    texts.get("tool.open"),
                    actions::openFiles)),
            flat(save),
            new Separator(Orientation.VERTICAL),
            modes(),
            gainControl(),
            blinkControl(),
            gap,
            zoomButton("tool.fit", "zoom-fit", () -> view.viewport().fit()),
            zoomButton("tool.actualSize", "zoom-100", () -> view.viewport().zoomTo(1)),
            zoomButton("tool.double", "zoom-200", () -> view.viewport().zoomTo(2)),
            new Separator(Orientation.VERTICAL),
            flat(
                Icons.button(
                    MaterialDesignF.FILMSTRIP, texts.get("tool.library"), actions::toggleLibrary)),
            flat(
                Icons.button(
                    MaterialDesignD.DOCK_RIGHT,
                    texts.get("tool.inspector"),
                    actions::toggleInspector)));
    InvalidationListener change = o -> save.setDisable(!model.canSave());
    model.selectedProperty().addListener(change);
    model.runProperty().addListener(change);
    change.invalidated(null);
  }

  private static Button flat(Button button) {
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    return button;
  }

  private Button zoomButton(String key, String id, Runnable action) {
    Button button = new Button(texts.get(key));
    button.setId(id);
    button.getStyleClass().add(Styles.FLAT);
    button.setOnAction(e -> action.run());
    return button;
  }

  private Node modes() {
    Map<CompareMode, Ikon> icons = new EnumMap<>(CompareMode.class);
    icons.put(CompareMode.SPLIT, MaterialDesignC.COMPARE);
    icons.put(CompareMode.SIDE_BY_SIDE, MaterialDesignV.VIEW_SPLIT_VERTICAL);
    icons.put(CompareMode.SINGLE, MaterialDesignI.IMAGE_OUTLINE);
    icons.put(CompareMode.BLINK, MaterialDesignS.SWAP_HORIZONTAL);
    icons.put(CompareMode.GRID, MaterialDesignV.VIEW_GRID_OUTLINE);
    icons.put(CompareMode.DIFFERENCE, MaterialDesignM.MINUS_BOX_MULTIPLE_OUTLINE);
    SegmentedButton modes = new SegmentedButton();
    modes.setId("modes");
    for (CompareMode mode : CompareMode.values()) {
      ToggleButton button = Icons.toggle(icons.get(mode), texts.get("tool.mode", texts.of(mode)));
      button.setId("mode-" + mode);
      button.setSelected(view.modeProperty().get() == mode);
      button.setOnAction(
          e -> {
            // One of the modes is always on.
            button.setSelected(true);
            view.modeProperty().set(mode);
          });
      view.modeProperty().addListener((o, was, is) -> button.setSelected(is == mode));
      modes.getButtons().add(button);
    }
    return modes;
  }

  /** Gain of the difference in powers of two, only there in that mode. */
  private Node gainControl() {
    Slider slider = new Slider(0, 6, 2);
    slider.setId("gain");
    slider.setPrefWidth(SLIDER);
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setSnapToTicks(true);
    slider.setBlockIncrement(1);
    slider.setAccessibleText(texts.get("tool.gain"));
    Label figure = new Label();
    figure.getStyleClass().add("figure");
    figure.setMinWidth(40);
    slider
        .valueProperty()
        .addListener(
            (o, was, is) -> view.gainProperty().set(Math.pow(2, Math.rint(is.doubleValue()))));
    InvalidationListener follow =
        o -> {
          slider.setValue(Math.log(view.gainProperty().get()) / Math.log(2));
          figure.setText("\u00d7" + figures.number(view.gainProperty().get()));
        };
    view.gainProperty().addListener(follow);
    follow.invalidated(null);
    HBox box = new HBox(8, new Label(texts.get("tool.gain")), slider, figure);
    box.getStyleClass().add("gain");
    box.visibleProperty().bind(view.modeProperty().isEqualTo(CompareMode.DIFFERENCE));
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }

  /** How long each picture shows while they blink, only there in that mode. */
  private Node blinkControl() {
    Slider slider = new Slider(0.34, 3, view.blinkSecondsProperty().get());
    slider.setId("blink-seconds");
    slider.setPrefWidth(SLIDER);
    slider.setBlockIncrement(0.1);
    slider.setAccessibleText(texts.get("tool.blink"));
    slider.valueProperty().bindBidirectional(view.blinkSecondsProperty());
    Label figure = new Label();
    figure.getStyleClass().add("figure");
    figure.setMinWidth(56);
    InvalidationListener follow =
        o -> figure.setText(figures.seconds(view.blinkSecondsProperty().get()));
    view.blinkSecondsProperty().addListener(follow);
    follow.invalidated(null);
    HBox box = new HBox(8, new Label(texts.get("tool.blink")), slider, figure);
    box.getStyleClass().add("gain");
    box.visibleProperty().bind(view.modeProperty().isEqualTo(CompareMode.BLINK));
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }
}
