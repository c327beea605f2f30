package hyperlumen.ui.service;

import hyperlumen.colour.Temperature;
import hyperlumen.colour.WhiteBalanceSetting;
import hyperlumen.enhance.PhotoNote;
import hyperlumen.photo.PhotoException;
import hyperlumen.ui.image.PictureSource;
import hyperlumen.write.OutputFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A decoded photo with its plain picture (for RAW: plainly demosaiced). Thread-safe. */
public interface OpenPhoto extends AutoCloseable {

  /** What is known about the file. */
  PhotoFacts facts();

  /** What the user should know of it, as its file has it, before a result is judged. */
  default List<PhotoNote> notes() {
    return List.of();
  }

  /** The photo without any network, upright, display-referred. */
  PictureSource before();

  /**
   * Renders the plain picture anew with these exposure, white balance, look and colour filters;
   * does nothing for a finished picture. May take a moment; the picture announces its change.
   */
  void develop(Adjustments adjustments) throws PhotoException;

  /**
   * The setting that makes the colour around a point grey; empty where it is black or the photo is
   * a finished picture.
   *
   * @param x column of the upright picture
   * @param y row of the upright picture
   */
  Optional<WhiteBalanceSetting> whiteAt(int x, int y) throws PhotoException;

  /** The light that a setting makes white; empty for a finished picture. */
  Optional<Temperature> temperature(WhiteBalanceSetting setting) throws PhotoException;

  /** The format that comes nearest to the input. */
  OutputFormat defaultFormat();

  /** The formats its result can be saved in: a linear DNG only of a RAW photo. */
  default List<OutputFormat> formats() {
    return Arrays.stream(OutputFormat.values())
        .filter(format -> format != OutputFormat.DNG || facts().kind() == PhotoFacts.Kind.RAW)
        .toList();
  }

  /** Releases the decoded samples; {@link #before} may not be used any more. */
  @Override
  void close();
}
