package hyperlumen.write;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Pulls a picture band by band and writes it: the calling thread pulls and writes, others encode
 * the bands in between. Memory: one float band, and raw and encoded bytes of {@code threads + 1}
 * bands.
 */
final class BandPipeline {

  private final RasterSource source;
  private final Quantiser quantiser;
  private final OutputSpec spec;
  private final Progress progress;

  BandPipeline(RasterSource source, Quantiser quantiser, OutputSpec spec, Progress progress) {
    this.source = source;
    this.quantiser = quantiser;
    this.spec = spec;
    this.progress = progress;
  }

  /** Writes all bands to {@code file} through encoders made by {@code encoders}. */
  void run(AtomicFile file, Supplier<? extends BandEncoder> encoders)
      throws PhotoException, CancelledException {
    Size size = source.size();
    int bandRows = Math.min(spec.bandRows(), size.height());
    int bands = Math.ceilDiv(size.height(), bandRows);
    int slots = Math.min(bands, spec.threads() + 1);
    List<BandEncoder> ring = new ArrayList<>();
    List<Future<?>> pending = new ArrayList<>();
    Raster raster = new Raster(source.channels(), bandRows, size.width());
    int rowBytes = quantiser.rowBytes(size.width());
    byte[] above = new byte[rowBytes];
    try (EncoderThreads threads = new EncoderThreads(Math.min(bands, spec.threads()))) {
      for (int band = 0; band < bands; band++) {
        if (band < slots) {
          ring.add(encoders.get());
        } else {
          finish(pending.get(band - slots), ring.get(band % slots), file);
        }
        progress.checkCancelled();
        int y = band * bandRows;
        int rows = Math.min(bandRows, size.height() - y);
        source.read(new Region(0, y, size.width(), rows), raster);
        progress.checkCancelled(); // What was read after a cancellation is not the picture.
        BandEncoder encoder = ring.get(band % slots);
        quantiser.quantise(raster, rows, encoder.raw());
        System.arraycopy(above, 0, encoder.above(), 0, encoder.above().length);
        System.arraycopy(encoder.raw(), (rows - 1) * rowBytes, above, 0, rowBytes);
        boolean last = band == bands - 1;
        pending.add(threads.executor().submit(() -> encoder.encode(rows, last)));
        progress.advance(Progress.Stage.WRITE, y + rows, size.height());
      }
      for (int band = Math.max(0, bands - slots); band < bands; band++) {
        finish(pending.get(band), ring.get(band % slots), file);
      }
    } finally {
      ring.forEach(BandEncoder::close);
    }
  }

  /** The threads that encode; what none of them has begun when this is closed is left out. */
  private record EncoderThreads(ExecutorService executor) implements AutoCloseable {

    EncoderThreads(int count) {
      this(Executors.newFixedThreadPool(count));
    }

    @Override
    public void close() {
      executor.shutdownNow();
      executor.close();
    }
  }

  private void finish(Future<?> encoded, BandEncoder encoder, AtomicFile file)
      throws PhotoException, CancelledException {
    try {
      progress.await(encoded);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
    encoder.write(file);
  }
}
