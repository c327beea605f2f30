package hyperlumen.ui.studio;

import hyperlumen.ui.Figures;
import hyperlumen.ui.Texts;
import hyperlumen.ui.service.EnhancedPhoto;
import hyperlumen.ui.service.OpenPhoto;
import hyperlumen.ui.viewer.Slot;
import java.util.ArrayList;
import java.util.List;

/**
 * Names everything a photo can be compared with: itself before, the present result, earlier
 * results, other programs' outputs, the reference; in this order.
 */
final class ComparedPictures {

  private final Texts texts;
  private final ModelWords words;
  private final Figures figures;

  ComparedPictures(Texts texts) {
    words = new ModelWords(texts);
    this.texts = texts;
    figures = new Figures(texts);
  }

  /** What there is for {@code item}, which may be null. */
  List<Slot> of(PhotoItem item, List<OtherPictures.Found> others) {
    List<Slot> slots = new ArrayList<>();
    OpenPhoto photo = item == null ? null : item.photoProperty().get();
    if (photo == null) {
      return slots;
    }
    slots.add(new Slot("before", Slot.Role.BEFORE, texts.get("viewer.before"), photo.before()));
    if (item.growingProperty().get() != null) {
      slots.add(
          new Slot(
              "growing",
              Slot.Role.RESULT,
              texts.get("viewer.growing"),
              item.growingProperty().get()));
    }
    EnhancedPhoto present = item.enhancementProperty().get();
    for (PhotoRun run : item.runs().reversed()) {
      EnhancedPhoto result = run.resultProperty().get();
      if (result != null) {
        Slot slot = new Slot(key(run), Slot.Role.RESULT, title(run), result.picture());
        slots.add(result.equals(present) ? 1 : slots.size(), slot);
      }
    }
    for (OtherPictures.Found other : others) {
      OtherPictures.Source source = other.source();
      boolean reference = source.role() == Slot.Role.REFERENCE;
      slots.add(
          new Slot(
              source.role() + ":" + source.place(),
              source.role(),
              reference ? texts.get("viewer.reference") : source.name(),
              other.picture().before()));
    }
    return slots;
  }

  /** The key of a run's picture. */
  static String key(PhotoRun run) {
    return "run:" + run.number();
  }

  private String title(PhotoRun run) {
    String model =
        run.filters()
            .map(f -> words.title(run.model()) + ", " + f)
            .orElseGet(() -> words.title(run.model()));
    return run.noise() == 1
        ? texts.get("viewer.after", model)
        : texts.get("viewer.afterNoise", model, figures.number(run.noise()));
  }
}
