package hyperlumen.read;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.png.PngMetadataReader;
import com.drew.imaging.tiff.TiffMetadataReader;
import com.drew.lang.CompoundException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What a photographer wants to read about a picture, in words: nothing depends on it, and whatever
 * cannot be read is absent.
 *
 * @param camera maker and model
 * @param lens its model
 * @param exposureTime such as "1/125 sec"
 * @param aperture such as "f/2.8"
 * @param iso the sensitivity
 * @param focalLength such as "50 mm"
 * @param date when the picture was taken, as the camera wrote it
 */
public record DisplayTags(
    Optional<String> camera,
    Optional<String> lens,
    Optional<String> exposureTime,
    Optional<String> aperture,
    Optional<String> iso,
    Optional<String> focalLength,
    Optional<String> date) {

  /** Nothing is known. */
  public static final DisplayTags NONE =
      new DisplayTags(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** No camera file is larger; the parser holds parts of what it reads on the heap. */
  private static final long MAX_FILE_BYTES = 1L << 30;

  /** A value longer than a line is not shown. */
  private static final int MAX_TEXT = 200;

  /**
   * Reads the tags of a JPEG, TIFF, DNG or PNG file. Never fails: a parser for display must not
   * keep a picture from being opened, so that any error in it gives {@link #NONE}.
   */
  public static DisplayTags of(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > MAX_FILE_BYTES) {
        return NONE;
      }
      return parse(file).map(DisplayTags::from).orElse(NONE);
    } catch (IOException
        | CompoundException
        | RuntimeException
        | StackOverflowError
        | OutOfMemoryError e) {
      return NONE;
    }
  }

  /** Only formats whose parser was tried on hostile files; others exhausted the heap. */
  private static Optional<Metadata> parse(Path file) throws IOException, CompoundException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(4);
      if (start.length < 4) {
        return Optional.empty();
      }
      int magic = (start[0] & 0xff) << 8 | (start[1] & 0xff);
      return switch (magic) {
        case 0xffd8 ->
            Optional.of(JpegMetadataReader.readMetadata(file.toFile(), List.of(new ExifReader())));
        case 0x4949, 0x4d4d -> Optional.of(TiffMetadataReader.readMetadata(file.toFile()));
        case 0x8950 -> Optional.of(PngMetadataReader.readMetadata(file.toFile()));
        default -> Optional.empty();
      };
    }
  }

  private static DisplayTags from(Metadata metadata) {
    Optional<String> maker = text(metadata, ExifDirectoryBase.TAG_MAKE);
    Optional<String> model = text(metadata, ExifDirectoryBase.TAG_MODEL);
    return new DisplayTags(
        camera(maker, model),
        text(metadata, ExifDirectoryBase.TAG_LENS_MODEL),
        text(metadata, ExifDirectoryBase.TAG_EXPOSURE_TIME),
        text(metadata, ExifDirectoryBase.TAG_FNUMBER),
        text(metadata, ExifDirectoryBase.TAG_ISO_EQUIVALENT),
        text(metadata, ExifDirectoryBase.TAG_FOCAL_LENGTH),
        text(metadata, ExifDirectoryBase.TAG_DATETIME_ORIGINAL)
            .or(() -> text(metadata, ExifDirectoryBase.TAG_DATETIME)));
  }

  /** Many models repeat the maker's name, which is then said once. */
  private static Optional<String> camera(Optional<String> maker, Optional<String> model) {
    if (maker.isEmpty() || model.isEmpty()) {
      return model.or(() -> maker);
    }
    int space = maker.get().indexOf(' ');
    String brand = space < 0 ? maker.get() : maker.get().substring(0, space);
    return model.get().regionMatches(true, 0, brand, 0, brand.length())
        ? model
        : Optional.of(maker.get() + " " + model.get());
  }

  private static Optional<String> text(Metadata metadata, int tag) {
    return StreamSupport.stream(metadata.getDirectories().spliterator(), false)
        .filter(ExifDirectoryBase.class::isInstance)
        .map((Directory directory) -> directory.getDescription(tag))
        .filter(text -> text != null && !text.isBlank() && text.length() <= MAX_TEXT)
        .map(String::strip)
        .findFirst();
  }
}
