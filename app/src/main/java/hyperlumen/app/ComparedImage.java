package hyperlumen.app;

import hyperlumen.batch.JobError;
import hyperlumen.batch.Metrics;
import hyperlumen.batch.PicturePairs;
import hyperlumen.photo.PhotoException;
import hyperlumen.progress.CancelledException;

/**
 * A picture beside its reference; written as JSON under these names.
 *
 * @param image the picture's path as it was named
 * @param reference the path of what is right
 * @param metrics null where the two could not be compared
 * @param error why not, or null
 */
record ComparedImage(String image, String reference, Metrics metrics, JobError error) {

  /** Compares; what cannot be read or has another size is an error of this picture alone. */
  static ComparedImage of(PicturePairs.Pair pair) throws CancelledException {
    String image = pair.image().toString();
    String reference = pair.reference().toString();
    try {
      Metrics metrics = Metrics.of(pair.reference(), pair.image());
      return new ComparedImage(image, reference, metrics, null);
    } catch (PhotoException e) {
      return new ComparedImage(image, reference, null, JobError.of(e));
    }
  }
}
