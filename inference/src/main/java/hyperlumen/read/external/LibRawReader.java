package hyperlumen.read.external;

import hyperlumen.photo.CameraColour;
import hyperlumen.photo.CameraColour.Calibration;
import hyperlumen.photo.Cfa;
import hyperlumen.photo.IntegerSamples.Samples16;
import hyperlumen.photo.Levels;
import hyperlumen.photo.LinearPhoto;
import hyperlumen.photo.Metadata;
import hyperlumen.photo.Mosaic;
import hyperlumen.photo.Photo;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.PhotoException.Kind;
import hyperlumen.photo.RawPhoto;
import hyperlumen.photo.Size;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import hyperlumen.progress.Progress.Stage;
import hyperlumen.read.tiff.ByteView;
import hyperlumen.read.tiff.TiffFile;
import hyperlumen.read.tiff.TiffMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads other makers' raw files with LibRaw's command-line tools: a Bayer mosaic becomes a {@link
 * RawPhoto}; every other filter array is demosaiced by LibRaw into a {@link LinearPhoto}.
 */
public final class LibRawReader {

  /** Identifying reads a few kilobytes; longer is a hang. */
  private static final Duration IDENTIFY_LIMIT = Duration.ofSeconds(4);

  /** Decoding may take this long, and {@link #PER_MEGABYTE} more for each megabyte of the file. */
  private static final Duration DECODE_LIMIT = Duration.ofSeconds(20);

  private static final Duration PER_MEGABYTE = Duration.ofSeconds(1);

  private static final Pattern MARGINS = Pattern.compile("Margins: top=([0-9]+), left=([0-9]+)");

  /** XYZ (D65) to linear sRGB, IEC 61966-2-1. */
  private static final double[] XYZ_TO_SRGB = {
    3.2406, -1.5372, -0.4986, -0.9689, 1.8758, 0.0415, 0.0557, -0.2040, 1.0570
  };

  private static final double[] IDENTITY = {1, 0, 0, 0, 1, 0, 0, 0, 1};

  private final LibRawTools tools;
  private final Path file;
  private final Path folder;
  private final Path input;
  private final Progress progress;
  private final Duration limit;

  private LibRawReader(LibRawTools tools, Path file, Path folder, Progress progress)
      throws IOException {
    this.tools = tools;
    this.file = file;
    this.folder = folder;
    this.progress = progress;
    this.input = link(file, folder);
    this.limit = DECODE_LIMIT.plus(PER_MEGABYTE.multipliedBy(Files.size(file) >> 20));
  }

  /** Whether the tools are installed. */
  public static boolean isAvailable() {
    return LibRawTools.find().isPresent();
  }

  /**
   * Reads {@code file}.
   *
   * @param what the format with its article, for messages: "a Canon CRW file"
   * @param progress hears of three steps under the stage READ
   * @throws PhotoException if the tools are missing (it says how to get them) or refuse the file
   * @throws CancelledException if the user wants it to end
   */
  public static Photo read(Path file, String what, Progress progress)
      throws PhotoException, CancelledException {
    Optional<LibRawTools> tools = LibRawTools.find();
    if (tools.isEmpty()) {
      throw LibRawTools.missing(file, what);
    }
    try {
      Path folder = Files.createTempDirectory("hyperlumen-raw");
      try {
        return new LibRawReader(tools.get(), file, folder, progress).read(what);
      } finally {
        delete(folder);
      }
    } catch (PhotoException e) {
      throw e;
    } catch (IOException e) {
      throw new PhotoException(
          Kind.IO, file, "could not be handed to LibRaw's tools: " + e.getMessage(), e);
    }
  }

  private Photo read(String what) throws IOException, CancelledException {
    LimitedProcess.Outcome outcome =
        run(List.of(tools.identify().toString(), "-v", input.toString()), IDENTIFY_LIMIT);
    Identification found = new Identification(outcome.output());
    if (outcome.exit() != 0 || found.camera().isEmpty() || found.colours() == 0) {
      throw new PhotoException(Kind.UNSUPPORTED, file, "is " + what + " that LibRaw cannot read");
    }
    progress.advance(Stage.READ, 1, 3);
    Optional<Cfa> cfa = found.bayer();
    if (cfa.isPresent() && found.colours() == 3) {
      Optional<RawPhoto> mosaic = mosaic(found, cfa.get());
      if (mosaic.isPresent()) {
        return mosaic.get();
      }
    }
    return found.colours() == 4 ? renderedSrgb(found) : renderedCamera(found);
  }

