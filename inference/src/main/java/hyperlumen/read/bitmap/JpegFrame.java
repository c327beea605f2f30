package hyperlumen.read.bitmap;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Size;

/**
 * The frame header (SOF) of a JPEG file (ITU-T T.81, B.2.2).
 *
 * @param size width and height
 * @param components 1 or 3
 * @param progressive SOF2 instead of SOF0 or SOF1
 * @param letters whether the components are called R, G, B
 * @param subsampling such as 4:2:0, for three components
 */
record JpegFrame(
    Size size, int components, boolean progressive, boolean letters, String subsampling) {

  /** Reads the header whose content begins at {@code at}; refuses what is not read, by name. */
  static JpegFrame read(FileView view, int marker, long at, int length) throws PhotoException {
    refuseProcess(view, marker);
    if (length < 6 || length < 6 + 3 * view.u8(at + 5)) {
      throw view.damaged("has a frame header that is too short, at byte " + at);
    }
    int precision = view.u8(at);
    if (precision != 8) {
      throw view.unsupported("is a JPEG of " + precision + " bits, which is not supported");
    }
    int height = view.u16(at + 1);
    if (height == 0) {
      throw view.unsupported("is a JPEG that tells its height after the scan (DNL)");
    }
    BitmapLimits.checkSize(view.path(), view.u16(at + 3), height);
    int components = view.u8(at + 5);
    if (components == 4) {
      throw view.unsupported("is a CMYK or YCCK JPEG, which is not supported");
    }
    if (components != 1 && components != 3) {
      throw view.unsupported("is a JPEG of " + components + " components");
    }
    Size size = new Size(view.u16(at + 3), height);
    boolean letters =
        components == 3
            && view.u8(at + 6) == 'R'
            && view.u8(at + 9) == 'G'
            && view.u8(at + 12) == 'B';
    String subsampling = components == 1 ? "grey" : subsampling(view.u8(at + 7), view.u8(at + 10));
    return new JpegFrame(size, components, marker == 0xc2, letters, subsampling);
  }

  /** Whether {@code marker} begins a frame header: SOF0 to SOF15 without DHT, JPG and DAC. */
  static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  private static void refuseProcess(FileView view, int marker) throws PhotoException {
    String name =
        switch (marker) {
          case 0xc0, 0xc1, 0xc2 -> "";
          case 0xc3 -> "lossless";
          case 0xc5, 0xc6, 0xc7, 0xcd, 0xce, 0xcf -> "hierarchical";
          default -> "arithmetically coded";
        };
    if (!name.isEmpty()) {
      throw view.unsupported("is a JPEG of a kind that is not supported: " + name);
    }
  }

  private static String subsampling(int luma, int chroma) {
    int horizontal = (luma >> 4) / Math.max(1, chroma >> 4);
    int vertical = (luma & 15) / Math.max(1, chroma & 15);
    return switch (horizontal * 10 + vertical) {
      case 11 -> "4:4:4";
      case 12 -> "4:4:0";
      case 21 -> "4:2:2";
      case 22 -> "4:2:0";
      case 41 -> "4:1:1";
      default -> "subsampled " + horizontal + "x" + vertical;
    };
  }
}
