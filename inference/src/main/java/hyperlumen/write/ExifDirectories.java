package hyperlumen.write;

import hyperlumen.photo.ExifEntry;
import hyperlumen.photo.Size;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The EXIF directories of an output: the source's tags with sizes, orientation and software brought
 * up to date, and without a thumbnail, which would show the picture before it was enhanced. CIPA
 * DC-008 (EXIF 2.32), 4.6.
 */
final class ExifDirectories {

  private static final int ORIENTATION = 274;
  private static final int SOFTWARE = 305;
  private static final int IPTC = 33723;
  private static final int EXIF_POINTER = 34665;
  private static final int GPS_POINTER = 34853;
  private static final int INTEROPERABILITY_POINTER = 40965;
  private static final int EXIF_VERSION = 36864;
  private static final int MAKER_NOTE = 37500;
  private static final int PIXEL_X_DIMENSION = 40962;
  private static final int PIXEL_Y_DIMENSION = 40963;

  /** Tags that this class sets, and pointers that it makes. */
  private static final Set<Integer> OWN =
      Set.of(
          ORIENTATION,
          SOFTWARE,
          EXIF_POINTER,
          GPS_POINTER,
          INTEROPERABILITY_POINTER,
          PIXEL_X_DIMENSION,
          PIXEL_Y_DIMENSION);

  /** DateTime, DateTimeOriginal, DateTimeDigitized: "YYYY:MM:DD HH:MM:SS" and a zero. */
  private static final Set<Integer> DATES = Set.of(306, 36867, 36868);

  private static final int DATE_BYTES = 20;

  private static final int HEADER_BYTES = 8;

  private final IfdBuilder main;
  private final IfdBuilder exif;
  private final IfdBuilder gps;
  private final IfdBuilder interoperability;

  /** The directories of an EXIF block: the picture's sizes stand in the Exif directory. */
  static ExifDirectories ofBlock(OutputSpec spec, Size size) {
    ExifDirectories directories = new ExifDirectories(spec, false);
    directories.exif.putLong(PIXEL_X_DIMENSION, size.width());
    directories.exif.putLong(PIXEL_Y_DIMENSION, size.height());
    return directories;
  }

  /** The directories of a TIFF file, whose main directory says the sizes. */
  static ExifDirectories ofTiff(OutputSpec spec, boolean bigTiff) {
    return new ExifDirectories(spec, bigTiff);
  }

  private ExifDirectories(OutputSpec spec, boolean bigTiff) {
    main = new IfdBuilder(bigTiff);
    exif = new IfdBuilder(bigTiff);
    gps = new IfdBuilder(bigTiff);
    interoperability = new IfdBuilder(bigTiff);
    for (ExifEntry entry : spec.metadata().exif()) {
      if (!OWN.contains(entry.tag()) || entry.directory() == ExifEntry.Directory.GPS) {
        byte[] value = value(entry);
        int count = value.length == entry.value().length() ? entry.count() : value.length;
        directory(entry.directory()).put(entry.tag(), entry.type(), count, value);
      }
    }
    main.putShorts(ORIENTATION, spec.orientation().exif());
    main.putText(SOFTWARE, spec.software());
    if (!exif.has(EXIF_VERSION)) {
      exif.putUndefined(EXIF_VERSION, new byte[] {'0', '2', '3', '2'});
    }
  }

  /**
   * A date has exactly 20 bytes, the zero at its end included; some cameras write none or several,
   * at which strict readers complain.
   */
  private static byte[] value(ExifEntry entry) {
    byte[] value = entry.value().array();
    if (!DATES.contains(entry.tag())
        || entry.directory() == ExifEntry.Directory.GPS
        || entry.type() != IfdBuilder.ASCII) {
      return value;
    }
    int end = value.length;
    while (end > 0 && (value[end - 1] == 0 || (end > DATE_BYTES - 1 && value[end - 1] == ' '))) {
      end--;
    }
    return end == DATE_BYTES - 1 ? Arrays.copyOf(Arrays.copyOf(value, end), DATE_BYTES) : value;
  }

  /** The main directory, to which a TIFF adds its own tags. */
  IfdBuilder main() {
    return main;
  }

  /**
   * Adds the IPTC block to the main directory. By custom its type is LONG, so that zeros may
   * follow.
   */
  void putIptc(byte[] block) {
    int longs = Math.ceilDiv(block.length, 4);
    main.put(IPTC, IfdBuilder.LONG, longs, Arrays.copyOf(block, 4 * longs));
  }

  /** All directories one after the other, the main one first, as they stand at {@code offset}. */
  byte[] build(long offset) {
    boolean hasGps = !gps.isEmpty();
    boolean hasInteroperability = !interoperability.isEmpty();
    main.putOffsets(EXIF_POINTER, 0);
    if (hasGps) {
      main.putOffsets(GPS_POINTER, 0);
    }
    if (hasInteroperability) {
      exif.putOffsets(INTEROPERABILITY_POINTER, 0);
    }
    long exifAt = offset + main.bytes();
    long gpsAt = exifAt + exif.bytes();
    long interoperabilityAt = gpsAt + (hasGps ? gps.bytes() : 0);
    main.putOffsets(EXIF_POINTER, exifAt);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (hasGps) {
      main.putOffsets(GPS_POINTER, gpsAt);
    }
    if (hasInteroperability) {
      exif.putOffsets(INTEROPERABILITY_POINTER, interoperabilityAt);
    }
    out.writeBytes(main.build(offset, 0));
    out.writeBytes(exif.build(exifAt, 0));
    if (hasGps) {
      out.writeBytes(gps.build(gpsAt, 0));
    }
    if (hasInteroperability) {
      out.writeBytes(interoperability.build(interoperabilityAt, 0));
    }
    return out.toByteArray();
  }

  /** An EXIF block of its own: TIFF header and directories. */
  byte[] block() {
    byte[] directories = build(HEADER_BYTES);
    return ByteBuffer.allocate(HEADER_BYTES + directories.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 'I')
        .put((byte) 'I')
        .putShort((short) 42)
        .putInt(HEADER_BYTES)
        .put(directories)
        .array();
  }

  /**
   * An EXIF block of at most {@code limit} bytes: first the MakerNote is left out, then the longest
   * other values.
   */
  byte[] block(int limit, List<ExifEntry> entries) {
    byte[] block = block();
    if (block.length > limit) {
      exif.remove(MAKER_NOTE);
      block = block();
    }
    List<ExifEntry> longest =
        entries.stream()
            .sorted(Comparator.comparingInt((ExifEntry entry) -> -entry.value().length()))
            .toList();
    for (int i = 0; block.length > limit && i < longest.size(); i++) {
      directory(longest.get(i).directory()).remove(longest.get(i).tag());
      block = block();
    }
    return block;
  }

  private IfdBuilder directory(ExifEntry.Directory directory) {
    return switch (directory) {
      case MAIN -> main;
      case EXIF -> exif;
      case GPS -> gps;
      case INTEROPERABILITY -> interoperability;
    };
  }
}
