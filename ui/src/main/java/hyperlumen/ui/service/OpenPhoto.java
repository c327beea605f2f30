package hyperlumen.ui.service;

import hyperlumen.ui.image.PictureSource;
import hyperlumen.write.OutputFormat;
import java.util.Arrays;
import java.util.List;

/** A decoded photo with its plain picture (for RAW: plainly demosaiced). Thread-safe. */
public interface OpenPhoto extends AutoCloseable {

  /** What is known about the file. */
  PhotoFacts facts();

  /** The photo without any network, upright, display-referred. */
  PictureSource before();

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
