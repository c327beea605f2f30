package hyperlumen.read.dng;

import hyperlumen.photo.PhotoException;
import hyperlumen.progress.CancelledException;

/** Takes the samples of one block in raster order, as decoders produce them. */
interface SampleSink {

  /**
   * Takes the next {@code count} samples: unsigned, 16 bit at most.
   *
   * @return whether more are wanted
   */
  boolean accept(int[] samples, int count) throws PhotoException, CancelledException;
}
