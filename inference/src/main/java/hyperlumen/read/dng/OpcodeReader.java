package hyperlumen.read.dng;

import hyperlumen.photo.LensWarp;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Size;
import hyperlumen.read.dng.Opcode.BadConstant;
import hyperlumen.read.dng.Opcode.BadList;
import hyperlumen.read.dng.Opcode.Gains;
import hyperlumen.read.dng.Opcode.PerColumn;
import hyperlumen.read.dng.Opcode.PerRow;
import hyperlumen.read.dng.Opcode.Polynomial;
import hyperlumen.read.dng.Opcode.Table;
import hyperlumen.read.dng.Opcode.Vignette;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Parses the opcodes of the three lists. */
final class OpcodeReader {

  /** Highest degree of a polynomial (DNG 1.7, MapPolynomial). */
  private static final int MAX_DEGREE = 8;

  private static final int WARP_RECTILINEAR = 1;
  private static final int WARP_FISHEYE = 2;

  private final RawDirectory directory;
  private final Size size;

  /**
   * Makes it.
   *
   * @param size the picture the opcodes' coordinates belong to
   */
  OpcodeReader(RawDirectory directory, Size size) {
    this.directory = directory;
    this.size = size;
  }

  /**
   * The opcodes of the list with this tag that act on samples before demosaicing.
   *
   * <p>Unknown ones marked optional are skipped. Of list 3, which is meant for the demosaiced
   * picture, a vignette correction is taken over, since a gain commutes with demosaicing; what
   * follows a geometric one is not.
   *
   * @throws PhotoException if it is damaged or needs an opcode that is not known
   */
  List<Opcode> read(int tag) throws PhotoException {
    List<Opcode> opcodes = new ArrayList<>();
    try {
      for (OpcodeList.Item item : OpcodeList.read(directory, tag)) {
        if (tag == DngTag.OPCODE_LIST_3) {
          if (item.id() == 3) {
            opcodes.add(vignette(item.body()));
          } else if (item.isWarp()) {
            break;
          }
          continue;
        }
        Opcode opcode = opcode(item.id(), item.body());
        if (opcode != null) {
          opcodes.add(opcode);
        } else if (!item.optional()) {
          throw directory.unsupported(
              "needs the correction " + item.name() + ", which is not supported");
        }
      }
    } catch (BufferUnderflowException e) {
      throw directory.view().damaged("has an opcode (list tag " + tag + ") that is cut short");
    }
    return opcodes;
  }

  /** The WarpRectilinear or WarpFisheye of list 3, unless it is none that a real lens has. */
  Optional<LensWarp> lensWarp() throws PhotoException {
    try {
      for (OpcodeList.Item item : OpcodeList.read(directory, DngTag.OPCODE_LIST_3)) {
        if (item.id() == WARP_RECTILINEAR || item.id() == WARP_FISHEYE) {
          return warp(item.body(), item.id() == WARP_FISHEYE);
        }
      }
    } catch (BufferUnderflowException e) {
      throw directory.view().damaged("has a lens correction that is cut short");
    }
    return Optional.empty();
  }

