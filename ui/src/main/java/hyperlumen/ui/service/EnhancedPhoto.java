package hyperlumen.ui.service;

import hyperlumen.photo.PhotoException;
import hyperlumen.ui.image.PictureSource;
import hyperlumen.ui.image.TilePlan;

/** A model's finished result on one photo. Thread-safe. */
public interface EnhancedPhoto extends AutoCloseable {

  /** The model that made it. */
  ModelFacts model();

  /** The result at the present strength; of the same size as the photo's plain picture. */
  PictureSource picture();

  /**
   * Develops the result anew without running the network again: strength always, exposure, white
   * balance and look where {@link #isRendered}. May take a moment; the picture announces its
   * change.
   */
  void develop(Adjustments adjustments) throws PhotoException;

  /** Whether exposure, white balance and look take effect without another run. */
  boolean isRendered();

  /** What it cost. */
  CostReadout cost();

  /** How the network cut the photo into tiles. */
  TilePlan tilePlan();

  /** Releases the result's samples. */
  @Override
  void close();
}
