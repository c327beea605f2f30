package hyperlumen.read.bitmap;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.PhotoException.Kind;
import hyperlumen.photo.RgbPhoto;
import hyperlumen.read.tiff.ByteView;
import hyperlumen.read.tiff.TiffFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Reads a finished picture: PNG, JPEG or TIFF, told by its first bytes and not by its name.
 *
 * <p>Samples come out as stored (no colour conversion except a JPEG's YCbCr to RGB), 8 or 16 bit, 1
 * to 4 channels; palettes and lower bit depths are expanded. Stateless and safe for several
 * threads. A file that cannot be read, whatever its bytes, gives a {@link PhotoException}.
 */
public final class BitmapReader {

  /** Signatures at the start of a file that are known and not read. */
  private static final Map<String, String> REFUSED =
      Map.ofEntries(
          Map.entry("GIF8", "GIF"),
          Map.entry("8BPS", "Photoshop (PSD)"),
          Map.entry("BM", "BMP"),
          Map.entry("\u00ff\n", "JPEG XL"),
          Map.entry("\0\0\0\fJXL ", "JPEG XL"),
          Map.entry("\0\0\0\fjP  ", "JPEG 2000"),
          Map.entry("\u00ffO\u00ffQ", "JPEG 2000"),
          Map.entry("v/1\u0001", "OpenEXR"),
          Map.entry("#?RADIANCE", "Radiance HDR"),
          Map.entry("%PDF", "PDF"),
          Map.entry("II\u00bc", "JPEG XR"),
          Map.entry("\u008aMNG", "MNG"),
          Map.entry("qoif", "QOI"));

  private BitmapReader() {}

  /**
   * Reads {@code file}.
   *
   * @throws PhotoException NOT_FOUND, DAMAGED, UNSUPPORTED (the format is named), TOO_LARGE or IO
   */
  public static RgbPhoto read(Path file) throws PhotoException {
    try (ByteView bytes = ByteView.map(file)) {
      return decode(new FileView(bytes));
    } catch (PhotoException e) {
      throw e;
    } catch (OutOfMemoryError e) {
      throw new PhotoException(
          Kind.TOO_LARGE, file, "needs more memory than this program may use", e);
    } catch (StackOverflowError e) {
      throw new PhotoException(Kind.DAMAGED, file, "is nested too deeply", e);
    } catch (InternalError e) {
      throw new PhotoException(Kind.IO, file, "was changed while it was being read", e);
    } catch (IOException | RuntimeException e) {
      throw new PhotoException(Kind.DAMAGED, file, "is damaged: " + e.getMessage(), e);
    }
  }

  private static RgbPhoto decode(FileView view) throws IOException {
    if (view.startsWith(0, "\u0089PNG\r\n\u001a\n")) {
      return new PngReader(view).read();
    }
    if (view.startsWith(0, "\u00ff\u00d8\u00ff")) {
      return new JpegReader(view).read();
    }
    if (TiffFile.isTiff(view.bytes())) {
      return new TiffReader(view.bytes()).read();
    }
    throw view.unsupported(refusal(view));
  }

  private static String refusal(FileView view) throws PhotoException {
    for (Map.Entry<String, String> entry : REFUSED.entrySet()) {
      if (view.startsWith(0, entry.getKey())) {
        return "is a " + entry.getValue() + " file, which is not supported";
      }
    }
    if (view.startsWith(0, "RIFF") && view.startsWith(8, "WEBP")) {
      return "is a WebP file, which is not supported";
    }
    if (view.startsWith(4, "ftyp") && view.length() >= 12) {
      return "is " + isoMedia(view) + ", which is not supported";
    }
    return "is not a PNG, JPEG or TIFF picture";
  }

  /** ISO base media files by their major brand (ISO/IEC 23008-12 and the AVIF specification). */
  private static String isoMedia(FileView view) throws PhotoException {
    if (view.startsWith(8, "avif") || view.startsWith(8, "avis")) {
      return "an AVIF file";
    }
    if (view.startsWith(8, "hei") || view.startsWith(8, "hev") || view.startsWith(8, "mif1")) {
      return "a HEIC file";
    }
    return view.startsWith(8, "crx ") ? "a Canon CR3 file" : "a video or another media file";
  }
}
