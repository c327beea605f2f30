package hyperlumen.batch;

import hyperlumen.enhance.CostReport;
import hyperlumen.model.Model;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.PhotoException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A result that was made and saved without a queue, as in the window, for which a sidecar is
 * wanted.
 *
 * @param source the photo
 * @param sourceModified when it had been changed last when it was read, in milliseconds since 1970
 * @param output the result
 * @param settings which give the same result; with the tile
 * @param model that made it
 * @param cost of it
 * @param predictedSeconds stated before the run
 */
public record SavedResult(
    Path source,
    long sourceModified,
    Path output,
    JobSettings settings,
    Model model,
    CostReport cost,
    double predictedSeconds) {

  /**
   * Writes the sidecar; one of before is replaced.
   *
   * @param software name and version of the program
   * @throws PhotoException if it cannot be written, or the photo is another one by now
   */
  public void writeSidecar(String software) throws PhotoException {
    try {
      Path folder = output.toAbsolutePath().getParent();
      JobOrder order = new JobOrder(source, folder, output, settings);
      long modified = Files.getLastModifiedTime(source).toMillis();
      if (modified != sourceModified) {
        throw new PhotoException(
            Kind.IO, source, "was changed after it had been opened, so no sidecar was written");
      }
      Report.Hashes hashes = new Report.Hashes(FileHash.of(source), FileHash.of(output));
      Job job =
          new Job(
              0,
              order,
              Files.size(source),
              Instant.ofEpochMilli(modified),
              Optional.of(hashes.source()),
              Optional.of(new ModelChoice.Name(model.id(), model.sha256())),
              settings.options().tile(),
              false,
              JobState.DONE,
              1,
              Optional.empty(),
              Optional.of(hashes.output()),
              Optional.empty(),
              Instant.now());
      Sidecar.write(
          job,
          Report.Entry.done(
              job, cost, new Report.Circumstances(predictedSeconds, false, false), hashes),
          software);
    } catch (PhotoException e) {
      throw e;
    } catch (IOException e) {
      throw new PhotoException(
          Kind.WRITE_FAILED, output, "is saved, but no sidecar: " + e.getMessage(), e);
    }
  }
}
