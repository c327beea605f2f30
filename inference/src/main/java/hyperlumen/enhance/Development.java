package hyperlumen.enhance;

import hyperlumen.colour.Rendering;
import hyperlumen.colour.RenderingSettings;
import hyperlumen.develop.Demosaicing;
import hyperlumen.develop.ScaledRaster;
import hyperlumen.model.Model;
import hyperlumen.model.ModelCard;
import hyperlumen.photo.Photo;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.PixelScale;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.RawPhoto;
import hyperlumen.photo.RgbPhoto;
import hyperlumen.write.LinearDng;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * From a network's values to the finished picture of one photo: decoding, mixing by strength,
 * making pixels square, rendering, turning. It needs no session, so values that are kept can be
 * developed again at another strength without running the network. Safe for several threads.
 */
public final class Development {

  private final Photo photo;
  private final Model model;
  private final RasterSource plain;
  private final float scale;
  private final Optional<Rendering> rendering;
  private final List<DoubleSupplier> clocks = new ArrayList<>();

  private Development(
      Photo photo, Model model, RasterSource plain, float scale, Optional<Rendering> rendering) {
    this.photo = photo;
    this.model = model;
    this.plain = plain;
    this.scale = scale;
    this.rendering = rendering;
  }

  /**
   * The development of a photo by a model with these settings.
   *
   * @param scale takes a RAW model's linear output to green gain 1
   */
  static Development of(
      Photo photo, Model model, RasterSource plain, float scale, RenderingSettings settings)
      throws PhotoException {
    boolean camera =
        photo instanceof RawPhoto
            && model.card().task() == ModelCard.Task.ISP
            && model.card().output() == ModelCard.Output.CAMERA_RGB;
    return new Development(
        photo,
        model,
        plain,
        scale,
        camera ? Optional.of(PlainPicture.rendering(photo, settings)) : Optional.empty());
  }

  /**
   * The same values developed with other settings, without running the network again.
   *
   * @return nothing where the network saw the rendered picture, so that it would have to run again:
   *     for a denoiser's result of a RAW photo; a finished picture is not rendered and stays as is
   */
  public Optional<Development> with(RenderingSettings settings) throws PhotoException {
    if (rendering.isEmpty()) {
      return photo instanceof RgbPhoto ? Optional.of(this) : Optional.empty();
    }
    return Optional.of(
        new Development(
            photo, model, plain, scale, Optional.of(PlainPicture.rendering(photo, settings))));
  }

  /**
   * The picture: display-encoded, upright, in the photo's own channels, computed as it is read.
   *
   * @param network three channels of the network's values, at the photo's size before it is turned
   * @param strength share of the network's result, 0 to 1
   */
  public RasterSource picture(RasterSource network, double strength) {
    return picture(network, Strength.of(strength));
  }

  /** The same with a strength apart for lightness and colour; RAW models take the lightness's. */
  public RasterSource picture(RasterSource network, Strength strength) {
    return UprightPicture.of(stored(network, strength), photo.metadata().orientation());
  }

  /**
   * What a linear DNG of the result is made of: camera RGB before rendering and turning.
   *
   * @param network as for {@link #picture}
   * @throws PhotoException if the network did not work on camera RGB, so that there is none
   */
  public LinearDng linearDng(RasterSource network, double strength) throws PhotoException {
    if (rendering.isEmpty() || !(photo instanceof RawPhoto raw)) {
      throw new PhotoException(
          PhotoException.Kind.UNSUPPORTED,
          photo.file(),
          photo instanceof RawPhoto
              ? "the model "
                  + model.id()
                  + " works on the developed picture, of which no linear DNG can be made"
              : "a linear DNG can only be made of a RAW mosaic, and this file holds none");
    }
    double[] gains = raw.colour().asShotGains();
    Rendering display = rendering.get();
    return new LinearDng(
        new UnbalancedPicture(camera(raw, network, strength), gains),
        raw.colour(),
        raw.pixelScale(),
        small -> {
          Raster balanced = square(UnbalancedPicture.balanced(small, gains), raw.pixelScale());
          display.apply(balanced, balanced);
          return balanced;
        });
  }

  private static Raster square(Raster preview, PixelScale scale) {
    try {
      RasterSource square = ScaledRaster.of(RasterSource.of(preview), scale);
      return square.read(square.size().region());
    } catch (PhotoException e) {
      throw new IllegalStateException("a raster in memory cannot fail", e);
    }
  }

  private RasterSource camera(RawPhoto raw, RasterSource network, double strength) {
    return PlainPicture.unwarped(
        raw,
        new CameraPicture(
            network, Demosaicing.MALVAR.of(raw), model.card().code(), scale, strength));
  }

  /** Whether {@link #with} changes anything: the values are camera RGB. */
  public boolean isRendered() {
    return rendering.isPresent();
  }

  private RasterSource stored(RasterSource network, Strength strength) {
    if (rendering.isPresent() && photo instanceof RawPhoto raw) {
      RasterSource camera = camera(raw, network, strength.luminance());
      RasterSource square = timed(ScaledRaster.of(camera, raw.pixelScale()));
      return timed(new RenderedPicture(square, rendering.get()));
    }
    if (photo instanceof RgbPhoto rgb) {
      return new DenoisedPicture(network, new IntegerPicture(rgb.samples(), false), strength);
    }
    return timed(
        ScaledRaster.ofEncoded(new DenoisedPicture(network, plain, strength), photo.pixelScale()));
  }

  private RasterSource timed(RasterSource stage) {
    synchronized (clocks) {
      switch (stage) {
        case RenderedPicture one -> clocks.add(one::seconds);
        case ScaledRaster one -> clocks.add(one::seconds);
        default -> {}
      }
    }
    return stage;
  }

  /** Seconds spent rendering and resampling so far, summed over threads. */
  double renderSeconds() {
    synchronized (clocks) {
      return clocks.stream().mapToDouble(DoubleSupplier::getAsDouble).sum();
    }
  }
}