  private Optional<RawPhoto> mosaic(Identification found, Cfa cfa)
      throws IOException, CancelledException {
    LimitedProcess.Outcome outcome =
        run(List.of(tools.unprocessed().toString(), "-T", input.toString()), limit);
    Path stored = folder.resolve(input.getFileName() + ".tiff");
    Matcher margins = MARGINS.matcher(outcome.output());
    if (outcome.exit() != 0 || !Files.exists(stored) || !margins.find()) {
      throw decodingFailed(outcome);
    }
    progress.advance(Stage.READ, 2, 3);
    int top = Integer.parseInt(margins.group(1));
    int left = Integer.parseInt(margins.group(2));
    Path scaledFile = develop("-disinterp", "-r", "1", "1", "1", "1", "-M", "-o", "0");
    try (ByteView storedBytes = ByteView.map(stored);
        ByteView scaledBytes = ByteView.map(scaledFile)) {
      ToolPicture mosaic = ToolPicture.of(storedBytes);
      ToolPicture scaled = ToolPicture.of(scaledBytes);
      Size size = scaled.size();
      if (top + size.height() > mosaic.size().height()
          || left + size.width() > mosaic.size().width()) {
        return Optional.empty();
      }
      Optional<Levels> levels = LevelsFit.of(mosaic, top, left, scaled);
      if (levels.isEmpty()) {
        return Optional.empty();
      }
      short[] samples = new short[(int) size.pixels()];
      for (int y = 0; y < size.height(); y++) {
        mosaic.copy(top + y, left, size.width(), samples, y * size.width());
      }
      int bits = 32 - Integer.numberOfLeadingZeros((int) levels.get().white());
      progress.advance(Stage.READ, 3, 3);
      return Optional.of(
          new RawPhoto(
              file,
              new Mosaic(size, samples),
              cfa,
              levels.get(),
              found.colour(),
              Optional.empty(),
              size.region(),
              bits,
              "decoded by LibRaw",
              metadata(found, scaledBytes)));
    }
  }

  /** Camera RGB demosaiced by LibRaw, not white-balanced. */
  private LinearPhoto renderedCamera(Identification found) throws IOException, CancelledException {
    Path rendered = develop("-r", "1", "1", "1", "1", "-M", "-o", "0");
    return linear(rendered, found, found.colour());
  }

  /** Four colours do not make camera RGB: linear sRGB in the camera's white balance instead. */
  private LinearPhoto renderedSrgb(Identification found) throws IOException, CancelledException {
    Path rendered = develop("-w", "-o", "1");
    Calibration srgb = new Calibration(21, XYZ_TO_SRGB, IDENTITY, Optional.empty());
    double[] ones = {1, 1, 1};
    return linear(rendered, found, new CameraColour(List.of(srgb), ones, ones, 0));
  }

  private LinearPhoto linear(Path rendered, Identification found, CameraColour colour)
      throws IOException {
    try (ByteView bytes = ByteView.map(rendered)) {
      ToolPicture picture = ToolPicture.of(bytes);
      if (picture.channels() != 3) {
        throw new PhotoException(
            Kind.UNSUPPORTED, file, "has " + picture.channels() + " colours, not three");
      }
      Size size = picture.size();
      short[] samples = new short[Math.toIntExact(size.pixels() * 3)];
      for (int y = 0; y < size.height(); y++) {
        picture.copy(y, 0, size.width(), samples, y * size.width() * 3);
      }
      progress.advance(Stage.READ, 3, 3);
      return new LinearPhoto(
          file,
          new Samples16(size, 3, samples),
          Levels.of(0, 65535),
          colour,
          size.region(),
          "demosaiced by LibRaw",
          metadata(found, bytes));
    }
  }

  /** Runs dcraw_emu: linear 16-bit TIFF, no rotation, no adjusted white level. */
  private Path develop(String... options) throws IOException, CancelledException {
    Path result = folder.resolve("developed.tif");
    List<String> command =
        new ArrayList<>(List.of(tools.develop().toString(), "-4", "-T", "-t", "0", "-c", "0"));
    command.addAll(List.of(options));
    command.addAll(List.of("-Z", result.toString(), input.toString()));
    LimitedProcess.Outcome outcome = run(command, limit);
    if (outcome.exit() != 0 || !Files.exists(result)) {
      throw decodingFailed(outcome);
    }
    return result;
  }

  /** The source's own EXIF where it is a TIFF, else what LibRaw knows of it. */
  private Metadata metadata(Identification found, ByteView written) throws PhotoException {
    Metadata metadata;
    try (ByteView source = ByteView.map(file)) {
      metadata = TiffMetadata.of(TiffFile.parse(TiffFile.isTiff(source) ? source : written));
    }
    return new Metadata(metadata.exif(), metadata.xmp(), metadata.iptc(), found.orientation());
  }

  private LimitedProcess.Outcome run(List<String> command, Duration time)
      throws IOException, CancelledException {
    return LimitedProcess.run(command, folder, time, progress);
  }

  private PhotoException decodingFailed(LimitedProcess.Outcome outcome) {
    return outcome.exit() < 0
        ? new PhotoException(
            Kind.TOO_LARGE,
            file,
            "took LibRaw longer than the limit of " + limit.toSeconds() + " s")
        : new PhotoException(Kind.DAMAGED, file, "is damaged: LibRaw could not decode it");
  }

  /** A link, because the tools write beside their input, which may be read-only. */
  private static Path link(Path file, Path folder) throws IOException {
    String name = file.getFileName().toString();
    String ending = name.substring(name.lastIndexOf('.') + 1);
    Path link = folder.resolve(ending.matches("[A-Za-z0-9]{1,5}") ? "input." + ending : "input");
    try {
      return Files.createSymbolicLink(link, file.toAbsolutePath());
    } catch (IOException | UnsupportedOperationException e) {
      return Files.copy(file, link);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path each : files.toList()) {
        Files.deleteIfExists(each);
      }
    }
    Files.deleteIfExists(folder);
  }
}
