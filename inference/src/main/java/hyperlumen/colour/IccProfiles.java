package hyperlumen.colour;

import hyperlumen.photo.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The ICC profiles of the colour spaces that are written: matrix and parametric curve, version 4.3
 * (ICC.1:2010), made here. XYZ D50 = M decode(rgb); their bytes never change.
 */
public final class IccProfiles {

  private static final int HEADER_BYTES = 128;
  private static final int VERSION = 0x04300000;

  /** The illuminant of the connection space as the standard rounds it (ICC.1:2010, 7.2.16). */
  private static final double[] D50 = {0.9642, 1, 0.8249};

  private static final Map<ColourSpace, Bytes> PROFILES = new EnumMap<>(ColourSpace.class);

  static {
    for (ColourSpace space : ColourSpace.values()) {
      PROFILES.put(space, new Bytes(build(space)));
    }
  }

  private IccProfiles() {}

  /** The profile of {@code space}. */
  public static Bytes of(ColourSpace space) {
    return PROFILES.get(space);
  }

  private static byte[] build(ColourSpace space) {
    Matrix3 adaptation = Chromaticity.D65.adaptationTo(Chromaticity.ofXyz(D50));
    Matrix3 colorants = adaptation.times(space.toXyzD65());
    byte[] curve = curve(space);
    Map<String, byte[]> tags = new LinkedHashMap<>();
    tags.put("desc", text(name(space)));
    tags.put("cprt", text("No copyright, use freely"));
    tags.put("wtpt", xyz(D50));
    tags.put("chad", fixedArray(adaptation.elements()));
    tags.put("rXYZ", xyz(colorants.times(1, 0, 0)));
    tags.put("gXYZ", xyz(colorants.times(0, 1, 0)));
    tags.put("bXYZ", xyz(colorants.times(0, 0, 1)));
    tags.put("rTRC", curve);
    tags.put("gTRC", curve);
    tags.put("bTRC", curve);
    byte[] profile = assemble(tags);
    // The identifier is the MD5 of the profile with flags, intent and identifier zero: they are.
    System.arraycopy(md5(profile), 0, profile, 84, 16);
    return profile;
  }

  private static String name(ColourSpace space) {
    return switch (space) {
      case SRGB -> "sRGB IEC 61966-2-1";
      case DISPLAY_P3 -> "Display P3";
      case REC2020_LINEAR -> "Rec. 2020 linear";
    };
  }

  private static byte[] assemble(Map<String, byte[]> tags) {
    int tableBytes = 4 + 12 * tags.size();
    int total = HEADER_BYTES + tableBytes;
    IdentityHashMap<byte[], Integer> places = new IdentityHashMap<>();
    for (byte[] tag : tags.values()) {
      if (places.putIfAbsent(tag, total) == null) {
        total += tag.length;
      }
    }
    byte[] profile = new byte[total];
    ByteBuffer out = ByteBuffer.wrap(profile);
    out.putInt(total).putInt(0).putInt(VERSION);
    out.put(ascii("mntrRGB XYZ "));
    out.putShort((short) 2026).putShort((short) 1).putShort((short) 1);
    out.putShort((short) 0).putShort((short) 0).putShort((short) 0);
    out.put(ascii("acsp"));
    out.position(68);
    for (double value : D50) {
      out.putInt(fixed(value));
    }
    out.position(HEADER_BYTES);
    out.putInt(tags.size());
    for (Map.Entry<String, byte[]> tag : tags.entrySet()) {
      out.put(ascii(tag.getKey()));
      out.putInt(places.get(tag.getValue())).putInt(tag.getValue().length);
    }
    places.forEach((tag, place) -> System.arraycopy(tag, 0, profile, place, tag.length));
    return profile;
  }

  /** A multiLocalizedUnicodeType of one English text, padded to four bytes. */
  private static byte[] text(String text) {
    byte[] unicode = text.getBytes(StandardCharsets.UTF_16BE);
    byte[] bytes = new byte[(28 + unicode.length + 3) & ~3];
    ByteBuffer.wrap(bytes)
        .put(ascii("mluc"))
        .putInt(0)
        .putInt(1)
        .putInt(12)
        .put(ascii("enUS"))
        .putInt(unicode.length)
        .putInt(28)
        .put(unicode);
    return bytes;
  }

  /** parametricCurveType 3: the curve of sRGB; type 0 with exponent 1 where there is none. */
  private static byte[] curve(ColourSpace space) {
    double[] parameters =
        space == ColourSpace.REC2020_LINEAR
            ? new double[] {1}
            : new double[] {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
    byte[] bytes = new byte[12 + 4 * parameters.length];
    ByteBuffer out = ByteBuffer.wrap(bytes).put(ascii("para")).putInt(0);
    out.putShort((short) (parameters.length == 1 ? 0 : 3)).putShort((short) 0);
    for (double parameter : parameters) {
      out.putInt(fixed(parameter));
    }
    return bytes;
  }

  private static byte[] xyz(double[] values) {
    byte[] bytes = fixedArray(values);
    System.arraycopy(ascii("XYZ "), 0, bytes, 0, 4);
    return bytes;
  }

  private static byte[] fixedArray(double[] values) {
    byte[] bytes = new byte[8 + 4 * values.length];
    ByteBuffer out = ByteBuffer.wrap(bytes).put(ascii("sf32")).putInt(0);
    for (double value : values) {
      out.putInt(fixed(value));
    }
    return bytes;
  }

  /** s15Fixed16Number. */
  private static int fixed(double value) {
    return (int) Math.round(value * 65536);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] md5(byte[] bytes) {
    try {
      return MessageDigest.getInstance("MD5").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has MD5", e);
    }
  }
}
