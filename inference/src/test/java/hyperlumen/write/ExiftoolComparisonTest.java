package hyperlumen.write;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hyperlumen.photo.CameraColour;
import hyperlumen.photo.CameraColour.Calibration;
import hyperlumen.photo.LinearPhoto;
import hyperlumen.photo.Metadata;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RgbPhoto;
import hyperlumen.photo.Size;
import hyperlumen.progress.Progress;
import hyperlumen.read.bitmap.BitmapReader;
import hyperlumen.read.bitmap.TiffPages;
import hyperlumen.read.dng.DngReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
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

  private static final Pattern LINE = Pattern.compile("\\[([^]]+)]\\s+(\\S+)\\s*:(.*)");

  private static final double[] IDENTITY = {1, 0, 0, 0, 1, 0, 0, 0, 1};

  /** As cameras and programs for photos write them; the blank behind the model is deliberate. */
  private static final List<String> TAGS =
      List.of(
          "-Make=Canon",
          "-Model=EOS 5D ",
          "-Artist=Zo\u00eb",
          "-Copyright=Me",
          "-ImageDescription=Hill",
          "-Orientation#=6",
          "-XResolution=240",
          "-YResolution=240",
          "-ResolutionUnit=inches",
          "-Software=Cam",
          "-IFD0:ModifyDate=2024:01:02 03:04:05",
          "-ExifIFD:DateTimeOriginal=2024:05:06 07:08:09",
          "-ExifIFD:CreateDate#=    :  :     :  :  ",
          "-OffsetTimeOriginal=+01:00",
          "-ExposureTime=1/125",
          "-FNumber=2.8",
          "-ISO=400",
          "-LensModel=EF 50",
          "-UserComment=hello",
          "-ExifIFD:ColorSpace#=1",
          "-ExifImageWidth=48",
          "-ExifImageHeight=32",
          "-InteropIndex=R98",
          "-XPKeywords=hill",
          "-GPSLatitude=48.137",
          "-GPSLatitudeRef=N",
          "-GPSLongitude=11.5",
          "-GPSLongitudeRef=E",
          "-GPSAltitude=519",
          "-GPSDateStamp=2024:05:06",
          "-GPSTimeStamp=07:08:09",
          "-IPTC:CodedCharacterSet=UTF8",
          "-IPTC:Keywords=one",
          "-IPTC:Keywords=two",
          "-IPTC:City=M\u00fcnchen",
          "-XMP-xmp:Rating=4",
          "-XMP-dc:Subject=one",
          "-XMP-dc:Title=Hill",
          "-XMP-tiff:Orientation#=6",
          "-XMP-crs:Exposure2012=+1.0",
          "-XMP-photoshop:City=M\u00fcnchen");

  /** Samples of the small picture in the TIFF. */
  private static final byte[] SMALL_PICTURE = smallPicture();

  /** Only whole runs write it; here pictures are written without. */
  private static final String OURS = "XMP-hyperlumen";

  private static final int CASES = 13;
  private static final Set<String> NEEDED = new TreeSet<>();
  private static int compared;

  @TempDir Path folder;

  @BeforeEach
  void exiftoolIsInstalled() {
    boolean runs;
    try {
      runs = !exiftool("-ver").isBlank();
    } catch (IOException e) {
      runs = false;
    }
    assumeTrue(runs, "exiftool is not installed");
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
    Path photo = tagged(source);
    Path output = folder.resolve("out." + format.extension());

    write(photo, output, format);

    Map<String, List<String>> before = tags(photo);
    Map<String, List<String>> after = tags(output);
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
    Path photo = tagged(source);
    Path output = folder.resolve("thumb." + format.extension());
    byte[] thumbnail =
        source.equals("tif")
            ? SMALL_PICTURE
            : bytes(source.equals("dng") ? "-PreviewImage" : "-ThumbnailImage", photo);
    assertThat(occurs(Files.readAllBytes(photo), thumbnail)).isTrue();

    write(photo, output, format);

    assertThat(occurs(Files.readAllBytes(output), thumbnail)).isFalse();
    assertThat(exiftool("-G1", "-a", "-s", "-IFD1:all", output.toString())).isBlank();
    assertThat(bytes("-PreviewImage", output).length > 0).isEqualTo(format == OutputFormat.DNG);
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

  /** A small photo of that format with {@link #TAGS} and a thumbnail. */
  private Path tagged(String ending) throws Exception {
    Path file = folder.resolve("source." + ending);
    BufferedImage image = new BufferedImage(48, 32, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 48; x++) {
      image.setRGB(x, x % 32, 0x40_80_f0);
    }
    Path thumbnail = folder.resolve("thumb-source.jpg");
    ImageIO.write(image, "jpg", thumbnail.toFile());
    if (ending.equals("dng")) {
      CameraColour colour =
          new CameraColour(
              List.of(new Calibration(21, IDENTITY, IDENTITY, Optional.empty())),
              new double[] {1, 1, 1},
              new double[] {0.5, 1, 0.7},
              0,
              List.of());
      PhotoWriter.writeLinearDng(
          new LinearDng(
              new GradientSource(new Size(48, 32), 3, 255),
              colour,
              small -> new Raster(3, small.height(), small.width())),
          file,
          OutputSpec.of(OutputFormat.DNG, "Cam"),
          Progress.NONE);
    } else if (ending.equals("tif")) {
      writeTiff(image, file);
    } else {
      ImageIO.write(image, ending, file.toFile());
    }
    List<String> arguments = new ArrayList<>(List.of("-q", "-overwrite_original"));
    arguments.addAll(TAGS);
    arguments.add("-IFD1:ThumbnailImage<=" + thumbnail);
    arguments.add(file.toString());
    exiftool(arguments.toArray(String[]::new));
    return file;
  }

  /** A TIFF whose second directory has a smaller version of the picture (NewSubfileType 1). */
  private static void writeTiff(BufferedImage image, Path file) throws IOException {
    BufferedImage small = new BufferedImage(12, 8, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 96; i++) {
      int at = 3 * i;
      small.setRGB(
          i % 12,
          i / 12,
          (SMALL_PICTURE[at] & 0xff) << 16
              | (SMALL_PICTURE[at + 1] & 0xff) << 8
              | (SMALL_PICTURE[at + 2] & 0xff));
    }
    TiffPages.write(file, image, small, 1);
  }

  /** Bytes that stand nowhere else. */
  private static byte[] smallPicture() {
    byte[] bytes = new byte[12 * 8 * 3];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  /** Another picture than the source's black preview. */
  private static Raster shown(Raster small) {
    Raster shown = new Raster(3, small.height(), small.width());
    Arrays.fill(shown.samples(), 0.5f);
    return shown;
  }

  /** Every tag by group and name, with its values in file order, numbers as numbers. */
  private static Map<String, List<String>> tags(Path file) throws IOException {
    Map<String, List<String>> tags = new TreeMap<>();
    String text =
        exiftool(
            "-G1",
            "-a",
            "-s",
            "-n",
            "-u",
            "--System:all",
            "--Composite:all",
            "--ExifTool:all",
            file.toString());
    for (String line : text.lines().toList()) {
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) {
        tags.computeIfAbsent(matcher.group(1) + ":" + matcher.group(2), _ -> new ArrayList<>())
            .add(matcher.group(3));
      }
    }
    return tags;
  }

  private static boolean occurs(byte[] all, byte[] part) {
    assertThat(part).isNotEmpty();
    return new String(all, ISO_8859_1).contains(new String(part, ISO_8859_1));
  }

  private static byte[] bytes(String tag, Path file) throws IOException {
    Process process = new ProcessBuilder("exiftool", "-b", tag, file.toString()).start();
    return process.getInputStream().readAllBytes();
  }

  private static String exiftool(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("exiftool", "-charset", "filename=utf8"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }
}