  private Optional<LensWarp> warp(ByteBuffer body, boolean fisheye) throws PhotoException {
    int count = body.getInt();
    if (count != 1 && count != 3) {
      return Optional.empty();
    }
    List<LensWarp.Plane> planes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double[] radial = doubles(body, 4);
      double[] tangential = fisheye ? new double[2] : doubles(body, 2);
      planes.add(new LensWarp.Plane(radial, tangential, fisheye));
    }
    double[] centre = doubles(body, 2);
    return Optional.of(new LensWarp(planes, centre[0], centre[1])).filter(LensWarp::isModerate);
  }

  private Opcode opcode(int id, ByteBuffer body) throws PhotoException {
    return switch (id) {
      case 3 -> vignette(body);
      case 4 -> new BadConstant(body.getInt() & 0xffff);
      case 5 -> badList(body);
      case 7 -> {
        OpcodeArea area = area(body);
        short[] table = new short[count(body, 2)];
        body.asShortBuffer().get(table);
        yield new Table(area, table);
      }
      case 8 -> polynomial(body);
      case 9 -> gains(body);
      case 10 -> new PerRow(area(body), floats(body), false);
      case 11 -> new PerColumn(area(body), floats(body), false);
      case 12 -> new PerRow(area(body), floats(body), true);
      case 13 -> new PerColumn(area(body), floats(body), true);
      default -> null;
    };
  }

  private OpcodeArea area(ByteBuffer body) throws PhotoException {
    int top = clip(body.getInt(), size.height());
    int left = clip(body.getInt(), size.width());
    int bottom = clip(body.getInt(), size.height());
    int right = clip(body.getInt(), size.width());
    int plane = clip(body.getInt(), 4);
    int planes = clip(body.getInt(), 4);
    int rowPitch = body.getInt();
    int columnPitch = body.getInt();
    if (rowPitch < 1 || columnPitch < 1) {
      throw damaged();
    }
    return new OpcodeArea(
        top,
        left,
        bottom,
        right,
        plane,
        planes,
        Math.min(rowPitch, RawLayout.MAX_SIDE),
        Math.min(columnPitch, RawLayout.MAX_SIDE));
  }

  private Polynomial polynomial(ByteBuffer body) throws PhotoException {
    OpcodeArea area = area(body);
    int degree = body.getInt();
    if (degree < 0 || degree > MAX_DEGREE) {
      throw damaged();
    }
    return new Polynomial(area, doubles(body, degree + 1));
  }

  private Vignette vignette(ByteBuffer body) throws PhotoException {
    double[] numbers = doubles(body, 7);
    return new Vignette(
        Arrays.copyOf(numbers, 5), numbers[5], numbers[6], size.width(), size.height());
  }

  private Gains gains(ByteBuffer body) throws PhotoException {
    OpcodeArea area = area(body);
    int rows = body.getInt();
    int columns = body.getInt();
    double[] places = doubles(body, 4);
    int planes = body.getInt();
    long count = (long) rows * columns * planes;
    if (rows < 1 || columns < 1 || planes < 1 || planes > 4 || count > body.remaining() / 4) {
      throw damaged();
    }
    if ((rows > 1 && !(places[0] > 0)) || (columns > 1 && !(places[1] > 0))) {
      throw damaged();
    }
    float[] gains = new float[(int) count];
    for (int i = 0; i < gains.length; i++) {
      gains[i] = finite(body.getFloat());
    }
    return new Gains(
        area,
        new GainMap(
            rows,
            columns,
            planes,
            new double[] {places[0], places[1]},
            new double[] {places[2], places[3]},
            gains,
            size.width(),
            size.height()));
  }

  private BadList badList(ByteBuffer body) throws PhotoException {
    body.getInt();
    int points = body.getInt();
    int rectangles = body.getInt();
    if (points < 0 || rectangles < 0 || points * 8L + rectangles * 16L > body.remaining()) {
      throw damaged();
    }
    int[] places = new int[2 * points];
    body.asIntBuffer().get(places);
    body.position(body.position() + 8 * points);
    List<int[]> areas = new ArrayList<>();
    for (int i = 0; i < rectangles; i++) {
      areas.add(
          new int[] {
            clip(body.getInt(), size.height()),
            clip(body.getInt(), size.width()),
            clip(body.getInt(), size.height()),
            clip(body.getInt(), size.width())
          });
    }
    return new BadList(places, areas);
  }

  private float[] floats(ByteBuffer body) throws PhotoException {
    float[] values = new float[count(body, 4)];
    for (int i = 0; i < values.length; i++) {
      values[i] = finite(body.getFloat());
    }
    return values;
  }

  private double[] doubles(ByteBuffer body, int count) throws PhotoException {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = body.getDouble();
      if (!Double.isFinite(values[i])) {
        throw damaged();
      }
    }
    return values;
  }

  private int count(ByteBuffer body, int bytes) throws PhotoException {
    int count = body.getInt();
    if (count < 1 || (long) count * bytes > body.remaining()) {
      throw damaged();
    }
    return count;
  }

  private float finite(float value) throws PhotoException {
    if (!Float.isFinite(value)) {
      throw damaged();
    }
    return value;
  }

  /** An unsigned number cut at {@code limit}. */
  private static int clip(int value, int limit) {
    return (int) Math.min(Integer.toUnsignedLong(value), limit);
  }

  private PhotoException damaged() {
    return directory.view().damaged("has an opcode whose numbers make no sense");
  }
}
