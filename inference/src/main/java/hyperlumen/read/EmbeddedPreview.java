package hyperlumen.read;

import hyperlumen.photo.Orientation;
import hyperlumen.photo.PhotoException;
import hyperlumen.read.tiff.ByteView;
import hyperlumen.read.tiff.Directory;
import hyperlumen.read.tiff.Tag;
import hyperlumen.read.tiff.TiffFile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * The finished picture that a camera put into its RAW file: there in milliseconds, whereas
 * developing takes seconds. For small pictures only; nothing of it gets into a result.
 *
 * @param image RGB, before it is turned
 * @param orientation how it is turned to be upright
 */
public record EmbeddedPreview(BufferedImage image, Orientation orientation) {

  /** Full-size previews of 100 MPix cameras have some 30 MB. */
  private static final int MOST_BYTES = 64 << 20;

  /** No preview is larger than its photo. */
  private static final long MOST_PIXELS = 400_000_000L;

  /** Cameras write one scan, or ten of a progressive file; each costs a pass. */
  private static final int MOST_SCANS = 20;

  /** A file of more directories is not a photo's. */
  private static final int MOST_DIRECTORIES = 200;

  private static final int JPEG_OFFSET = 0x0201;
  private static final int JPEG_LENGTH = 0x0202;
  private static final int OLD_JPEG = 6;
  private static final int JPEG = 7;

  /** A JPEG inside a file with its declared size. */
  private record Place(long offset, int length, int width, int height) {
    int side() {
      return Math.max(width, height);
    }
  }

  /**
   * The smallest preview that has at least {@code side} pixels on its longer side, reduced on
   * reading to about twice that; the largest if none has.
   *
   * @return empty for files that are no TIFF-like RAW, have none, or are damaged
   */
  public static Optional<EmbeddedPreview> of(Path file, int side) {
    try (ByteView view = ByteView.map(file)) {
      if (!TiffFile.isTiff(view)) {
        return Optional.empty();
      }
      TiffFile tiff = TiffFile.parse(view);
      List<Place> places = new ArrayList<>();
      List<Directory> directories = new ArrayList<>(tiff.chain());
      for (int i = 0; i < directories.size() && i < MOST_DIRECTORIES; i++) {
        Directory directory = directories.get(i);
        directories.addAll(directory.subDirectories());
        place(view, directory).ifPresent(places::add);
      }
      Orientation orientation = Orientation.ofExif(tiff.main().intValue(Tag.ORIENTATION, 1));
      Comparator<Place> bySide = Comparator.comparingInt(Place::side);
      Optional<Place> best =
          places.stream()
              .filter(p -> p.side() >= side)
              .min(bySide)
              .or(() -> places.stream().max(bySide));
      return best.isEmpty()
          ? Optional.empty()
          : decode(view, best.get(), side).map(i -> new EmbeddedPreview(i, orientation));
    } catch (IOException | RuntimeException | StackOverflowError | InternalError e) {
      // Opening the photo will say what is wrong with it; here it only has no preview.
      return Optional.empty();
    }
  }

  private static Optional<Place> place(ByteView view, Directory directory) throws PhotoException {
    if (directory.has(JPEG_OFFSET) && directory.has(JPEG_LENGTH)) {
      return jpeg(
          view,
          directory.entries().get(JPEG_OFFSET).unsigned(0),
          directory.entries().get(JPEG_LENGTH).unsigned(0));
    }
    int compression = directory.intValue(Tag.COMPRESSION, 1);
    boolean oneStrip =
        directory.has(Tag.STRIP_OFFSETS)
            && directory.entries().get(Tag.STRIP_OFFSETS).count() == 1
            && directory.has(Tag.STRIP_BYTE_COUNTS);
    if ((compression == JPEG || compression == OLD_JPEG) && oneStrip) {
      return jpeg(
          view,
          directory.entries().get(Tag.STRIP_OFFSETS).unsigned(0),
          directory.entries().get(Tag.STRIP_BYTE_COUNTS).unsigned(0));
    }
    return Optional.empty();
  }

  /** The place if a lossy JPEG of a bearable size stands there. */
  private static Optional<Place> jpeg(ByteView view, long offset, long length)
      throws PhotoException {
    if (length < 4 || length > MOST_BYTES || !view.contains(offset, length)) {
      return Optional.empty();
    }
    byte[] bytes = view.copy(offset, (int) length);
    if ((bytes[0] & 0xff) != 0xff || (bytes[1] & 0xff) != 0xd8) {
      return Optional.empty();
    }
    int at = 2;
    while (at + 9 < bytes.length && (bytes[at] & 0xff) == 0xff) {
      int marker = bytes[at + 1] & 0xff;
      if (marker >= 0xc0 && marker <= 0xc2) {
        int height = u16(bytes, at + 5);
        int width = u16(bytes, at + 7);
        boolean bearable =
            width > 0
                && height > 0
                && (long) width * height <= MOST_PIXELS
                && scans(bytes) <= MOST_SCANS;
        return bearable
            ? Optional.of(new Place(offset, (int) length, width, height))
            : Optional.empty();
      }
      if (marker == 0xda
          || (marker >= 0xc3 && marker <= 0xcf && marker != 0xc4 && marker != 0xcc)) {
        return Optional.empty(); // Lossless, arithmetic: the sensor's data, no preview.
      }
      at += 2 + u16(bytes, at + 2);
    }
    return Optional.empty();
  }

  private static int scans(byte[] bytes) {
    int scans = 0;
    for (int i = 0; i + 1 < bytes.length; i++) {
      if ((bytes[i] & 0xff) == 0xff && (bytes[i + 1] & 0xff) == 0xda) {
        scans++;
      }
    }
    return scans;
  }

  private static int u16(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
  }

  private static Optional<BufferedImage> decode(ByteView view, Place place, int side)
      throws IOException {
    byte[] bytes = view.copy(place.offset(), place.length());
    ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(in, true, true);
      ImageReadParam param = reader.getDefaultReadParam();
      int step = Math.max(1, place.side() / (2 * side));
      param.setSourceSubsampling(step, step, 0, 0);
      return Optional.of(reader.read(0, param));
    } finally {
      reader.dispose();
    }
  }
}
