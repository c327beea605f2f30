package hyperlumen.read.tiff;

import hyperlumen.photo.PhotoException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The directories of a TIFF file, of a DNG or of an EXIF block.
 *
 * @param order byte order of the file
 * @param bigTiff whether offsets have 64 bits
 * @param chain the directories linked from the header, at least one
 * @param warnings what was skipped because it contradicts the format, in words
 */
public record TiffFile(
    ByteOrder order, boolean bigTiff, List<Directory> chain, List<String> warnings) {

  private static final byte[] EXIF_PREFIX = {'E', 'x', 'i', 'f', 0, 0};

  public TiffFile {
    chain = List.copyOf(chain);
    warnings = List.copyOf(warnings);
  }

  /** Whether the bytes begin as a TIFF file does: II or MM, then 42 or 43. */
  public static boolean isTiff(ByteView view) throws PhotoException {
    if (view.length() < 8) {
      return false;
    }
    int mark = view.u16(0, ByteOrder.BIG_ENDIAN);
    ByteOrder order = mark == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    int version = view.u16(2, order);
    return (mark == 0x4949 || mark == 0x4d4d) && (version == 42 || version == 43);
  }

  /**
   * Reads all directories.
   *
   * @throws PhotoException if the header or the first directory is damaged; whatever else is
   *     damaged is left out and told in {@link #warnings()}
   */
  public static TiffFile parse(ByteView view) throws PhotoException {
    return new DirectoryWalker(view).walk();
  }

  /**
   * Reads an EXIF block: a TIFF structure, with or without the prefix "Exif\0\0" of a JPEG segment.
   *
   * @param file the picture it stands in
   */
  public static TiffFile parseExif(Path file, byte[] block) throws PhotoException {
    boolean prefixed =
        block.length >= EXIF_PREFIX.length
            && Arrays.equals(block, 0, EXIF_PREFIX.length, EXIF_PREFIX, 0, EXIF_PREFIX.length);
    byte[] tiff = prefixed ? Arrays.copyOfRange(block, EXIF_PREFIX.length, block.length) : block;
    return parse(ByteView.of(file, tiff));
  }

  /** The first directory (IFD0). */
  public Directory main() {
    return chain.get(0);
  }
}
