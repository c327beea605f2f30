package hyperlumen.enhance;

import hyperlumen.model.Model;
import hyperlumen.model.ModelCard;
import hyperlumen.network.CostModel;
import hyperlumen.photo.Metadata;
import hyperlumen.photo.Orientation;
import hyperlumen.photo.Photo;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.RawPhoto;
import hyperlumen.photo.RgbPhoto;
import hyperlumen.photo.Size;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import hyperlumen.read.PhotoReader;
import hyperlumen.runtime.MachineSpeed;
import hyperlumen.runtime.MemoryBudget;
import hyperlumen.runtime.PeakMemory;
import hyperlumen.runtime.RuntimeFailure;
import hyperlumen.runtime.TilePlan;
import hyperlumen.write.LinearDng;
import hyperlumen.write.OutputFormat;
import hyperlumen.write.OutputSpec;
import hyperlumen.write.PhotoWriter;
import hyperlumen.write.Provenance;
import hyperlumen.write.Publication;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** Enhances one photo from file to file. Stateless and thread-safe. */
public final class Enhancer {

  private Enhancer() {}

  /** What enhancing will cost on this machine; measures the model's speed once per process. */
  public static Forecast forecast(Photo photo, Model model, EnhanceOptions options)
      throws PhotoException {
    TilePlan plan = RunPlan.tiles(photo, model, options);
    CostModel cost = CostModel.of(model.network());
    Size size = photo.size();
    int windows = model.card().windows();
    double predict = cost.predictFlop(windows, model.card().window());
    double executed = cost.forwardFlop(plan.executedPixels()) + predict;
    try {
      double rate = MachineSpeed.flopPerSecond(model, options.threads(), plan);
      double seconds = executed / rate + MachineSpeed.secondsAround(model, photo.finishedSize());
      return new Forecast(
          seconds,
          RunPlan.predictedBytes(photo, model, plan, options.threads()),
          cost.usefulFlop(size.width(), size.height(), windows, model.card().window()),
          executed,
          plan);
    } catch (RuntimeFailure e) {
      throw new PhotoException(PhotoException.Kind.NETWORK_FAILED, photo.file(), e.getMessage(), e);
    }
  }

  /**
   * The side of a tile in photo pixels, halo included, that these options lead to: the options' own
   * or the largest that their memory allows. A later run with this tile gives the same bytes
   * whatever its memory and threads.
   */
  public static int tile(Photo photo, Model model, EnhanceOptions options) throws PhotoException {
    return options.tile().isPresent()
        ? options.tile().getAsInt()
        : MemoryBudget.side(
            model,
            RunPlan.networkSize(photo, model),
            RunPlan.photoBytes(photo),
            RunPlan.memoryBytes(photo, options),
            options.threads());
  }

  /** The next smaller tile, about half as wide; empty where it is the smallest already. */
  public static OptionalInt smallerTile(Model model, int tile) {
    return MemoryBudget.smallerSide(model, tile);
  }

  /** The format nearest to the input's: RAW to 16-bit TIFF, others to their own. */
  public static OutputFormat defaultFormat(Photo photo) {
    return switch (photo) {
      case RgbPhoto rgb -> {
        boolean deep = rgb.samples().bits() > 8;
        yield switch (rgb.format()) {
          case JPEG -> OutputFormat.JPEG;
          case PNG -> deep ? OutputFormat.PNG16 : OutputFormat.PNG8;
          case TIFF -> deep ? OutputFormat.TIFF16 : OutputFormat.TIFF8;
        };
      }
      default -> OutputFormat.TIFF16;
    };
  }

  /**
   * Reads, enhances and writes; the file appears under its name whole or not at all.
   *
   * @param spec how to write; profile, metadata and orientation are filled in from the photo
   */
  public static CostReport enhance(
      Path in, Path out, Model model, EnhanceOptions options, OutputSpec spec, Progress progress)
      throws PhotoException, CancelledException {
    PeakMemory.reset();
    long start = System.nanoTime();
    Photo photo = PhotoReader.read(in, progress);
    double read = (System.nanoTime() - start) / 1e9;
    return enhance(photo, read, out, model, options, spec, progress);
  }

