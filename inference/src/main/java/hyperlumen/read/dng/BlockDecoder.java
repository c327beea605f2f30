package hyperlumen.read.dng;

import hyperlumen.photo.PhotoException;
import hyperlumen.progress.CancelledException;

/** Decodes blocks of one compression; holds buffers and so belongs to one thread. */
interface BlockDecoder extends AutoCloseable {

  /** Sends the samples of {@code block} to {@code sink} until they end or no more are wanted. */
  void decode(Block block, SampleSink sink) throws PhotoException, CancelledException;

  /** Frees what it holds outside the heap. */
  @Override
  default void close() {}
}
