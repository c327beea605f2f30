package hyperlumen.enhance;

import hyperlumen.model.Model;
import hyperlumen.model.ModelCard;
import hyperlumen.photo.IntegerSamples;
import hyperlumen.photo.LinearPhoto;
import hyperlumen.photo.Photo;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.RawPhoto;
import hyperlumen.photo.RgbPhoto;
import hyperlumen.photo.Size;
import hyperlumen.runtime.MemoryBudget;
import hyperlumen.runtime.NetworkInputs;
import hyperlumen.runtime.TilePlan;

/** The tiles of a run within its memory budget, and the memory that it takes with them. */
final class RunPlan {

  private RunPlan() {}

  /** The tiles of a run. */
  static TilePlan tiles(Photo photo, Model model, EnhanceOptions options) throws PhotoException {
    Size size = networkSize(photo, model);
    return options.tile().isPresent()
        ? MemoryBudget.planFor(model, size, options.tile().getAsInt())
        : MemoryBudget.plan(
            model, size, photoBytes(photo), memoryBytes(photo, options), options.threads());
  }

  /** The size of the picture that the network gives, which may be larger than the photo's crop. */
  static Size networkSize(Photo photo, Model model) throws PhotoException {
    return photo instanceof RawPhoto raw && model.card().task() == ModelCard.Task.ISP
        ? NetworkInputs.sizeOf(raw)
        : photo.size();
  }

  /** What the budget leaves when the strips of {@link RecentStrips} are taken off. */
  static long memoryBytes(Photo photo, EnhanceOptions options) {
    return options.memoryBytes() - stripBytes(photo);
  }

  private static long stripBytes(Photo photo) {
    return RecentStrips.bytes(photo, photo.metadata().orientation().transposes());
  }

  /** Resident memory of the process that a run with these tiles will need. */
  static long predictedBytes(Photo photo, Model model, TilePlan plan, int threads)
      throws PhotoException {
    return stripBytes(photo)
        + MemoryBudget.predictedBytes(
            model, networkSize(photo, model), plan, photoBytes(photo), threads);
  }

  /** Bytes of the decoder's samples. */
  static long photoBytes(Photo photo) {
    return switch (photo) {
      case RawPhoto raw -> 2 * raw.mosaic().size().pixels();
      case LinearPhoto linear -> bytes(linear.samples());
      case RgbPhoto rgb -> bytes(rgb.samples());
    };
  }

  private static long bytes(IntegerSamples samples) {
    return samples.size().pixels() * samples.channels() * (samples.bits() / 8);
  }
}
