package hyperlumen.write;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hyperlumen.photo.LinearPhoto;
import hyperlumen.photo.Metadata;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RgbPhoto;
import hyperlumen.photo.Size;
import hyperlumen.progress.Progress;
import hyperlumen.read.bitmap.BitmapReader;
import hyperlumen.read.dng.DngReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What exiftool says about a source and about the picture written from it differs only where
 * docs/metadata.md says so, in the table below "As exiftool names it".
 */
class ExiftoolComparisonTest {

  /** Only whole runs write it; here pictures are written without. */
  private static final String OURS = "XMP-hyperlumen";

  private static final int CASES = 13;
  private static final Set<String> NEEDED = new TreeSet<>();
  private static int compared;

  @TempDir Path folder;

  @BeforeEach
  void exiftoolIsInstalled() {
    assumeTrue(Exiftool.isInstalled(), "exiftool is not installed");
  }

  @ParameterizedTest
  @CsvSource({
    "jpg, JPEG",
    "jpg, TIFF16",
    "jpg, PNG8",
    "tif, JPEG",
    "tif, TIFF8",
    "tif, PNG16",
    "png, JPEG",
    "png, TIFF8",
    "png, PNG8",
    "dng, JPEG",
    "dng, TIFF16",
    "dng, PNG16",
    "dng, DNG"
  })
  void nothingDiffersButWhatTheDocumentLists(String source, OutputFormat format) throws Exception {
    Path photo = TaggedPhotos.write(folder, source);
    Path output = folder.resolve("out." + format.extension());

    write(photo, output, format);

    Map<String, List<String>> before = Exiftool.tags(photo);
    Map<String, List<String>> after = Exiftool.tags(output);
    assertThat(before).containsKeys("IFD0:Artist", "GPS:GPSLatitude", "IPTC:City", "XMP-dc:Title");
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    List<ListedDifference> listed =
        ListedDifference.all().stream().filter(row -> row.isFor(source, format.name())).toList();
    List<String> unexplained = new ArrayList<>();
    for (String name : names) {
      Object was = before.get(name);
      Object is = after.get(name);
      if (was == null || !was.equals(is)) {
        List<ListedDifference> reasons =
            listed.stream().filter(row -> row.tag().matcher(name).matches()).toList();
        NEEDED.addAll(reasons.stream().map(ListedDifference::text).toList());
        if (reasons.isEmpty()) {
          unexplained.add(name + ": " + was + " became " + is);
        }
      }
    }
    assertThat(unexplained).isEmpty();
    compared++;
  }

  /** A reason for what does not happen would hide what should not. */
  @AfterAll
  static void everyRowIsNeeded() throws IOException {
    if (compared == CASES) {
      assertThat(
              ListedDifference.all().stream()
                  .map(ListedDifference::text)
                  .filter(row -> !row.contains(OURS)))
          .allMatch(NEEDED::contains);
    }
  }

  /** An exiftool that sees a picture in the picture would show it as binary data. */
  @ParameterizedTest
  @CsvSource({
    "jpg, JPEG",
    "jpg, TIFF8",
    "jpg, PNG8",
    "tif, JPEG",
    "tif, TIFF8",
    "tif, PNG8",
    "png, JPEG",
    "png, PNG8",
    "dng, JPEG",
    "dng, TIFF8",
    "dng, DNG"
  })
  void noThumbnailOfTheSourceSurvives(String source, OutputFormat format) throws Exception {
    Path photo = TaggedPhotos.write(folder, source);
    Path output = folder.resolve("thumb." + format.extension());
    byte[] thumbnail =
        source.equals("tif")
            ? TaggedPhotos.SMALL_PICTURE
            : Exiftool.bytes(source.equals("dng") ? "-PreviewImage" : "-ThumbnailImage", photo);
    assertThat(occurs(Files.readAllBytes(photo), thumbnail)).isTrue();

    write(photo, output, format);

    assertThat(occurs(Files.readAllBytes(output), thumbnail)).isFalse();
    assertThat(Exiftool.run("-G1", "-a", "-s", "-IFD1:all", output.toString())).isBlank();
    assertThat(Exiftool.bytes("-PreviewImage", output).length > 0)
        .isEqualTo(format == OutputFormat.DNG);
  }

  private void write(Path photo, Path output, OutputFormat format) throws Exception {
    GradientSource picture = new GradientSource(new Size(48, 32), 3, 255);
    if (photo.toString().endsWith(".dng")) {
      LinearPhoto linear = (LinearPhoto) DngReader.read(photo, Progress.NONE);
      Metadata metadata = linear.metadata();
      OutputSpec spec = OutputSpec.of(format, "Hyperlumen 1.2").withMetadata(metadata);
      if (format == OutputFormat.DNG) {
        PhotoWriter.writeLinearDng(
            new LinearDng(picture, linear.colour(), ExiftoolComparisonTest::shown),
            output,
            spec.withOrientation(metadata.orientation()),
            Progress.NONE);
      } else {
        PhotoWriter.write(picture, output, spec, Progress.NONE);
      }
    } else {
      RgbPhoto rgb = BitmapReader.read(photo);
      PhotoWriter.write(
          picture,
          output,
          OutputSpec.of(format, "Hyperlumen 1.2").withMetadata(rgb.metadata()),
          Progress.NONE);
    }
  }

  /** Another picture than the source's black preview. */
  private static Raster shown(Raster small) {
    Raster shown = new Raster(3, small.height(), small.width());
    Arrays.fill(shown.samples(), 0.5f);
    return shown;
  }

  private static boolean occurs(byte[] all, byte[] part) {
    assertThat(part).isNotEmpty();
    return new String(all, ISO_8859_1).contains(new String(part, ISO_8859_1));
  }
}
