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

/** A photo decoded by this program. */
final class LocalPhoto implements OpenPhoto {

  private final Photo photo;
  private final double readSeconds;
  private final RasterPicture before;
  private final List<PhotoNote> notes;
  private final long modified;

  /** The photo through the colour filters that were chosen last. */
  private volatile Photo seen;

  /**
   * The photo with what there is to say of it.
   *
   * @param photo its samples
   * @param readSeconds what reading took
   * @param before the photo without any network
   */
  LocalPhoto(Photo photo, double readSeconds, RasterPicture before) {
    this.photo = photo;
    this.readSeconds = readSeconds;
    this.before = before;
    notes = PhotoNote.of(photo);
    modified = photo.file().toFile().lastModified();
    seen = photo;
  }

  /** Its samples. */
  Photo photo() {
    return photo;
  }

  /** What reading took. */
  double readSeconds() {
    return readSeconds;
  }

  @Override
  public RasterPicture before() {
    return before;
  }

  @Override
  public List<PhotoNote> notes() {
    return notes;
  }

  /** When its file had been changed last, in milliseconds since 1970. */
  long modified() {
    return modified;
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
      Photo now = adjustments.seen(photo);
      seen = now;
      before.replace(PlainPicture.of(now, adjustments.rendering()));
    }
  }

  @Override
  public Optional<WhiteBalanceSetting> whiteAt(int x, int y) throws PhotoException {
    return PhotoWhite.picked(seen, x, y).map(picked -> picked);
  }

  @Override
  public Optional<Temperature> temperature(WhiteBalanceSetting setting) throws PhotoException {
    return PhotoWhite.temperature(seen, setting);
  }

  @Override
  public OutputFormat defaultFormat() {
    return Enhancer.defaultFormat(photo);
  }

  /** Its samples are ordinary memory. */
  @Override
  public void close() {}
}
