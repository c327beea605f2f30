package hyperlumen.tests.reliability;

import hyperlumen.colour.ColourSpace;
import hyperlumen.colour.IccProfiles;
import hyperlumen.photo.Metadata;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.progress.Progress;
import hyperlumen.read.dng.DngSamples;
import hyperlumen.read.dng.DngWriter;
import hyperlumen.write.OutputFormat;
import hyperlumen.write.OutputSpec;
import hyperlumen.write.PhotoWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Small whole files to begin with, by the reader they are for; others' broken files beside them.
 */
final class FuzzSeeds {

  /** Larger files only make it slower. */
  static final int LARGEST = 64 << 10;

  /** Which reader a file is for. */
  enum Reader {
    PNG,
    JPEG,
    TIFF,
    DNG
  }

  private FuzzSeeds() {}

  /** Our own files, and those of a folder, where it is there. */
  static Map<Reader, List<byte[]>> all(Path scratch, Path others) throws Exception {
    Map<Reader, List<byte[]>> seeds = new EnumMap<>(Reader.class);
    for (Reader reader : Reader.values()) {
      seeds.put(reader, new ArrayList<>());
    }
    for (OutputFormat format : OutputFormat.values()) {
      if (format == OutputFormat.DNG) {
        continue; // Made by a writer of its own below, with more variants.
      }
      for (int channels : format == OutputFormat.JPEG ? new int[] {1, 3} : new int[] {1, 2, 3, 4}) {
        byte[] bytes = picture(scratch, format, channels);
        of(bytes).ifPresent(reader -> seeds.get(reader).add(bytes));
        if (format == OutputFormat.JPEG) {
          seeds.get(Reader.JPEG).add(SeedSegments.withExtendedXmp(bytes));
        }
      }
    }
    for (UnaryOperator<DngWriter> variant : DngSamples.VARIANTS) {
      seeds.get(Reader.DNG).add(DngSamples.bytes(scratch.resolve("seed"), variant));
    }
    // Ours count as much as all others together: they get further.
    Map<Reader, List<byte[]>> more = broken(others);
    for (Reader reader : Reader.values()) {
      List<byte[]> own = List.copyOf(seeds.get(reader));
      int times = Math.max(0, more.get(reader).size() / own.size() - 1);
      seeds.get(reader).addAll(more.get(reader));
      for (int i = 0; i < times; i++) {
        seeds.get(reader).addAll(own);
      }
    }
    return seeds;
  }

  private static byte[] picture(Path scratch, OutputFormat format, int channels) throws Exception {
    Random random = new Random(channels);
    Raster raster = new Raster(channels, 19, 23);
    for (int k = 0; k < raster.samples().length; k++) {
      raster.samples()[k] = random.nextFloat();
    }
    Path file = scratch.resolve("seed");
    OutputSpec spec =
        OutputSpec.of(format, "seed")
            .withOverwrite(true)
            .withDeflate(channels != 2)
            .withMetadata(channels == 3 ? SeedSegments.METADATA : Metadata.NONE)
            .withIccProfile(
                channels >= 3
                    ? Optional.of(IccProfiles.of(ColourSpace.DISPLAY_P3))
                    : Optional.empty());
    PhotoWriter.write(RasterSource.of(raster), file, spec, Progress.NONE);
    return Files.readAllBytes(file);
  }

  private static Map<Reader, List<byte[]>> broken(Path folder) throws IOException {
    Map<Reader, List<byte[]>> found = new EnumMap<>(Reader.class);
    for (Reader reader : Reader.values()) {
      found.put(reader, new ArrayList<>());
    }
    if (!Files.isDirectory(folder)) {
      return found;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (Files.size(file) <= LARGEST) {
          byte[] bytes = Files.readAllBytes(file);
          of(bytes).ifPresent(reader -> found.get(reader).add(bytes));
        }
      }
    }
    return found;
  }

  /** By the first bytes; our DNG files are added by name. */
  private static Optional<Reader> of(byte[] bytes) {
    if (bytes.length < 16 || bytes.length > LARGEST) {
      return Optional.empty();
    }
    if ((bytes[0] & 0xff) == 0x89 && bytes[1] == 'P') {
      return Optional.of(Reader.PNG);
    }
    if ((bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xd8) {
      return Optional.of(Reader.JPEG);
    }
    boolean tiff = bytes[0] == bytes[1] && (bytes[0] == 'I' || bytes[0] == 'M');
    return tiff ? Optional.of(Reader.TIFF) : Optional.empty();
  }
}
