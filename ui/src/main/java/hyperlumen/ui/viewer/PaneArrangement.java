package hyperlumen.ui.viewer;

import hyperlumen.ui.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides which pane shows which picture, and what stands beside it, for a way to compare. For the
 * FX thread.
 */
final class PaneArrangement {

  private final SlotPyramids pictures;
  private final PaneChoice choice;
  private final PaneSet panes;
  private final LinkedViewports ports;
  private final DifferenceSource difference;
  private final DifferenceLegend legend;
  private final SplitDivider divider;
  private final Blinker blinker;
  private final Texts texts;

  PaneArrangement(
      SlotPyramids pictures,
      PaneChoice choice,
      PaneSet panes,
      LinkedViewports ports,
      DifferenceSource difference,
      DifferenceLegend legend,
      SplitDivider divider,
      Blinker blinker,
      Texts texts) {
    this.pictures = pictures;
    this.choice = choice;
    this.panes = panes;
    this.ports = ports;
    this.difference = difference;
    this.legend = legend;
    this.divider = divider;
    this.blinker = blinker;
    this.texts = texts;
  }

  /**
   * Arranges all panes.
   *
   * @param held the picture that stands in for all others; null if none does
   * @param notes lines of text under the captions of pictures, by their keys
   */
  void arrange(CompareMode mode, Slot.Role held, Map<String, String> notes) {
    List<Slot> shown = choice.shown();
    Optional<Slot> standIn = held == null ? Optional.empty() : pictures.withRole(held);
    boolean differs = mode == CompareMode.DIFFERENCE && standIn.isEmpty();
    int alone = blinker.onProperty().get() || shown.size() < 2 ? 0 : 1;
    for (int i = 0; i < panes.panes().size(); i++) {
      boolean visible = i < shown.size() && mode.shows(i, alone);
      Slot slot = visible ? standIn.orElse(shown.get(i)) : null;
      picture(i, slot, visible && differs, mode, shown);
      caption(i, slot, differs, shown, notes);
    }
    if (mode != CompareMode.DIFFERENCE) {
      difference.close();
    }
    blinker.setRunning(mode == CompareMode.BLINK && standIn.isEmpty());
    divider.setVisible(mode == CompareMode.SPLIT && standIn.isEmpty());
    legend.setVisible(differs);
    ports.setPictures(choice.sizes());
  }

  private void picture(int i, Slot slot, boolean differs, CompareMode mode, List<Slot> shown) {
    Pane pane = panes.panes().get(i);
    pane.setVisible(slot != null);
    if (differs) {
      pane.setPyramid(
          difference.of(
              shown.get(1).picture(), shown.get(0).picture(), ports.offset(1).multiply(-1)));
    } else if (slot != null || mode != CompareMode.BLINK || i > 1) {
      // While they blink both stay painted, so that each appears at once.
      pane.setPyramid(slot == null ? null : pictures.pyramid(slot));
    }
  }

  private void caption(
      int i, Slot slot, boolean differs, List<Slot> shown, Map<String, String> notes) {
    PaneCaption caption = panes.captions().get(i);
    boolean second = differs && i == 0;
    caption.setVisible(slot != null || second);
    if (caption.isVisible()) {
      Slot named = slot == null ? shown.get(i) : slot;
      String title = second ? "\u2212 " + named.title() : named.title();
      caption.set(
          title,
          notes.getOrDefault(named.key(), ""),
          texts.get("viewer.source", i + 1, named.title()));
    }
  }
}
