package hyperlumen.read.tiff;

/** The field types of TIFF 6.0, its supplement 1 and BigTIFF. */
public enum FieldType {
  BYTE(1, 1, 1),
  ASCII(2, 1, 1),
  SHORT(3, 2, 2),
  LONG(4, 4, 4),
  RATIONAL(5, 8, 4),
  SBYTE(6, 1, 1),
  UNDEFINED(7, 1, 1),
  SSHORT(8, 2, 2),
  SLONG(9, 4, 4),
  SRATIONAL(10, 8, 4),
  FLOAT(11, 4, 4),
  DOUBLE(12, 8, 8),
  IFD(13, 4, 4),
  LONG8(16, 8, 8),
  SLONG8(17, 8, 8),
  IFD8(18, 8, 8);

  private static final FieldType[] BY_CODE = new FieldType[19];

  static {
    for (FieldType type : values()) {
      BY_CODE[type.code] = type;
    }
  }

  private final int code;
  private final int bytes;
  private final int wordBytes;

  FieldType(int code, int bytes, int wordBytes) {
    this.code = code;
    this.bytes = bytes;
    this.wordBytes = wordBytes;
  }

  /** The type with this number in the file, or null if there is none. */
  static FieldType ofCode(int code) {
    return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : null;
  }

  /** The number in the file. */
  public int code() {
    return code;
  }

  /** Bytes of one value. */
  public int bytes() {
    return bytes;
  }

  /** Bytes of the units that the byte order turns round: 4 for a rational. */
  public int wordBytes() {
    return wordBytes;
  }
}
