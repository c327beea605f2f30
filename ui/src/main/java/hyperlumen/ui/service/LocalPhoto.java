package hyperlumen.ui.service;

import hyperlumen.colour.Temperature;
import hyperlumen.colour.WhiteBalanceSetting;
import hyperlumen.enhance.Enhancer;
import hyperlumen.enhance.PhotoNote;
import hyperlumen.enhance.PhotoWhite;
import hyperlumen.enhance.PlainPicture;
import hyperlumen.photo.LinearPhoto;
import hyperlumen.photo.Photo;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.RawPhoto;
import hyperlumen.photo.RgbPhoto;
import hyperlumen.ui.image.RasterPicture;
import hyperlumen.write.OutputFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A photo decoded by this program.
 *
 * @param photo its samples
 * @param readSeconds what reading took
 * @param before the photo without any network
 * @param notes what the user should know of it
 * @param modified when its file had been changed last, in milliseconds since 1970
 */
record LocalPhoto(
    Photo photo, double readSeconds, RasterPicture before, List<PhotoNote> notes, long modified)
    implements OpenPhoto {

  /** The photo with what there is to say of it. */
  LocalPhoto(Photo photo, double readSeconds, RasterPicture before) {
    this(photo, readSeconds, before, PhotoNote.of(photo), photo.file().toFile().lastModified());
  }

  /** Bits per sample of the photo's pictures: RAW is developed to 16. */
  static int bits(Photo photo) {
    return photo instanceof RgbPhoto rgb ? rgb.samples().bits() : 16;
  }

  @Override
  public PhotoFacts facts() {
    ExposureText exif = new ExposureText(photo.metadata());
    return new PhotoFacts(
        photo.file(),
        kind(),
        photo.metadata().orientation().upright(photo.finishedSize()),
        format(),
        exif.camera(),
        exif.exposure());
  }

  private PhotoFacts.Kind kind() {
    return switch (photo) {
      case RawPhoto raw -> PhotoFacts.Kind.RAW;
      case LinearPhoto linear -> PhotoFacts.Kind.LINEAR;
      case RgbPhoto rgb -> PhotoFacts.Kind.RGB;
    };
  }

  private String format() {
    int bits =
        switch (photo) {
          case RawPhoto raw -> raw.bits();
          case LinearPhoto linear -> linear.samples().bits();
          case RgbPhoto rgb -> rgb.samples().bits();
        };
    return container() + ", " + bits + " bit, " + photo.compression();
  }

  private String container() {
    if (photo instanceof RgbPhoto rgb) {
      return rgb.format().name();
    }
    String name = photo.file().getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
  }

  @Override
  public void develop(Adjustments adjustments) throws PhotoException {
    if (!(photo instanceof RgbPhoto)) {
      before.replace(PlainPicture.of(photo, adjustments.rendering()));
    }
  }

  @Override
  public Optional<WhiteBalanceSetting> whiteAt(int x, int y) throws PhotoException {
    return PhotoWhite.picked(photo, x, y).map(picked -> picked);
  }

  @Override
  public Optional<Temperature> temperature(WhiteBalanceSetting setting) throws PhotoException {
    return PhotoWhite.temperature(photo, setting);
  }

  @Override
  public OutputFormat defaultFormat() {
    return Enhancer.defaultFormat(photo);
  }

  /** Its samples are ordinary memory. */
  @Override
  public void close() {}
}
