package hyperlumen.ui.service;

import hyperlumen.ui.image.PictureSource;
import hyperlumen.write.OutputFormat;

/** A decoded photo with its plain picture (for RAW: plainly demosaiced). Thread-safe. */
public interface OpenPhoto extends AutoCloseable {

  /** What is known about the file. */
  PhotoFacts facts();

  /** The photo without any network, upright, display-referred. */
  PictureSource before();

  /** The format that comes nearest to the input. */
  OutputFormat defaultFormat();

  /** Releases the decoded samples; {@link #before} may not be used any more. */
  @Override
  void close();
}
