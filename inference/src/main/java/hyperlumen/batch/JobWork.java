package hyperlumen.batch;

import hyperlumen.enhance.CostReport;
import hyperlumen.enhance.EnhanceOptions;
import hyperlumen.enhance.Enhancer;
import hyperlumen.enhance.Forecast;
import hyperlumen.enhance.PhotoNote;
import hyperlumen.model.Model;
import hyperlumen.model.ModelCard.Task;
import hyperlumen.model.ModelException;
import hyperlumen.photo.Photo;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.PhotoException.Kind;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import hyperlumen.runtime.MemoryBudget;
import hyperlumen.runtime.PeakMemory;
import hyperlumen.write.OutputFormat;
import hyperlumen.write.OutputSpec;
import hyperlumen.write.Provenance;
import hyperlumen.write.Publication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One attempt at one job, in two steps, so that the next photo is read while this one is computed.
 * Nothing is shared with other jobs but the queue, the models and the places for tiles.
 */
final class JobWork {

  private final Job job;
  private final Workplace place;
  private final AtomicInteger slots = new AtomicInteger();
  private final Progress progress;
  private Source source;

  /** The photo as it was read, and what it takes to compute it. */
  private record Source(
      Photo photo,
      String sha256,
      double readSeconds,
      Model model,
      OptionalInt tile,
      long photoBytes) {}

  JobWork(Job job, Workplace place) {
    this.job = job;
    this.place = place;
    this.progress = new JobProgress(job, place.control(), place.listener(), this::giveSlots);
  }

  Job job() {
    return job;
  }

  /** Reads the photo; its memory is on the ledger when this returns. */
  void read() throws IOException, CancelledException {
    Path input = job.order().input();
    progress.checkCancelled();
    if (Files.exists(job.order().output()) && !job.order().settings().overwrite()) {
      throw new PhotoException(
          Kind.EXISTS, job.order().output(), "exists already, and overwriting was not asked for");
    }
    checkUnchanged(input);
    String hash = hash(input);
    if (job.inputSha256().isPresent() && !job.inputSha256().get().equals(hash)) {
      throw changed(input);
    }
    long start = System.nanoTime();
    EnhanceOptions asked = job.order().settings().options();
    Photo photo = asked.seen(hyperlumen.read.PhotoReader.read(input, progress));
    double seconds = (System.nanoTime() - start) / 1e9;
    checkUnchanged(input);
    Model model = model(photo);
    long bytes = Enhancer.photoBytes(photo);
    for (PhotoNote note : PhotoNote.of(photo)) {
      place.listener().noted(job, note.text());
    }
    if (asked.cfa().isPresent() && !Enhancer.isRaw(photo)) {
      place.listener().noted(job, "has no mosaic whose colour filters could be chosen");
    }
    source = new Source(photo, hash, seconds, model, job.tile(), bytes);
    place.memory().read(bytes);
  }

  private void checkUnchanged(Path input) throws PhotoException {
    try {
      BasicFileAttributes now = Files.readAttributes(input, BasicFileAttributes.class);
      if (job.inputBytes() >= 0
          && (now.size() != job.inputBytes()
              || now.lastModifiedTime().toMillis() != job.inputModified().toEpochMilli())) {
        throw changed(input);
      }
    } catch (PhotoException e) {
      throw e;
    } catch (IOException e) {
      throw new PhotoException(Kind.NOT_FOUND, input, "cannot be read: it is not there", e);
    }
  }

  private static PhotoException changed(Path input) {
    return new PhotoException(
        Kind.IO, input, "was changed after it had been queued; queue it again");
  }

  private static String hash(Path input) throws PhotoException {
    try {
      return FileHash.of(input);
    } catch (IOException e) {
      throw new PhotoException(Kind.IO, input, "cannot be read: " + e.getMessage(), e);
    }
  }

  private Model model(Photo photo) throws IOException {
    Task task = Enhancer.isRaw(photo) ? Task.ISP : Task.DENOISE;
    Optional<ModelChoice.Name> name = job.order().settings().models().forTask(task);
    if (name.isEmpty()) {
      throw new ModelException(
          job.order().input().getFileName()
              + ": no model is installed that could do this kind of photo");
    }
    return ModelChoice.installed(place.store(), name.get());
  }

