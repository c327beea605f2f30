package hyperlumen.tests.reliability;

import hyperlumen.model.TestModels;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.progress.Progress;
import hyperlumen.write.OutputFormat;
import hyperlumen.write.OutputSpec;
import hyperlumen.write.PhotoWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Small pictures, a small model, and the hashes of all files of a folder. */
final class Pictures {

  private Pictures() {}

  /** Installs a denoiser with random weights; gives the folder for {@code hyperlumen.assets}. */
  static Path assets(Path folder) throws IOException {
    TestModels.install(folder.resolve("models"), "denoise-fast", "denoise:n=4,e=4,h=8,noise=2");
    return folder;
  }

  /** Pictures p0000.png and so on, no two alike. */
  static void write(Path folder, int count) throws Exception {
    Files.createDirectories(folder);
    for (int i = 0; i < count; i++) {
      Random random = new Random(i);
      Raster raster = new Raster(3, 24 + i % 40, 30 + i % 50);
      for (int k = 0; k < raster.samples().length; k++) {
        raster.samples()[k] = random.nextFloat();
      }
      Path file = folder.resolve(String.format("p%04d.png", i));
      PhotoWriter.write(
          RasterSource.of(raster), file, OutputSpec.of(OutputFormat.PNG8, "test"), Progress.NONE);
    }
  }

  /** SHA-256 by name of the files that have their final name. */
  static Map<String, String> hashes(Path folder) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return hashes;
    }
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> !isTemporary(file))
          .forEach(file -> hashes.put(file.getFileName().toString(), hash(file)));
    }
    return hashes;
  }

  /** Hidden files of outputs that nobody finished. */
  static long temporaries(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Pictures::isTemporary).count();
    }
  }

  private static boolean isTemporary(Path file) {
    return file.getFileName().toString().startsWith(".hyperlumen-");
  }

  private static String hash(Path file) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
