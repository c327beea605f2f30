package hyperlumen.training.evaluate;

import hyperlumen.photo.Photo;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RawPhoto;
import hyperlumen.photo.Size;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import hyperlumen.read.PhotoReader;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real burst of a still scene: single frames as plain DNG files, and the mean of other frames as
 * truth, demosaiced by dcraw (AHD, no noise reduction) as the reference.
 */
final class BurstRaw {

  /** Every third frame; they are all alike. */
  private static final List<String> FRAMES = List.of("frame00", "frame03", "frame06");

  private static final int BLACK = 60;
  private static final int WHITE = 1023;
  private static final int DEEPER = 64;
  private static final int DCRAW_SECONDS = 120;

  private BurstRaw() {}

  /**
   * The scene of a folder with frameNN.dng and gt_*.pgm; empty where there is none or no dcraw.
   *
   * @param missing is told in one sentence what is missing
   */
  static Optional<RawScene> of(Path folder, Path work, List<String> missing) throws IOException {
    Optional<Path> mean = groundTruth(folder);
    if (mean.isEmpty()) {
      return Optional.empty();
    }
    Path reference = work.resolve("gt.ppm");
    Path clean = work.resolve("gt.dng");
    List<Path> frames = new ArrayList<>();
    RawPhoto first = null;
    for (String name : FRAMES) {
      RawPhoto raw = raw(folder.resolve(name + ".dng"));
      first = first == null ? raw : first;
      Path file = work.resolve(name + ".dng");
      if (!Files.exists(file)) {
        dng(raw, raw.mosaic().samples(), 1).write(file);
      }
      frames.add(file);
    }
    if (!Files.exists(clean)) {
      dng(first, samples(Pnm.read(mean.get()), first.mosaic().size(), mean.get()), DEEPER)
          .write(clean);
    }
    if (!Files.exists(reference) && !dcraw(clean, reference)) {
      missing.add("the burst's reference is demosaiced by dcraw, which is not installed");
      return Optional.empty();
    }
    Raster truth = Pnm.read(reference).raster();
    return Optional.of(new RawScene("burst", folder.getFileName() + "", clean, truth, frames));
  }

  private static Optional<Path> groundTruth(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.getFileName().toString().matches("gt_.*\\.pgm")).findFirst();
    }
  }

  private static RawPhoto raw(Path file) throws IOException {
    try {
      Photo photo = PhotoReader.read(file, Progress.NONE);
      if (photo instanceof RawPhoto raw) {
        return raw;
      }
      throw new IOException(file + " is no mosaic");
    } catch (CancelledException e) {
      throw new IllegalStateException("nobody can have cancelled this", e);
    }
  }

  private static EvaluationDng dng(RawPhoto raw, short[] samples, int scale) {
    return new EvaluationDng(
        raw.mosaic().size(),
        samples,
        BLACK * scale,
        WHITE * scale,
        raw.colour().asShotNeutral(),
        raw.cfa());
  }

  private static short[] samples(Pnm picture, Size size, Path file) throws IOException {
    if (picture.channels() != 1 || !picture.size().equals(size)) {
      throw new IOException(file + " has not the size of the frames, " + size);
    }
    return picture.samples();
  }

  /** Develops with dcraw; false where it is not installed. */
  private static boolean dcraw(Path in, Path out) throws IOException {
    Path partial = out.resolveSibling(out.getFileName() + ".partial");
    Process process;
    try {
      process =
          new ProcessBuilder("dcraw", "-c", "-w", "-4", "-q", "3", in.toString())
              .redirectOutput(partial.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
              .start();
    } catch (IOException e) {
      Files.deleteIfExists(partial);
      return false;
    }
    try {
      if (!process.waitFor(DCRAW_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException("dcraw could not develop " + in);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while dcraw was running", e);
    }
    Files.move(partial, out);
    return true;
  }

  /**
   * A binary PGM or PPM picture (Netpbm P5, P6) of 16 bits.
   *
   * @param size columns and rows
   * @param channels 1 or 3
   * @param samples interleaved, unsigned
   */
  record Pnm(Size size, int channels, short[] samples) {

    static Pnm read(Path file) throws IOException {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.BIG_ENDIAN);
      String kind = token(bytes);
      int width = Integer.parseInt(token(bytes));
      int height = Integer.parseInt(token(bytes));
      int most = Integer.parseInt(token(bytes));
      int channels = kind.equals("P6") ? 3 : 1;
      if (most < 256 || bytes.remaining() < 2L * channels * width * height) {
        throw new IOException(file + " is no PGM or PPM picture of 16 bits");
      }
      short[] samples = new short[channels * width * height];
      bytes.asShortBuffer().get(samples);
      return new Pnm(new Size(width, height), channels, samples);
    }

    private static String token(ByteBuffer bytes) {
      StringBuilder token = new StringBuilder();
      boolean comment = false;
      while (true) {
        int b = bytes.get();
        if (comment || b == '#') {
          comment = b != '\n';
        } else if (Character.isWhitespace(b)) {
          if (!token.isEmpty()) {
            return token.toString();
          }
        } else {
          token.append(new String(new byte[] {(byte) b}, StandardCharsets.ISO_8859_1));
        }
      }
    }

    /** Planes of samples over 65535. */
    Raster raster() {
      Raster raster = new Raster(channels, size.height(), size.width());
      int pixels = size.width() * size.height();
      for (int i = 0; i < pixels; i++) {
        for (int c = 0; c < channels; c++) {
          raster.samples()[c * pixels + i] =
              Short.toUnsignedInt(samples[i * channels + c]) / 65535f;
        }
      }
      return raster;
    }
  }
}
