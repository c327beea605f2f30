package hyperlumen.photo;

/**
 * One EXIF tag with its value as stored, so that it can be written to another file unchanged.
 *
 * @param directory where it belongs
 * @param tag its number, 0 to 65535
 * @param type its TIFF field type, 1 to 12
 * @param count number of values of that type
 * @param value the values in little-endian order
 */
public record ExifEntry(Directory directory, int tag, int type, int count, Bytes value) {

  /** The image file directory a tag stands in. */
  public enum Directory {
    /** The main directory (IFD0): camera, artist, copyright, dates. */
    MAIN,
    /** The Exif private directory: exposure, lens, MakerNote. */
    EXIF,
    /** The GPS directory. */
    GPS,
    /** The interoperability directory. */
    INTEROPERABILITY
  }
}
