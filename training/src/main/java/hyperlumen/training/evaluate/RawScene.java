package hyperlumen.training.evaluate;

import hyperlumen.photo.Raster;
import java.nio.file.Path;
import java.util.List;

/**
 * A RAW scene with known truth.
 *
 * @param name such as kodak-mosaic
 * @param condition such as g4
 * @param groundTruth a mosaic without noise: fixes a developer's three channel gains
 * @param truth linear RGB, balanced as shot, any scale
 * @param frames noisy mosaics of it
 */
record RawScene(String name, String condition, Path groundTruth, Raster truth, List<Path> frames) {

  RawScene {
    frames = List.copyOf(frames);
  }

  /** Name and condition, as results are listed under. */
  String key() {
    return name + "/" + condition;
  }
}
