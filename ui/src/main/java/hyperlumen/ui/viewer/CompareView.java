package hyperlumen.ui.viewer;

import hyperlumen.photo.Region;
import hyperlumen.ui.Texts;
import hyperlumen.ui.image.DifferenceMap;
import hyperlumen.ui.image.TilePlan;
import hyperlumen.ui.image.TilePyramid;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;

/**
 * Shows pictures of one scene against each other in up to four panes, see {@link CompareMode}; how
 * the panes move together is {@link Link}.
 *
 * <p>Each pane shows the picture chosen for it, or that at its place in the list. With a single
 * picture every mode shows just that. The pictures may grow while they are shown. For the FX
 * thread; nothing here waits for a pixel.
 */
public final class CompareView extends javafx.scene.layout.Region {

  /** More panes than this are too small to judge a picture in. */
  public static final int MAXIMUM_PANES = 4;

  private final SlotPyramids pictures;
  private final PaneChoice choice;
  private final LinkedViewports ports = new LinkedViewports(MAXIMUM_PANES);
  private final DifferenceSource difference;
  private final PaneSet panes;
  private final SplitDivider divider = new SplitDivider();
  private final DifferenceLegend legend;
  private final Blinker blinker = new Blinker();
  private final javafx.scene.layout.Region focusRing = new javafx.scene.layout.Region();
  private final ProbeReader probe;
  private final Pointing pointing;
  private final PaneArrangement arrangement;
  private final ObjectProperty<CompareMode> mode =
      new SimpleObjectProperty<>(this, "mode", CompareMode.SPLIT);
  private final ObjectProperty<Slot.Role> held = new SimpleObjectProperty<>(this, "held");
  private final ReadOnlyObjectWrapper<View> view = new ReadOnlyObjectWrapper<>(new View(1, 0, 0));
  private Map<String, String> notes = Map.of();
  private Supplier<List<MenuItem>> more = List::of;

  /** An empty viewer that paints with the threads of {@code engine}. */
  public CompareView(PictureEngine engine, Texts texts) {
    pictures = new SlotPyramids(engine);
    choice = new PaneChoice(pictures, MAXIMUM_PANES);
    difference = new DifferenceSource(engine);
    probe = new ProbeReader(engine);
    panes = new PaneSet(engine, MAXIMUM_PANES, pictures::slots, this::chooseSlot, () -> more.get());
    pointing = new Pointing(panes, pictures, choice, ports, divider, probe, this::deviceScale);
    legend = new DifferenceLegend(difference.gainProperty(), difference.mapProperty(), texts);
    arrangement =
        new PaneArrangement(
            pictures, choice, panes, ports, difference, legend, divider, blinker, texts);
    getStyleClass().add("compare-view");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    divider.setManaged(false);
    divider.setAccessibleText(texts.get("viewer.divider"));
    // The first pane lies on top: in split mode it is clipped to its side of the divider.
    getChildren().addAll(panes.panes().reversed());
    getChildren().addAll(legend, divider);
    getChildren().addAll(panes.captions());
    getChildren().addAll(panes.loupes());
    // Over the pictures, or they would hide it.
    focusRing.getStyleClass().add("focus-ring");
    focusRing.setManaged(false);
    focusRing.setMouseTransparent(true);
    getChildren().add(focusRing);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    for (int i = 0; i < MAXIMUM_PANES; i++) {
      ports.port(i).viewProperty().addListener(o -> viewChanged());
    }
    mode.addListener(o -> arrange());
    linkProperty().addListener(o -> arrange());
    held.addListener(o -> arrange());
    blinker.onProperty().addListener(o -> arrange());
    divider.positionProperty().addListener(o -> requestLayout());
    divider.orientationProperty().addListener(o -> requestLayout());
    CompareInput.install(this);
    arrange();
  }

  /** Zoom and pan of the pane that was pointed at last; how others follow is the link's. */
  public Viewport viewport() {
    return pointing.viewport();
  }

  /** What {@link #viewport} shows. */
  public ReadOnlyObjectProperty<View> viewProperty() {
    return view.getReadOnlyProperty();
  }

  /** How the panes move together. */
  public ObjectProperty<Link> linkProperty() {
    return ports.linkProperty();
  }

  /** How the pictures are laid out. */
  public ObjectProperty<CompareMode> modeProperty() {
    return mode;
  }

  /** The picture that stands in for all others, as while a key is held; null if none does. */
  public ObjectProperty<Slot.Role> heldProperty() {
    return held;
  }

  /** Whether the first pane's picture shows where the mode shows one of two. */
  public BooleanProperty flippedProperty() {
    return blinker.onProperty();
  }

  /** The picture that shows in place of all others while {@code key} is held; null if none. */
  public static Slot.Role heldBy(KeyCode key) {
    return CompareInput.heldBy(key);
  }

