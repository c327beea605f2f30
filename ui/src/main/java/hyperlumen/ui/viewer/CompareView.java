package hyperlumen.ui.viewer;

import hyperlumen.ui.image.DifferencePicture;
import hyperlumen.ui.image.TilePyramid;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;

/**
 * Shows up to four pictures of one scene against each other, see {@link CompareMode}; all panes
 * share one {@link Viewport}.
 *
 * <p>With a single picture every mode shows just that. The pictures may grow while they are shown.
 * For the FX thread; nothing here waits for a pixel.
 */
public final class CompareView extends Region {

  /** More panes than this are too small to judge a picture in. */
  public static final int MAXIMUM_PANES = 4;

  private static final double GAP = 4;

  private final PictureEngine engine;
  private final Viewport viewport = new Viewport();
  private final ObjectProperty<CompareMode> mode =
      new SimpleObjectProperty<>(this, "mode", CompareMode.SPLIT);
  private final BooleanProperty showingReference =
      new SimpleBooleanProperty(this, "showingReference");
  private final DoubleProperty gain = new SimpleDoubleProperty(this, "gain", 4);
  private final BooleanProperty signed = new SimpleBooleanProperty(this, "signed", true);
  private final List<Slot> slots = new ArrayList<>();
  private final List<TilePyramid> pyramids = new ArrayList<>();
  private final List<PictureLayer> layers = new ArrayList<>();
  private final List<Label> titles = new ArrayList<>();
  private final SplitDivider divider = new SplitDivider();
  private final Rectangle referenceClip = new Rectangle();
  private final ProbeReader probe;
  private DifferencePicture difference;
  private TilePyramid differencePyramid;
  private String differenceTitle = "";
  private double paneWidth;
  private double paneHeight;

  /** An empty viewer that paints with the threads of {@code engine}. */
  public CompareView(PictureEngine engine) {
    this.engine = engine;
    probe = new ProbeReader(engine);
    getStyleClass().add("compare-view");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    for (int i = 0; i < MAXIMUM_PANES; i++) {
      PictureLayer layer = new PictureLayer(engine);
      layer.setManaged(false);
      layers.add(layer);
      Label title = new Label();
      title.getStyleClass().add("pane-title");
      title.setManaged(false);
      title.setMouseTransparent(true);
      titles.add(title);
    }
    divider.setManaged(false);
    // The reference lies on top: in split mode it is clipped to its side of the divider.
    for (int i = MAXIMUM_PANES - 1; i >= 0; i--) {
      getChildren().add(layers.get(i));
    }
    getChildren().add(divider);
    getChildren().addAll(titles);
    setClip(clipToSize());
    viewport.viewProperty().addListener(o -> requestLayout());
    mode.addListener(o -> arrange());
    showingReference.addListener(o -> arrange());
    gain.addListener(o -> mapDifference());
    signed.addListener(o -> mapDifference());
    divider.positionProperty().addListener(o -> requestLayout());
    divider.orientationProperty().addListener(o -> requestLayout());
    CompareInput.install(this);
    arrange();
  }

  private Rectangle clipToSize() {
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    return clip;
  }

  /** Zoom and pan of all panes. */
  public Viewport viewport() {
    return viewport;
  }

  /** How the pictures are laid out. */
  public ObjectProperty<CompareMode> modeProperty() {
    return mode;
  }

  /** Whether the first picture stands in for the others, as while the key is held. */
  public BooleanProperty showingReferenceProperty() {
    return showingReference;
  }

  /** Amplification of the difference, above 0. */
  public DoubleProperty gainProperty() {
    return gain;
  }

  /** Whether the difference keeps its sign (grey is none). */
  public BooleanProperty signedProperty() {
    return signed;
  }

  /** Where the divider stands, 0 to 1. */
  public DoubleProperty dividerPositionProperty() {
    return divider.positionProperty();
  }

  /** Direction of the divider's line. */
  public ObjectProperty<Orientation> dividerOrientationProperty() {
    return divider.orientationProperty();
  }

  /** The values under the pointer; null while it is not over a picture. */
  public ReadOnlyObjectProperty<PixelProbe> probeProperty() {
    return probe.probeProperty();
  }

  /** Title of the difference pane and the divider's name for assistive technology. */
  public void setTexts(String differencePane, String dividerName) {
    differenceTitle = differencePane;
    divider.setAccessibleText(dividerName);
  }

  /** The pictures shown at present. */
  public List<Slot> slots() {
    return List.copyOf(slots);
  }

  /**
   * Shows these pictures; zoom and pan stay if their size does.
   *
   * @param newSlots at most {@link #MAXIMUM_PANES}, all of one size
   */
  public void setSlots(List<Slot> newSlots) {
    if (newSlots.size() > MAXIMUM_PANES) {
      throw new IllegalArgumentException(newSlots.size() + " pictures, at most " + MAXIMUM_PANES);
    }
    closeDifference();
    List<TilePyramid> old = List.copyOf(pyramids);
    List<TilePyramid> fresh = new ArrayList<>();
    for (Slot slot : newSlots) {
      int known = slots.indexOf(slot);
      fresh.add(known >= 0 ? old.get(known) : engine.pyramid(slot.picture()));
    }
    pyramids.clear();
    pyramids.addAll(fresh);
    slots.clear();
    slots.addAll(newSlots);
    if (!newSlots.isEmpty()) {
      viewport.setPicture(newSlots.getFirst().picture().size());
    }
    arrange();
    for (TilePyramid pyramid : old) {
      if (!fresh.contains(pyramid)) {
        pyramid.close();
      }
    }
  }