  /** The same for a photo that is read already; {@code readSeconds} is what that took. */
  public static CostReport enhance(
      Photo photo,
      double readSeconds,
      Path out,
      Model model,
      EnhanceOptions options,
      OutputSpec spec,
      Progress progress)
      throws PhotoException, CancelledException {
    return enhance(photo, readSeconds, out, model, options, spec, progress, Publication.AT_ONCE);
  }

  /** The same; {@code publication} sees the complete file before it gets its name. */
  public static CostReport enhance(
      Photo photo,
      double readSeconds,
      Path out,
      Model model,
      EnhanceOptions options,
      OutputSpec spec,
      Progress progress,
      Publication publication)
      throws PhotoException, CancelledException {
    return enhance(
        photo, readSeconds, out, model, options, spec, Optional.empty(), progress, publication);
  }

  /** The same; {@code provenance} is noted in the output's metadata. */
  public static CostReport enhance(
      Photo photo,
      double readSeconds,
      Path out,
      Model model,
      EnhanceOptions options,
      OutputSpec spec,
      Optional<Provenance> provenance,
      Progress progress,
      Publication publication)
      throws PhotoException, CancelledException {
    long start = System.nanoTime();
    boolean dng = spec.format() == OutputFormat.DNG;
    boolean byColumns = !dng && photo.metadata().orientation().transposes();
    try (Enhancement enhancement = Enhancement.open(photo, model, options, byColumns, progress)) {
      long predicted = RunPlan.predictedBytes(photo, model, enhancement.plan(), options.threads());
      OutputSpec complete = outputSpec(photo, spec, model, options, provenance);
      LinearDng linear = dng ? enhancement.linearDng() : null;
      WaitingPicture waiting = new WaitingPicture(dng ? linear.cameraRgb() : enhancement.picture());
      long writeStart = System.nanoTime();
      Publication onlyWhole =
          whole -> {
            enhancement.checkComplete();
            publication.ready(whole);
          };
      if (dng) {
        PhotoWriter.writeLinearDng(
            new LinearDng(waiting, linear.colour(), linear.pixelScale(), linear.preview()),
            out,
            complete,
            progress,
            onlyWhole);
      } else {
        PhotoWriter.write(waiting, out, complete, progress, onlyWhole);
      }
      double write = (System.nanoTime() - writeStart) / 1e9 - waiting.seconds();
      double total = readSeconds + (System.nanoTime() - start) / 1e9;
      enhancement.learnSpeed();
      CostReport cost = enhancement.cost(readSeconds, Math.max(0, write), total, predicted);
      return dng ? cost.withSize(photo.size()) : cost;
    }
  }

  /**
   * {@code spec} with the photo's metadata, upright, and with the profile of the result; a DNG
   * keeps the photo's orientation and has no profile.
   */
  public static OutputSpec outputSpec(
      Photo photo, OutputSpec spec, Model model, EnhanceOptions options) {
    return outputSpec(photo, spec, model, options, Optional.empty());
  }

  private static OutputSpec outputSpec(
      Photo photo,
      OutputSpec spec,
      Model model,
      EnhanceOptions options,
      Optional<Provenance> provenance) {
    Metadata source =
        spec.format() == OutputFormat.DNG
            ? photo.metadata()
            : OutputProfile.metadata(photo, options.rendering().colourSpace());
    Metadata metadata =
        source.with(source.exif(), SettingsXmp.packet(photo, model, options, provenance));
    if (spec.format() == OutputFormat.DNG) {
      return spec.withMetadata(metadata).withOrientation(metadata.orientation());
    }
    return spec.withIccProfile(OutputProfile.of(photo, options.rendering().colourSpace()))
        .withMetadata(metadata)
        .withOrientation(Orientation.NORMAL);
  }

  /** Bytes of the decoder's samples. */
  public static long photoBytes(Photo photo) {
    return RunPlan.photoBytes(photo);
  }

  /**
   * Whether the format can be written for a photo and a model; a linear DNG needs a mosaic and a
   * model that develops it.
   */
  public static boolean canWrite(OutputFormat format, Photo photo, Model model) {
    return format != OutputFormat.DNG
        || (isRaw(photo) && model.card().output() == ModelCard.Output.CAMERA_RGB);
  }

  /** Whether a photo is developed from a mosaic. */
  public static boolean isRaw(Photo photo) {
    return photo instanceof RawPhoto;
  }
}
