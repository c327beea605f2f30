package hyperlumen.read.tiff;

import hyperlumen.photo.PhotoException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows every pointer of a TIFF file once; one use, one thread. */
final class DirectoryWalker {

  /** Most directories of a file. Real ones have under 20; multi-page scans a few hundred. */
  static final int MAX_DIRECTORIES = 512;

  /** Deepest nesting. Real files: main, SubIFD or Exif, interoperability. */
  static final int MAX_DEPTH = 6;

  /** Most entries of a directory. DNG defines under 200 tags; private ones add some dozens. */
  static final int MAX_ENTRIES = 4096;

  /** Most warnings kept, so that a hostile file cannot fill the heap with them. */
  static final int MAX_WARNINGS = 100;

  private final ByteView view;
  private final Set<Long> visited = new HashSet<>();
  private final List<String> warnings = new ArrayList<>();
  private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
  private boolean bigTiff;

  DirectoryWalker(ByteView view) {
    this.view = view;
  }

  TiffFile walk() throws PhotoException {
    if (!TiffFile.isTiff(view)) {
      throw view.damaged("does not begin with a TIFF header");
    }
    order = view.u8(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    bigTiff = view.u16(2, order) == 43;
    if (bigTiff && view.u16(4, order) != 8) {
      throw view.damaged("its BigTIFF header has offsets of other than 8 bytes");
    }
    List<Directory> chain = new ArrayList<>();
    long next = bigTiff ? view.i64(8, order) : view.u32(4, order);
    while (next != 0) {
      if (!enter(next, 0)) {
        break;
      }
      long end;
      try {
        end = endOfEntries(next);
        chain.add(read(next, 0));
      } catch (PhotoException e) {
        if (chain.isEmpty()) {
          throw e;
        }
        warn("the directory at byte " + next + " is left out: it lies outside the file");
        break;
      }
      // Some writers end the file right after the last entry, without the closing zero.
      next = view.contains(end, bigTiff ? 8 : 4) ? offsetAt(end) : 0;
    }
    if (chain.isEmpty()) {
      throw view.damaged("has no image directory");
    }
    return new TiffFile(order, bigTiff, chain, warnings);
  }

  private boolean enter(long offset, int depth) {
    if (depth > MAX_DEPTH || visited.size() >= MAX_DIRECTORIES) {
      warn("more directories than the limits allow; those from byte " + offset + " are left out");
      return false;
    }
    if (!visited.add(offset)) {
      warn("the directory at byte " + offset + " is linked twice");
      return false;
    }
    return true;
  }

  private long entryCount(long offset) throws PhotoException {
    return bigTiff ? view.i64(offset, order) : view.u16(offset, order);
  }

  private long endOfEntries(long offset) throws PhotoException {
    long count = entryCount(offset);
    if (count < 0 || count > MAX_ENTRIES) {
      throw view.damaged(
          "the directory at byte "
              + offset
              + " claims "
              + Long.toUnsignedString(count)
              + " entries; the limit is "
              + MAX_ENTRIES);
    }
    return offset + (bigTiff ? 8 + count * 20 : 2 + count * 12);
  }

  private long offsetAt(long place) throws PhotoException {
    return bigTiff ? view.i64(place, order) : view.u32(place, order);
  }

  private Directory read(long offset, int depth) throws PhotoException {
    long end = endOfEntries(offset);
    int size = bigTiff ? 20 : 12;
    long first = offset + (bigTiff ? 8 : 2);
    if (!view.contains(first, end - first)) {
      throw view.damaged(
          "is cut short: the directory at byte "
              + offset
              + " ends at byte "
              + end
              + ", the file at byte "
              + view.length());
    }
    Map<Integer, Entry> entries = new LinkedHashMap<>();
    for (long at = first; at < end; at += size) {
      Entry entry = entry(at);
      if (entry != null) {
        entries.putIfAbsent(entry.tag(), entry);
      }
    }
    return new Directory(
        offset,
        entries,
        children(entries.get(Tag.SUB_IFDS), depth),
        child(entries.get(Tag.EXIF_IFD), depth),
        child(entries.get(Tag.GPS_IFD), depth),
        child(entries.get(Tag.INTEROPERABILITY_IFD), depth));
  }

  /** The entry at this place, or null with a warning if it makes no sense. */
  private Entry entry(long at) throws PhotoException {
    int tag = view.u16(at, order);
    FieldType type = FieldType.ofCode(view.u16(at + 2, order));
    long count = bigTiff ? view.i64(at + 4, order) : view.u32(at + 4, order);
    if (type == null) {
      warn("tag " + tag + " has an unknown type");
      return null;
    }
    int inline = bigTiff ? 8 : 4;
    long place = at + (bigTiff ? 12 : 8);
    if (count < 0 || count > view.length()) {
      warn("tag " + tag + " claims more values than the file has bytes");
      return null;
    }
    if (count * type.bytes() > inline) {
      place = offsetAt(place);
    }
    if (!view.contains(place, count * type.bytes())) {
      warn("tag " + tag + " points outside the file");
      return null;
    }
    return new Entry(tag, type, count, place, order, view);
  }

  private Optional<Directory> child(Entry pointer, int depth) throws PhotoException {
    List<Directory> found = children(pointer, depth);
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
  }

  private List<Directory> children(Entry pointer, int depth) throws PhotoException {
    if (pointer == null || !isPointer(pointer.type())) {
      return List.of();
    }
    List<Directory> found = new ArrayList<>();
    for (long i = 0; i < pointer.count() && i < MAX_DIRECTORIES; i++) {
      long offset = pointer.unsigned(i);
      if (!enter(offset, depth + 1)) {
        break;
      }
      try {
        found.add(read(offset, depth + 1));
      } catch (PhotoException e) {
        warn("the directory at byte " + offset + " is left out: it lies outside the file");
      }
    }
    return found;
  }

  private static boolean isPointer(FieldType type) {
    return type == FieldType.LONG
        || type == FieldType.IFD
        || type == FieldType.LONG8
        || type == FieldType.IFD8;
  }

  private void warn(String text) {
    if (warnings.size() < MAX_WARNINGS) {
      warnings.add(text);
    }
  }
}
