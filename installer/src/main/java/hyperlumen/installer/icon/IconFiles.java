package hyperlumen.installer.icon;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import javax.imageio.ImageIO;

/** The icon in the file formats of the three systems: PNG, Windows ICO and macOS ICNS. */
public final class IconFiles {

  /** Sides of the PNG files, of the window's icon and of the Linux icon theme. */
  public static final List<Integer> SIDES = List.of(16, 24, 32, 48, 64, 128, 256, 512);

  /** What Windows shows in lists, on the desktop and in the Explorer's largest view. */
  private static final List<Integer> WINDOWS_SIDES = List.of(16, 24, 32, 48, 64, 256);

  /** From this side on ICO holds PNG; below it bitmaps, which every reader of ICO knows. */
  private static final int ICO_PNG = 256;

  private static final int ICO_HEADER = 6;
  private static final int ICO_ENTRY = 16;
  private static final int BITMAP_HEADER = 40;

  /** Type codes of the ICNS entries that hold PNG, from Apple's iconset names. */
  private enum AppleIcon {
    ICP4(16),
    ICP5(32),
    IC07(128),
    IC08(256),
    IC09(512),
    IC10(1024),
    IC11(32),
    IC12(64),
    IC13(256),
    IC14(512);

    private final int side;

    AppleIcon(int side) {
      this.side = side;
    }

    byte[] code() {
      return name().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
    }
  }

  private IconFiles() {}

  /** A PNG file. */
  public static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (!ImageIO.write(image, "png", bytes)) {
      throw new IOException("this Java runtime cannot write PNG");
    }
    return bytes.toByteArray();
  }

  /** A Windows icon file with six sides. */
  public static byte[] ico(IntFunction<BufferedImage> art) throws IOException {
    List<byte[]> pictures = new ArrayList<>();
    int size = ICO_HEADER + ICO_ENTRY * WINDOWS_SIDES.size();
    int offset = size;
    for (int side : WINDOWS_SIDES) {
      BufferedImage image = art.apply(side);
      byte[] picture = side < ICO_PNG ? bitmap(image) : png(image);
      pictures.add(picture);
      size += picture.length;
    }
    ByteBuffer file = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    file.putShort((short) 0).putShort((short) 1).putShort((short) pictures.size());
    for (int i = 0; i < pictures.size(); i++) {
      int side = WINDOWS_SIDES.get(i);
      byte small = (byte) side; // 256 is written as 0.
      file.put(small).put(small).put((byte) 0).put((byte) 0);
      file.putShort((short) 1).putShort((short) 32);
      file.putInt(pictures.get(i).length).putInt(offset);
      offset += pictures.get(i).length;
    }
    pictures.forEach(file::put);
    return file.array();
  }

  /** A device-independent bitmap as ICO wants it: rows upwards, BGRA, then an empty mask. */
  private static byte[] bitmap(BufferedImage image) {
    int side = image.getWidth();
    int maskRow = (side + 31) / 32 * 4;
    ByteBuffer out =
        ByteBuffer.allocate(BITMAP_HEADER + side * side * 4 + maskRow * side)
            .order(ByteOrder.LITTLE_ENDIAN);
    // The height counts colours and mask.
    out.putInt(BITMAP_HEADER).putInt(side).putInt(2 * side);
    out.putShort((short) 1).putShort((short) 32).position(BITMAP_HEADER);
    int[] row = new int[side];
    for (int y = side - 1; y >= 0; y--) {
      image.getRGB(0, y, side, 1, row, 0, side);
      for (int argb : row) {
        out.putInt(argb); // Little endian: blue first.
      }
    }
    return out.array();
  }

  /** A macOS icon file, from 16 to 1024 pixels. */
  public static byte[] icns(IntFunction<BufferedImage> art) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (AppleIcon icon : AppleIcon.values()) {
      byte[] png = png(art.apply(icon.side));
      body.write(icon.code());
      body.write(ByteBuffer.allocate(4).putInt(png.length + 8).array());
      body.write(png);
    }
    ByteBuffer file = ByteBuffer.allocate(body.size() + 8);
    file.put("icns".getBytes(StandardCharsets.US_ASCII)).putInt(body.size() + 8);
    return file.put(body.toByteArray()).array();
  }
}
