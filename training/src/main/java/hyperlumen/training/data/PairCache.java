package hyperlumen.training.data;

import hyperlumen.photo.IntegerSamples;
import hyperlumen.read.bitmap.BitmapReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Pairs of noisy and clean photographs, decoded once and then mapped: interleaved 8-bit sRGB.
 *
 * @param training to train on
 * @param validation one in twenty, by position in the list, and at least one
 */
public record PairCache(List<Pair> training, List<Pair> validation) {

  private static final int HOLD_OUT = 20;

  /** The same place of both has the same coordinates. */
  public record Pair(PhotoCache.Photo clean, PhotoCache.Photo noisy) {}

  public PairCache {
    training = List.copyOf(training);
    validation = List.copyOf(validation);
  }

  /** Opens the cache, filling it first with what is missing. */
  public static PairCache open(List<PicturePair> pairs, Path cache) throws IOException {
    Files.createDirectories(cache);
    List<Pair> training = new ArrayList<>();
    List<Pair> validation = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      PicturePair files = pairs.get(i);
      PhotoCache.Photo clean = photo(files.name() + "-clean", files.reference(), cache);
      PhotoCache.Photo noisy = photo(files.name() + "-noisy", files.input(), cache);
      if (clean.width() != noisy.width() || clean.height() != noisy.height()) {
        throw new IOException(files.input() + " has not the size of its reference");
      }
      boolean held = i % HOLD_OUT == Math.min(HOLD_OUT, pairs.size()) / 2;
      (held ? validation : training).add(new Pair(clean, noisy));
    }
    // A single pair serves both ends.
    return new PairCache(training.isEmpty() ? validation : training, validation);
  }

  private static PhotoCache.Photo photo(String name, Path file, Path cache) throws IOException {
    IntegerSamples samples = null;
    Path size = cache.resolve(name + ".size");
    Path target = cache.resolve(name + ".rgb");
    if (!Files.exists(size) || !Files.exists(target)) {
      samples = BitmapReader.read(file).samples();
      if (!(samples instanceof IntegerSamples.Samples8 eight) || samples.channels() != 3) {
        throw new IOException(file + " is no colour picture of 8 bits");
      }
      Path partial = cache.resolve(name + ".partial");
      Files.write(partial, eight.samples());
      Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
      Files.writeString(size, samples.size().width() + "x" + samples.size().height());
    }
    String[] sides = Files.readString(size).split("x", -1);
    try (FileChannel channel = FileChannel.open(target, StandardOpenOption.READ)) {
      return new PhotoCache.Photo(
          name,
          Integer.parseInt(sides[0]),
          Integer.parseInt(sides[1]),
          channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
    }
  }
}
