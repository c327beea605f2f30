package hyperlumen.ui.service;

import hyperlumen.photo.Size;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Small pictures kept on disk as PNG files. A name is the hash of the photo's path, length, time
 * and the side asked for, so that a photo that has changed gets a new one. Nothing here is worth an
 * error: what cannot be read or written is made again. For one thread at a time.
 */
final class ThumbnailCache {

  /** Some 50 MB; a photographer's year. */
  private static final int MOST_FILES = 4000;

  /** Looked at for removal every so many new pictures. */
  private static final int SWEEP_EVERY = 200;

  private static final System.Logger LOG = System.getLogger(ThumbnailCache.class.getName());

  private final Path folder;
  private int written;

  ThumbnailCache(Path folder) {
    this.folder = folder;
  }

  /** The picture of {@code photo} from an earlier time. */
  Optional<Thumbnail> find(Path photo, int side) {
    try {
      Path file = file(photo, side);
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      BufferedImage image = ImageIO.read(file.toFile());
      if (image == null || image.getWidth() > side || image.getHeight() > side) {
        return Optional.empty();
      }
      // The youngest survive the next sweep.
      Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
      Size size = new Size(image.getWidth(), image.getHeight());
      int[] argb = image.getRGB(0, 0, size.width(), size.height(), null, 0, size.width());
      return Optional.of(new Thumbnail(size, argb));
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.DEBUG, "thumbnail not read", e);
      return Optional.empty();
    }
  }

  /** Keeps the picture of {@code photo}. */
  void keep(Path photo, int side, Thumbnail thumbnail) {
    try {
      Path file = file(photo, side);
      Files.createDirectories(folder);
      Size size = thumbnail.size();
      BufferedImage image =
          new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
      image.setRGB(0, 0, size.width(), size.height(), thumbnail.argb(), 0, size.width());
      Path partial = Files.createTempFile(folder, "new", ".partial");
      ImageIO.write(image, "png", partial.toFile());
      Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
      if (written++ % SWEEP_EVERY == 0) {
        sweep();
      }
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.DEBUG, "thumbnail not written", e);
    }
  }

  private Path file(Path photo, int side) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(photo, BasicFileAttributes.class);
    String key =
        photo.toAbsolutePath()
            + "\n"
            + attributes.size()
            + "\n"
            + attributes.lastModifiedTime().toMillis()
            + "\n"
            + side;
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return folder.resolve(HexFormat.of().formatHex(hash, 0, 16) + ".png");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  private void sweep() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> byAge =
          files.sorted(Comparator.comparing(ThumbnailCache::age).reversed()).toList();
      for (int i = MOST_FILES; i < byAge.size(); i++) {
        Files.deleteIfExists(byAge.get(i));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static FileTime age(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0); // It has just gone.
    }
  }
}