  /** Computes and writes; with smaller and smaller tiles where memory runs out. */
  Report.Entry compute() throws IOException, CancelledException {
    boolean shrunk = job.tileShrunk();
    EnhanceOptions asked = job.order().settings().options();
    int tile;
    try {
      tile =
          source.tile().isPresent()
              ? source.tile().getAsInt()
              : Enhancer.tile(source.photo(), source.model(), asked);
    } catch (PhotoException e) {
      place.memory().forget(source.photoBytes());
      throw e;
    }
    while (true) {
      try {
        return attempt(asked.withTile(OptionalInt.of(tile)), tile, shrunk);
      } catch (PhotoException | OutOfMemoryError e) {
        OptionalInt smaller =
            Obstacle.isMemory(e) ? Enhancer.smallerTile(source.model(), tile) : OptionalInt.empty();
        if (smaller.isEmpty()) {
          throw e;
        }
        tile = smaller.getAsInt();
        shrunk = true;
        place.listener().noted(job, "memory ran out; once more with tiles of " + tile + " pixels");
        place.memory().read(source.photoBytes());
      } finally {
        giveSlots();
      }
    }
  }

  private Report.Entry attempt(EnhanceOptions asked, int tile, boolean shrunk)
      throws IOException, CancelledException {
    Photo photo = source.photo();
    Model model = source.model();
    long reserved = -1;
    try {
      progress.checkCancelled();
      EnhanceOptions limited = asked.withThreads(place.slots().limit());
      Forecast forecast = Enhancer.forecast(photo, model, limited);
      long bytes = Math.max(0, forecast.memoryBytes() - MemoryBudget.BASE_BYTES);
      place.memory().start(source.photoBytes(), bytes);
      reserved = bytes;
      int threads = place.slots().take(forecast.plan().count());
      slots.set(threads);
      progress.checkCancelled();
      place.leases().prepared(job, source.sha256(), name(model), tile, shrunk);
      place.listener().started(job, photo.size().megapixels(), model.id(), forecast);
      boolean alone = place.memory().running() == 1;
      PeakMemory.reset();
      String[] outputHash = new String[1];
      CostReport cost = write(photo, model, asked.withThreads(threads), outputHash);
      boolean overlapped = !alone || place.memory().running() > 1;
      return Report.Entry.done(
          job,
          cost,
          new Report.Circumstances(forecast.seconds(), overlapped, shrunk),
          new Report.Hashes(source.sha256(), outputHash[0]));
    } finally {
      if (reserved < 0) {
        place.memory().forget(source.photoBytes());
      } else {
        place.memory().finish(reserved);
      }
    }
  }

  private CostReport write(Photo photo, Model model, EnhanceOptions options, String[] hash)
      throws IOException, CancelledException {
    JobOrder order = job.order();
    JobSettings settings = order.settings();
    Files.createDirectories(order.output().getParent());
    OutputFormat format = settings.format().orElseGet(() -> Enhancer.defaultFormat(photo));
    OutputSpec spec =
        OutputSpec.of(format, place.options().software())
            .withJpegQuality(settings.jpegQuality())
            .withOverwrite(settings.overwrite());
    Publication noted =
        complete -> {
          try {
            hash[0] = FileHash.of(complete);
            place.leases().publishing(job, hash[0]);
          } catch (IOException e) {
            throw new PhotoException(
                Kind.WRITE_FAILED, order.output(), "was not written: " + e.getMessage(), e);
          }
        };
    Provenance provenance =
        new Provenance(
            source.sha256(), SettingsJson.ofResult(settings, format, options.tile().orElseThrow()));
    return Enhancer.enhance(
        photo,
        source.readSeconds(),
        order.output(),
        model,
        options,
        spec,
        Optional.of(provenance),
        progress,
        noted);
  }

  private static ModelChoice.Name name(Model model) {
    return new ModelChoice.Name(model.id(), model.sha256());
  }

  private void giveSlots() {
    int taken = slots.getAndSet(0);
    if (taken > 0) {
      place.slots().give(taken);
    }
  }
}
