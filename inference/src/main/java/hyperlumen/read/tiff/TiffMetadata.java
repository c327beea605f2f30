package hyperlumen.read.tiff;

import hyperlumen.photo.Bytes;
import hyperlumen.photo.ExifEntry;
import hyperlumen.photo.Metadata;
import hyperlumen.photo.Orientation;
import hyperlumen.photo.PhotoException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What directories say about the photo besides its pixels. */
public final class TiffMetadata {

  /**
   * Tags of the main directory that describe how this one file stores its pixels, or that {@link
   * Metadata} and RgbPhoto carry apart (XMP, IPTC, ICC, orientation): they must not be copied. TIFF
   * 6.0; TIFF/EP; 34377 is Photoshop's resource block, which holds a thumbnail.
   */
  private static final Set<Integer> STRUCTURE =
      Set.of(
          254, 255, 256, 257, 258, 259, 262, 263, 264, 265, 266, 273, 274, 277, 278, 279, 280, 281,
          284, 288, 289, 290, 291, 292, 293, 297, 301, 317, 318, 319, 320, 321, 322, 323, 324, 325,
          326, 327, 328, 330, 332, 333, 334, 336, 338, 339, 340, 341, 342, 343, 344, 345, 346, 347,
          512, 513, 514, 515, 517, 518, 519, 520, 521, 529, 530, 531, 532, 700, 33421, 33422, 33723,
          34377, 34665, 34675, 34853, 37398, 40965);

  /** First and last tag that only a DNG file may hold (DNG 1.7, chapter 4 and 6). */
  private static final int FIRST_DNG_TAG = 50706;

  private static final int LAST_DNG_TAG = 52600;

  /**
   * Most bytes of all kept values together: entries may overlap, so that a small hostile file could
   * otherwise fill the heap. The largest MakerNotes have a few megabytes.
   */
  private static final long MAX_EXIF_BYTES = 32L << 20;

  /** Pointers and sizes of the Exif directory. */
  private static final Set<Integer> EXIF_STRUCTURE =
      Set.of(Tag.INTEROPERABILITY_IFD, Tag.PIXEL_X_DIMENSION, Tag.PIXEL_Y_DIMENSION);

  private TiffMetadata() {}

  /** EXIF, XMP, IPTC and orientation of a parsed file; damaged entries are left out. */
  public static Metadata of(TiffFile tiff) {
    Directory main = tiff.main();
    int orientation;
    try {
      orientation = main.intValue(Tag.ORIENTATION, 1);
    } catch (PhotoException e) {
      orientation = 1;
    }
    return new Metadata(
        exifEntries(tiff),
        block(main, Tag.XMP),
        block(main, Tag.IPTC),
        Orientation.ofExif(orientation));
  }

  /**
   * The EXIF tags to keep, values in little-endian order, in file order: the main, Exif, GPS and
   * interoperability directories without pointers, sizes, orientation, strip and tile offsets,
   * thumbnails, XMP, IPTC, ICC and the tags of DNG. The MakerNote is kept as it is.
   */
  public static List<ExifEntry> exifEntries(TiffFile tiff) {
    List<ExifEntry> kept = new ArrayList<>();
    long[] room = {MAX_EXIF_BYTES};
    Directory main = tiff.main();
    add(kept, room, Optional.of(main), ExifEntry.Directory.MAIN);
    add(kept, room, main.exif(), ExifEntry.Directory.EXIF);
    add(kept, room, main.gps(), ExifEntry.Directory.GPS);
    add(
        kept,
        room,
        main.exif().flatMap(Directory::interoperability).or(main::interoperability),
        ExifEntry.Directory.INTEROPERABILITY);
    return kept;
  }

  /** The embedded ICC profile. */
  public static Optional<Bytes> iccProfile(TiffFile tiff) {
    return block(tiff.main(), Tag.ICC_PROFILE);
  }

  private static Optional<Bytes> block(Directory directory, int tag) {
    if (!directory.has(tag)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Bytes(directory.entries().get(tag).bytes()));
    } catch (PhotoException e) {
      return Optional.empty();
    }
  }

  private static void add(
      List<ExifEntry> kept, long[] room, Optional<Directory> directory, ExifEntry.Directory kind) {
    if (directory.isEmpty()) {
      return;
    }
    for (Entry entry : directory.get().entries().values()) {
      int type = entry.type().code();
      if (entry.count() == 0
          || type > FieldType.DOUBLE.code()
          || isStructure(kind, entry.tag())
          || entry.byteLength() > room[0]) {
        continue;
      }
      try {
        room[0] -= entry.byteLength();
        Bytes value = new Bytes(entry.littleEndianBytes());
        kept.add(new ExifEntry(kind, entry.tag(), type, (int) entry.count(), value));
      } catch (PhotoException e) {
        // The file shrank under the map: the pixels will tell; a tag is not worth losing it for.
        room[0] = 0;
      }
    }
  }

  private static boolean isStructure(ExifEntry.Directory kind, int tag) {
    return switch (kind) {
      case MAIN -> STRUCTURE.contains(tag) || (tag >= FIRST_DNG_TAG && tag <= LAST_DNG_TAG);
      case EXIF -> EXIF_STRUCTURE.contains(tag);
      case GPS, INTEROPERABILITY -> false;
    };
  }
}
