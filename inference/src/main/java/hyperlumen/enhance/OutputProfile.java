package hyperlumen.enhance;

import hyperlumen.colour.ColourSpace;
import hyperlumen.photo.Bytes;
import hyperlumen.photo.Photo;
import hyperlumen.photo.RgbPhoto;
import java.util.Optional;

/** The ICC profile of a result. */
final class OutputProfile {

  private OutputProfile() {}

  /** An RGB picture keeps its own; a developed one gets its colour space's. */
  static Optional<Bytes> of(Photo photo, ColourSpace space) {
    return photo instanceof RgbPhoto ? photo.iccProfile() : Optional.empty();
  }
}
