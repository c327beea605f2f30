package hyperlumen.read;

import hyperlumen.photo.PhotoException;
import hyperlumen.read.tiff.ByteView;
import hyperlumen.read.tiff.Directory;
import hyperlumen.read.tiff.Tag;
import hyperlumen.read.tiff.TiffFile;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Recognises camera makers' raw files by their first bytes or by their directories. */
final class RawFormat {

  /**
   * A signature at a place in the file.
   *
   * @param text one character for each byte
   * @param name with its article
   */
  private record Signature(long offset, String text, String name) {}

  private static final Signature[] SIGNATURES = {
    new Signature(6, "HEAPCCDR", "a Canon CRW file"),
    new Signature(4, "ftypcrx ", "a Canon CR3 file"),
    new Signature(0, "FUJIFILMCCD-RAW", "a Fujifilm RAF file"),
    new Signature(0, "IIU\0", "a Panasonic RW2 file"),
    new Signature(0, "IIRO", "an Olympus ORF file"),
    new Signature(0, "IIRS", "an Olympus ORF file"),
    new Signature(0, "MMOR", "an Olympus ORF file"),
    new Signature(0, "FOVb", "a Sigma X3F file"),
    new Signature(0, "\0MRM", "a Minolta MRW file"),
    new Signature(8, "IIII", "a Phase One IIQ file"),
  };

  /** PhotometricInterpretation of a colour filter mosaic (TIFF/EP). */
  private static final int CFA = 32803;

  /** Compressions that only raw files use: Sony, Nikon, Samsung, Pentax. */
  private static final int[] RAW_COMPRESSIONS = {32767, 34713, 32769, 32770, 32772, 65535};

  private RawFormat() {}

  /** The format with its article, or nothing if the file is no camera's raw file. */
  static Optional<String> of(ByteView view) throws PhotoException {
    for (Signature signature : SIGNATURES) {
      if (isAt(view, signature.offset(), signature.text())) {
        return Optional.of(signature.name());
      }
    }
    if (!TiffFile.isTiff(view)) {
      return Optional.empty();
    }
    if (isAt(view, 8, "CR")) {
      return Optional.of("a Canon CR2 file");
    }
    TiffFile tiff = TiffFile.parse(view);
    for (Directory directory : tiff.chain()) {
      if (isRaw(directory)) {
        return Optional.of(name(tiff));
      }
      for (Directory below : directory.subDirectories()) {
        if (isRaw(below)) {
          return Optional.of(name(tiff));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isRaw(Directory directory) {
    try {
      if (directory.intValue(Tag.PHOTOMETRIC, 0) == CFA) {
        return true;
      }
      int compression = directory.intValue(Tag.COMPRESSION, 0);
      for (int raw : RAW_COMPRESSIONS) {
        if (compression == raw) {
          return true;
        }
      }
      return false;
    } catch (PhotoException e) {
      return false;
    }
  }

  private static String name(TiffFile tiff) throws PhotoException {
    String make = tiff.main().has(Tag.MAKE) ? tiff.main().entries().get(Tag.MAKE).ascii() : "";
    String printable = make.replaceAll("[^\\p{Graph} ]", "");
    return printable.isEmpty() || printable.length() > 40
        ? "a camera's raw file"
        : "a raw file of " + printable;
  }

  private static boolean isAt(ByteView view, long offset, String text) throws PhotoException {
    byte[] expected = text.getBytes(StandardCharsets.ISO_8859_1);
    if (!view.contains(offset, expected.length)) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (view.u8(offset + i) != (expected[i] & 0xff)) {
        return false;
      }
    }
    return true;
  }
}
