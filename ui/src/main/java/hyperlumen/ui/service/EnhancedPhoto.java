package hyperlumen.ui.service;

import hyperlumen.ui.image.PictureSource;
import hyperlumen.ui.image.TilePlan;

/** A model's finished result on one photo. Thread-safe. */
public interface EnhancedPhoto extends AutoCloseable {

  /** The model that made it. */
  ModelFacts model();

  /** The result at the present strength; of the same size as the photo's plain picture. */
  PictureSource picture();

  /**
   * Blends the result with the input without running the network again; returns at once, the
   * picture announces its change.
   *
   * @param strength 0 (the input) to 1 (the network's result)
   */
  void setStrength(double strength);

  /** What it cost. */
  CostReadout cost();

  /** How the network cut the photo into tiles. */
  TilePlan tilePlan();

  /** Releases the result's samples. */
  @Override
  void close();
}