  private void closeDifference() {
    if (difference != null) {
      differencePyramid.close();
      difference.close();
      difference = null;
      differencePyramid = null;
    }
  }

  private void mapDifference() {
    if (difference != null) {
      difference.setMapping(gain.get(), signed.get());
    }
  }

  private CompareMode effectiveMode() {
    return slots.size() < 2 ? CompareMode.SINGLE : mode.get();
  }

  /** Decides which layer shows which picture. */
  private void arrange() {
    CompareMode now = effectiveMode();
    boolean differs = now == CompareMode.DIFFERENCE && !showingReference.get();
    if (differs && difference == null) {
      difference = new DifferencePicture(slots.get(1).picture(), slots.getFirst().picture());
      mapDifference();
      differencePyramid = engine.pyramid(difference);
    }
    int shown = paneCount(now);
    for (int i = 0; i < MAXIMUM_PANES; i++) {
      boolean visible = i < shown;
      int slot = pictureOf(now, i);
      layers.get(i).setVisible(visible);
      layers.get(i).setClip(now == CompareMode.SPLIT && i == 0 ? referenceClip : null);
      layers.get(i).setPyramid(!visible ? null : differs ? differencePyramid : pyramids.get(slot));
      titles.get(i).setVisible(visible);
      titles.get(i).setText(!visible ? "" : differs ? differenceTitle : slots.get(slot).title());
    }
    if (now != CompareMode.DIFFERENCE) {
      closeDifference();
    }
    divider.setVisible(now == CompareMode.SPLIT && !showingReference.get());
    requestLayout();
  }

  private int paneCount(CompareMode now) {
    return switch (now) {
      case SPLIT, SIDE_BY_SIDE -> 2;
      case SINGLE, DIFFERENCE -> Math.min(1, slots.size());
      case GRID -> slots.size();
    };
  }

  private int pictureOf(CompareMode now, int pane) {
    if (showingReference.get() || slots.size() < 2) {
      return 0;
    }
    return now == CompareMode.SINGLE ? 1 : pane;
  }

  @Override
  protected void layoutChildren() {
    CompareMode now = effectiveMode();
    int columns = now == CompareMode.SIDE_BY_SIDE || now == CompareMode.GRID ? 2 : 1;
    int rows = now == CompareMode.GRID && paneCount(now) > 2 ? 2 : 1;
    paneWidth = snapSizeX((getWidth() - (columns - 1) * GAP) / columns);
    paneHeight = snapSizeY((getHeight() - (rows - 1) * GAP) / rows);
    double scale = deviceScale();
    viewport.setPane(Math.rint(paneWidth * scale), Math.rint(paneHeight * scale));
    for (int i = 0; i < MAXIMUM_PANES; i++) {
      Rectangle2D pane = paneBounds(i, columns);
      layers.get(i).resizeRelocate(pane.getMinX(), pane.getMinY(), paneWidth, paneHeight);
      layers.get(i).setView(viewport.view(), scale);
      Label title = titles.get(i);
      title.autosize();
      title.relocate(pane.getMinX() + 10, pane.getMinY() + 10);
    }
    if (now == CompareMode.SPLIT) {
      layoutSplit();
    }
  }

  private void layoutSplit() {
    double at = divider.positionProperty().get();
    double line = snapPositionX(at * (divider.isVertical() ? getWidth() : getHeight()));
    boolean whole = showingReference.get();
    referenceClip.setWidth(divider.isVertical() && !whole ? line : getWidth());
    referenceClip.setHeight(divider.isVertical() || whole ? getHeight() : line);
    double half = Math.floor(SplitDivider.GRIP / 2);
    Label after = titles.get(1);
    if (divider.isVertical()) {
      divider.resizeRelocate(line - half, 0, SplitDivider.GRIP, getHeight());
      after.relocate(getWidth() - after.getWidth() - 10, 10);
    } else {
      divider.resizeRelocate(0, line - half, getWidth(), SplitDivider.GRIP);
      after.relocate(10, getHeight() - after.getHeight() - 10);
    }
    after.setVisible(!whole);
  }

  private Rectangle2D paneBounds(int pane, int columns) {
    if (effectiveMode() == CompareMode.SPLIT) {
      return new Rectangle2D(0, 0, paneWidth, paneHeight);
    }
    return new Rectangle2D(
        Math.floorMod(pane, columns) * (paneWidth + GAP),
        Math.floorDiv(pane, columns) * (paneHeight + GAP),
        paneWidth,
        paneHeight);
  }

  /** Device pixels per unit of the scene. */
  double deviceScale() {
    Window window = getScene() == null ? null : getScene().getWindow();
    return window == null ? 1 : window.getRenderScaleX();
  }

  /** Device column within its pane of scene column {@code x} of this view. */
  double inPaneX(double x) {
    return x % (paneWidth + GAP) * deviceScale();
  }

  /** Device row within its pane of scene row {@code y} of this view. */
  double inPaneY(double y) {
    return y % (paneHeight + GAP) * deviceScale();
  }

  /** Reads the values under (x, y) of this view in the background. */
  void probeAt(double x, double y) {
    View view = viewport.view();
    probe.read(slots, view.pictureX(inPaneX(x)), view.pictureY(inPaneY(y)));
  }

  void endProbe() {
    probe.clear();
  }

  /** Turns the divider from vertical to horizontal and back. */
  public void turnDivider() {
    divider.turn();
  }
}
