package hyperlumen.ui.service;

import hyperlumen.colour.Temperature;
import hyperlumen.colour.WhiteBalanceSetting;
import hyperlumen.enhance.PhotoNote;
import hyperlumen.ui.image.StoredPicture;
import hyperlumen.write.OutputFormat;
import java.util.List;
import java.util.Optional;

/**
 * A photo of {@link FakeService}.
 *
 * @param rendered takes the adjustments it is developed with
 */
record FakePhoto(PhotoFacts facts, StoredPicture before, List<Adjustments> rendered)
    implements OpenPhoto {

  /** A file of that name has something odd. */
  @Override
  public List<PhotoNote> notes() {
    return facts.file().getFileName().toString().startsWith("odd")
        ? List.of(new PhotoNote(PhotoNote.Subject.FILTERS, "they are rather RGGB"))
        : List.of();
  }

  private boolean isRaw() {
    return facts.kind() == PhotoFacts.Kind.RAW;
  }

  @Override
  public void develop(Adjustments adjustments) {
    rendered.add(adjustments);
  }

  @Override
  public Optional<WhiteBalanceSetting> whiteAt(int x, int y) {
    return isRaw()
        ? Optional.of(new WhiteBalanceSetting.Picked(x + 1.0, y + 1.0, 1))
        : Optional.empty();
  }

  @Override
  public Optional<Temperature> temperature(WhiteBalanceSetting setting) {
    return isRaw() ? Optional.of(new Temperature(4300, 5)) : Optional.empty();
  }

  @Override
  public OutputFormat defaultFormat() {
    return isRaw() ? OutputFormat.TIFF16 : OutputFormat.PNG8;
  }

  @Override
  public void close() {
    before.close();
  }
}
