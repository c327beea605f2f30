package hyperlumen.read.tiff;

import hyperlumen.photo.PhotoException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One image file directory (IFD): its entries in file order and the directories below it.
 *
 * @param offset where it stands in the file
 * @param entries by tag; of a tag that occurs twice, the first
 * @param subDirectories those the SubIFDs tag points to
 * @param exif the Exif private directory
 * @param gps the GPS directory
 * @param interoperability the interoperability directory
 */
public record Directory(
    long offset,
    Map<Integer, Entry> entries,
    List<Directory> subDirectories,
    Optional<Directory> exif,
    Optional<Directory> gps,
    Optional<Directory> interoperability) {

  public Directory {
    // Map.copyOf would lose the file order that metadata is written back in.
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    subDirectories = List.copyOf(subDirectories);
  }

  /** The entry with this tag. */
  public Optional<Entry> find(int tag) {
    return Optional.ofNullable(entries.get(tag));
  }

  /** Whether there is an entry with this tag and at least one value. */
  public boolean has(int tag) {
    Entry entry = entries.get(tag);
    return entry != null && entry.count() > 0;
  }

  /** The entry with this tag, without which the file makes no sense. */
  public Entry require(int tag, String name, ByteView view) throws PhotoException {
    Entry entry = entries.get(tag);
    if (entry == null || entry.count() == 0) {
      throw view.damaged("the directory at byte " + offset + " has no " + name);
    }
    return entry;
  }

  /** The first value of this tag as an int, or {@code otherwise} where it is absent. */
  public int intValue(int tag, int otherwise) throws PhotoException {
    return has(tag) ? entries.get(tag).intValue() : otherwise;
  }

  /** The first value of this tag as a double, or {@code otherwise} where absent or not finite. */
  public double number(int tag, double otherwise) throws PhotoException {
    if (!has(tag)) {
      return otherwise;
    }
    double value = entries.get(tag).number(0);
    return Double.isFinite(value) ? value : otherwise;
  }
}
