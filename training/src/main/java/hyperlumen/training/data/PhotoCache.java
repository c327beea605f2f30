package hyperlumen.training.data;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Training photos, decoded and reduced once, then mapped: interleaved 8-bit sRGB.
 *
 * <p>Photos are reduced by a whole factor (mean of blocks) to be free of JPEG artefacts and camera
 * noise. One in twenty, by position in the sorted list, is held out for validation.
 */
public final class PhotoCache {

  /** Every such photo of the sorted list is for validation only. */
  private static final int HOLD_OUT = 20;

  private final List<Photo> training;
  private final List<Photo> validation;

  private PhotoCache(List<Photo> training, List<Photo> validation) {
    this.training = List.copyOf(training);
    this.validation = List.copyOf(validation);
  }

  /**
   * One reduced photo.
   *
   * @param name file name of the source
   * @param width columns
   * @param height rows
   * @param samples interleaved red, green, blue, one byte each
   */
  public record Photo(String name, int width, int height, ByteBuffer samples) {

    /** Sample 0 to 255 at (x, y) of channel 0 to 2. */
    int sample(int x, int y, int channel) {
      return samples.get((y * width + x) * 3 + channel) & 0xff;
    }
  }

  /**
   * Opens the cache in {@code cache}, filling it from the pictures below {@code sources} first
   * where they are not in it yet.
   */
  public static PhotoCache open(List<Path> sources, Path cache) throws IOException {
    Files.createDirectories(cache);
    List<Path> files = new ArrayList<>();
    for (Path source : sources) {
      try (Stream<Path> walk = Files.walk(source)) {
        walk.filter(PhotoCache::isPicture).forEach(files::add);
      }
    }
    files.sort((a, b) -> a.getFileName().toString().compareTo(b.getFileName().toString()));
    if (files.isEmpty()) {
      throw new IOException("there are no pictures below " + sources);
    }
    List<Path> cached = files.parallelStream().map(file -> prepare(file, cache)).toList();
    List<Photo> training = new ArrayList<>();
    List<Photo> validation = new ArrayList<>();
    for (int i = 0; i < cached.size(); i++) {
      Photo photo = map(cached.get(i));
      (i % HOLD_OUT == HOLD_OUT / 2 ? validation : training).add(photo);
    }
    return new PhotoCache(training, validation);
  }

  private static boolean isPicture(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return Files.isRegularFile(file)
        && (name.endsWith(".jpg") || name.endsWith(".jpeg") || name.endsWith(".png"));
  }

  /** Block size of the reduction: 2, or 4 for sources known to be soft or noisy. */
  private static int factor(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean soft =
        (lower.contains("tea") && lower.contains("gardens")) || lower.contains("budgie_branch");
    return soft ? 4 : 2;
  }

  private static Path prepare(Path file, Path cache) {
    String name = file.getFileName().toString();
    try {
      try (Stream<Path> list = Files.list(cache)) {
        List<Path> known =
            list.filter(p -> p.getFileName().toString().startsWith(name + ".")).toList();
        if (!known.isEmpty()) {
          return known.getFirst();
        }
      }
      BufferedImage image = ImageIO.read(file.toFile());
      if (image == null) {
        throw new IOException(name + " is no picture that can be read");
      }
      int factor = factor(name);
      int width = image.getWidth() / factor;
      int height = image.getHeight() / factor;
      byte[] samples = new byte[width * height * 3];
      int[] rows = new int[image.getWidth() * factor];
      for (int y = 0; y < height; y++) {
        image.getRGB(0, y * factor, image.getWidth(), factor, rows, 0, image.getWidth());
        for (int x = 0; x < width; x++) {
          reduce(rows, image.getWidth(), x, factor, samples, (y * width + x) * 3);
        }
      }
      Path target = cache.resolve(name + "." + width + "x" + height + ".rgb");
      Path partial = cache.resolve("partial-" + name);
      Files.write(partial, samples);
      return Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void reduce(int[] rows, int stride, int x, int factor, byte[] out, int at) {
    int red = 0;
    int green = 0;
    int blue = 0;
    for (int dy = 0; dy < factor; dy++) {
      for (int dx = 0; dx < factor; dx++) {
        int pixel = rows[dy * stride + x * factor + dx];
        red += pixel >> 16 & 0xff;
        green += pixel >> 8 & 0xff;
        blue += pixel & 0xff;
      }
    }
    int area = factor * factor;
    out[at] = (byte) ((red + area / 2) / area);
    out[at + 1] = (byte) ((green + area / 2) / area);
    out[at + 2] = (byte) ((blue + area / 2) / area);
  }

  private static Photo map(Path file) throws IOException {
    String name = file.getFileName().toString();
    String[] parts = name.split("\\.", -1);
    String[] size = parts[parts.length - 2].split("x", -1);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      MappedByteBuffer samples = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      return new Photo(name, Integer.parseInt(size[0]), Integer.parseInt(size[1]), samples);
    }
  }

  /** The photos to train on. */
  public List<Photo> training() {
    return training;
  }

  /** The photos held out. */
  public List<Photo> validation() {
    return validation;
  }
}