  /** How long each picture shows when they blink, in seconds. */
  public DoubleProperty blinkSecondsProperty() {
    return blinker.secondsProperty();
  }

  /** Amplification of the difference, above 0. */
  public DoubleProperty gainProperty() {
    return difference.gainProperty();
  }

  /** How the difference is coloured. */
  public ObjectProperty<DifferenceMap> differenceMapProperty() {
    return difference.mapProperty();
  }

  /** Where the divider stands, 0 to 1. */
  public DoubleProperty dividerPositionProperty() {
    return divider.positionProperty();
  }

  /** Direction of the divider's line. */
  public ObjectProperty<Orientation> dividerOrientationProperty() {
    return divider.orientationProperty();
  }

  /** The part of the first picture that is selected; null if none is. */
  public ObjectProperty<Region> selectionProperty() {
    return pointing.selectionProperty();
  }

  /** The tiles drawn over the pictures; null if they are not. */
  public ObjectProperty<TilePlan> tilePlanProperty() {
    return pointing.tilePlanProperty();
  }

  /** Whether a loupe follows the pointer in every pane. */
  public BooleanProperty loupeProperty() {
    return pointing.loupeProperty();
  }

  /** The values under the pointer; null while it is not over a picture. */
  public ReadOnlyObjectProperty<PixelProbe> probeProperty() {
    return probe.probeProperty();
  }

  /** Sets what the menus of the captions offer besides the pictures that are there. */
  public void setMoreSources(Supplier<List<MenuItem>> items) {
    more = items;
  }

  /** Sets a line of text under the captions of pictures, by their keys. */
  public void setNotes(Map<String, String> byKey) {
    notes = Map.copyOf(byKey);
    arrange();
  }

  /** The pictures that can be shown at present. */
  public List<Slot> slots() {
    return pictures.slots();
  }

  /** The picture of every pane, whether the mode shows it or not. */
  public List<Slot> paneSlots() {
    return choice.shown();
  }

  /** Offers these pictures; zoom and pan stay if the sizes do, choices while their keys do. */
  public void setSlots(List<Slot> newSlots) {
    List<TilePyramid> unused = pictures.set(newSlots);
    difference.close();
    arrange();
    unused.forEach(TilePyramid::close);
  }

  /** Shows the picture named {@code key} in a pane, from 0; null goes back to the list's order. */
  public void chooseSlot(int pane, String key) {
    choice.choose(pane, key);
    arrange();
  }

  /** Exchanges the pictures of the first two panes. */
  public void exchange() {
    choice.exchange(0, 1);
    arrange();
  }

  /** Turns the divider from vertical to horizontal and back. */
  public void turnDivider() {
    divider.turn();
  }

  /** Selects what the active pane shows of its picture. */
  public void selectVisible() {
    pointing.selectVisible();
  }

  private CompareMode effectiveMode() {
    return slots().size() < 2 ? CompareMode.SINGLE : mode.get();
  }

  private void arrange() {
    arrangement.arrange(effectiveMode(), held.get(), notes);
    pointing.panesChanged();
    viewChanged();
  }

  private void viewChanged() {
    view.set(viewport().view());
    tellPictures();
    requestLayout();
  }

  /** Pictures in the making begin with what is seen. */
  private void tellPictures() {
    pointing.visible().ifPresent(this::tellPictures);
  }

  private void tellPictures(Region visible) {
    for (Slot slot : slots()) {
      if (slot.picture().size().equals(slots().getFirst().picture().size())) {
        slot.picture().look(visible);
      }
    }
  }

  @Override
  protected void layoutChildren() {
    CompareMode now = effectiveMode();
    double scale = deviceScale();
    int count = now == CompareMode.SIDE_BY_SIDE ? 2 : choice.shown().size();
    PaneLayout where = PaneLayout.of(now, count, getWidth(), getHeight());
    ports.setPane(Math.rint(where.paneWidth() * scale), Math.rint(where.paneHeight() * scale));
    focusRing.resize(getWidth(), getHeight());
    panes.place(where, ports, choice.sizes(), scale);
    panes.splitAt(divider.isVisible() ? divider : null, getWidth(), getHeight());
    if (legend.isVisible()) {
      panes.stackCaptions();
      legend.placeIn(getWidth(), getHeight());
    }
    view.set(viewport().view());
    tellPictures();
    pointing.showLoupes();
  }

  /** Device pixels per unit of the scene. */
  double deviceScale() {
    Window window = getScene() == null ? null : getScene().getWindow();
    return window == null ? 1 : window.getRenderScaleX();
  }

  /** What follows the pointer. */
  Pointing pointing() {
    return pointing;
  }
}
