package hyperlumen.colour;

import hyperlumen.photo.Bytes;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.PhotoException.Kind;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Converts encoded samples between an embedded ICC profile and sRGB, relative colorimetric: sRGB =
 * encode(M_sRGB^-1 M decode(rgb)), clipped to [0, 1].
 *
 * <p>Matrix and grey profiles are computed here; profiles with tables go through the JDK's colour
 * engine, and only towards sRGB. Grey stays grey; an alpha channel is left alone. Curves are tables
 * of 4096 steps with linear interpolation, over the square root of linear values: errors stay below
 * 1e-4. Immutable and safe for several threads.
 */
public final class IccConversion {

  /** One step of a 12-bit sample; profiles named sRGB differ by less from one another. */
  private static final double SAME = 2.5e-4;

  private static final int BLOCK_ROWS = 32;

  /** Changes the first {@code colours} channels of some rows of a raster. */
  interface Step {
    void apply(Raster raster, int firstRow, int rows);
  }

  private final Optional<Step> step;

  private IccConversion(Optional<Step> step) {
    this.step = step;
  }

  /**
   * From {@code profile} to sRGB; no profile means sRGB.
   *
   * @param channels 1 and 2 are grey, 3 and 4 RGB
   * @param file named in the error
   * @throws PhotoException UNSUPPORTED if the profile is damaged or not for such pictures
   */
  public static IccConversion toSrgb(Optional<Bytes> profile, int channels, Path file)
      throws PhotoException {
    if (profile.isEmpty()) {
      return new IccConversion(Optional.empty());
    }
    Optional<IccMatrixProfile> matrix = matching(profile.get(), channels);
    if (matrix.isEmpty()) {
      return new IccConversion(
          Optional.of(TableProfileStep.toSrgb(profile.get(), channels <= 2 ? 1 : 3, file)));
    }
    IccMatrixProfile srgb = srgb(channels);
    return new IccConversion(between(matrix.get(), srgb));
  }

  /**
   * From sRGB to {@code profile}; no profile means sRGB.
   *
   * @throws PhotoException UNSUPPORTED if the profile is not a matrix or grey one
   */
  public static IccConversion fromSrgb(Optional<Bytes> profile, int channels, Path file)
      throws PhotoException {
    if (profile.isEmpty()) {
      return new IccConversion(Optional.empty());
    }
    IccMatrixProfile target =
        matching(profile.get(), channels)
            .orElseThrow(
                () ->
                    new PhotoException(
                        Kind.UNSUPPORTED,
                        file,
                        "its ICC profile is made of tables; colours cannot be turned back to it"));
    return new IccConversion(between(srgb(channels), target));
  }

  /** Whether nothing changes. */
  public boolean isIdentity() {
    return step.isEmpty();
  }

  /** Converts a raster in place, its rows in parallel. */
  public void apply(Raster raster) {
    if (step.isEmpty()) {
      return;
    }
    int blocks = Math.ceilDiv(raster.height(), BLOCK_ROWS);
    IntStream.range(0, blocks)
        .parallel()
        .forEach(
            block -> {
              int first = block * BLOCK_ROWS;
              step.get().apply(raster, first, Math.min(BLOCK_ROWS, raster.height() - first));
            });
  }

  /** {@code source} converted when it is pulled. */
  public RasterSource over(RasterSource source) {
    if (isIdentity()) {
      return source;
    }
    return new RasterSource() {
      @Override
      public int channels() {
        return source.channels();
      }

      @Override
      public Size size() {
        return source.size();
      }

      @Override
      public void read(Region region, Raster into) throws PhotoException {
        source.read(region, into);
        apply(into);
      }
    };
  }

  private static Optional<IccMatrixProfile> matching(Bytes profile, int channels) {
    return IccMatrixProfile.parse(profile).filter(p -> p.isGrey() == channels <= 2);
  }

  private static IccMatrixProfile srgb(int channels) {
    IccMatrixProfile rgb = IccMatrixProfile.parse(IccProfiles.of(ColourSpace.SRGB)).orElseThrow();
    return channels <= 2 ? new IccMatrixProfile(rgb.curves().subList(0, 1), Matrix3.IDENTITY) : rgb;
  }

  private static Optional<Step> between(IccMatrixProfile from, IccMatrixProfile to) {
    Matrix3 matrix = to.toXyzD50().inverse().times(from.toXyzD50());
    boolean same = true;
    for (int i = 0; i < 9; i++) {
      same = same && Math.abs(matrix.elements()[i] - Matrix3.IDENTITY.elements()[i]) < 10 * SAME;
    }
    for (int c = 0; c < from.curves().size(); c++) {
      for (int i = 0; i <= 256; i++) {
        double difference =
            from.curves().get(c).decode(i / 256.0) - to.curves().get(c).decode(i / 256.0);
        same = same && Math.abs(difference) < SAME;
      }
    }
    return same ? Optional.empty() : Optional.of(new MatrixProfileStep(from, to, matrix));
  }
}
