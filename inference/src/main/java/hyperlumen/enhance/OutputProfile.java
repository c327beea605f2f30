package hyperlumen.enhance;

import hyperlumen.colour.ColourSpace;
import hyperlumen.colour.IccProfiles;
import hyperlumen.photo.Bytes;
import hyperlumen.photo.ExifEntry;
import hyperlumen.photo.Metadata;
import hyperlumen.photo.Photo;
import hyperlumen.photo.RgbPhoto;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a result says of its colours: the ICC profile and EXIF's ColorSpace. */
final class OutputProfile {

  private static final int COLOR_SPACE = 0xa001;
  private static final int SHORT = 3;

  /** EXIF 2.32: 1 is sRGB, 65535 anything else. */
  private static final int SRGB = 1;

  private static final int UNCALIBRATED = 65535;

  private OutputProfile() {}

  /** An RGB picture keeps its own; a developed one gets its colour space's. */
  static Optional<Bytes> of(Photo photo, ColourSpace space) {
    return photo instanceof RgbPhoto ? photo.iccProfile() : Optional.of(IccProfiles.of(space));
  }

  /** The photo's metadata; a developed one's ColorSpace is that of the result. */
  static Metadata metadata(Photo photo, ColourSpace space) {
    Metadata source = photo.metadata();
    if (photo instanceof RgbPhoto) {
      return source;
    }
    int value = space == ColourSpace.SRGB ? SRGB : UNCALIBRATED;
    List<ExifEntry> entries = new ArrayList<>(source.exif());
    entries.removeIf(e -> e.tag() == COLOR_SPACE);
    entries.add(
        new ExifEntry(
            ExifEntry.Directory.EXIF,
            COLOR_SPACE,
            SHORT,
            1,
            new Bytes(new byte[] {(byte) value, (byte) (value >> 8)})));
    return source.with(entries, source.xmp());
  }
}
