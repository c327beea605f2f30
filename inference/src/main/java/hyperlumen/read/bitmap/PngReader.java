package hyperlumen.read.bitmap;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.RgbPhoto;
import hyperlumen.photo.Size;
import java.util.Iterator;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decodes a PNG file (W3C PNG, third edition): all colour types, 1 to 16 bits, interlaced or not.
 * Besides the samples of the result only two rows stand in memory.
 */
final class PngReader {

  /** Adam7: first column, first row, column step, row step of each pass. */
  private static final int[][] PASSES = {
    {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
  };

  private static final int[][] ONE_PASS = {{0, 0, 1, 1}};

  private final FileView view;

  PngReader(FileView view) {
    this.view = view;
  }

  RgbPhoto read() throws PhotoException {
    PngChunks chunks = new PngChunks(view);
    PngHeader header = chunks.header();
    Size size = header.size();
    long stored = chunks.data().stream().mapToLong(PngChunks.Piece::length).sum();
    BitmapLimits.checkRatio(
        view.path(),
        size + " pixels",
        header.rowBytes(size.width()) * size.height(),
        stored,
        BitmapLimits.DEFLATE_RATIO);
    if (header.colourType() == PngHeader.PALETTE && chunks.palette().length == 0) {
      throw view.damaged("has no palette, though its pixels are palette entries");
    }
    PngSamples samples = new PngSamples(header, chunks.palette(), chunks.transparency());
    try (Inflater inflater = new Inflater()) {
      Iterator<PngChunks.Piece> pieces = chunks.data().iterator();
      for (int[] pass : header.interlaced() ? PASSES : ONE_PASS) {
        decodePass(header, pass, inflater, pieces, samples);
      }
    }
    return new RgbPhoto(
        view.path(),
        samples.finish(),
        chunks.metadata().iccFor(samples.channels()),
        RgbPhoto.Format.PNG,
        header.interlaced() ? "Deflate, interlaced" : "Deflate",
        chunks.metadata().metadata(view.path()));
  }

  private void decodePass(
      PngHeader header,
      int[] pass,
      Inflater inflater,
      Iterator<PngChunks.Piece> pieces,
      PngSamples samples)
      throws PhotoException {
    int columns = Math.ceilDiv(header.size().width() - pass[0], pass[2]);
    int rows = Math.ceilDiv(header.size().height() - pass[1], pass[3]);
    if (columns <= 0 || rows <= 0) {
      return;
    }
    int bytes = (int) header.rowBytes(columns);
    byte[] row = new byte[bytes + 1];
    byte[] above = new byte[bytes + 1];
    for (int r = 0; r < rows; r++) {
      int y = pass[1] + r * pass[3];
      inflateRow(inflater, pieces, row, y);
      unfilter(row, above, header.filterDistance(), y);
      samples.putRow(row, columns, y, pass[0], pass[2]);
      byte[] swap = above;
      above = row;
      row = swap;
    }
  }

  private void inflateRow(Inflater inflater, Iterator<PngChunks.Piece> pieces, byte[] row, int y)
      throws PhotoException {
    int filled = 0;
    try {
      while (filled < row.length) {
        int count = inflater.inflate(row, filled, row.length - filled);
        filled += count;
        if (count == 0) {
          if (!inflater.needsInput() || !pieces.hasNext()) {
            throw view.damaged("ends early: no picture data for row " + y);
          }
          PngChunks.Piece piece = pieces.next();
          inflater.setInput(view.copy(piece.offset(), piece.length()));
        }
      }
    } catch (DataFormatException e) {
      throw view.damaged("has damaged compressed data at row " + y);
    }
  }

  /** Undoes the row's filter in place; the first byte names it (W3C PNG, 9.2). */
  private void unfilter(byte[] row, byte[] above, int distance, int y) throws PhotoException {
    int end = row.length;
    switch (row[0]) {
      case 0 -> {}
      case 1 -> {
        for (int i = 1 + distance; i < end; i++) {
          row[i] += row[i - distance];
        }
      }
      case 2 -> {
        for (int i = 1; i < end; i++) {
          row[i] += above[i];
        }
      }
      case 3 -> {
        int first = Math.min(end, 1 + distance);
        for (int i = 1; i < first; i++) {
          row[i] += (byte) ((above[i] & 0xff) >> 1);
        }
        for (int i = first; i < end; i++) {
          row[i] += (byte) (((row[i - distance] & 0xff) + (above[i] & 0xff)) >> 1);
        }
      }
      case 4 -> unfilterPaeth(row, above, distance);
      default -> throw view.damaged("has the unknown filter " + row[0] + " at row " + y);
    }
    row[0] = 0;
  }

  private static void unfilterPaeth(byte[] row, byte[] above, int distance) {
    int end = row.length;
    int first = Math.min(end, 1 + distance);
    for (int i = 1; i < first; i++) {
      row[i] += above[i];
    }
    for (int i = first; i < end; i++) {
      int left = row[i - distance] & 0xff;
      int up = above[i] & 0xff;
      int corner = above[i - distance] & 0xff;
      int toLeft = Math.abs(up - corner);
      int toUp = Math.abs(left - corner);
      int toCorner = Math.abs(left + up - 2 * corner);
      int predicted = toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
      row[i] += (byte) predicted;
    }
  }
}
