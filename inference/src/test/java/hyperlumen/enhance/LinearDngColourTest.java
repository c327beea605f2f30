package hyperlumen.enhance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hyperlumen.colour.RenderingSettings;
import hyperlumen.develop.Demosaicing;
import hyperlumen.photo.IntegerSamples;
import hyperlumen.photo.LinearPhoto;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RawPhoto;
import hyperlumen.photo.Size;
import hyperlumen.progress.Progress;
import hyperlumen.read.bitmap.BitmapReader;
import hyperlumen.read.dng.DngReader;
import hyperlumen.write.LinearDng;
import hyperlumen.write.OutputFormat;
import hyperlumen.write.OutputSpec;
import hyperlumen.write.PhotoWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A linear DNG of a photo has the photo's colours in other programs and in this one. The samples
 * are the plainly demosaiced ones, so that nothing but the file can change a colour.
 */
class LinearDngColourTest {

  /** Side of the squares that are compared: what demosaicing does differently averages out. */
  private static final int SQUARE = 32;

  private static final Path SOURCE =
      Path.of(System.getProperty("hyperlumen.root", ".."), "assets/samples/raw-sample.dng");

  @TempDir Path folder;

  private Path linear(RawPhoto raw) throws Exception {
    double[] gains = raw.colour().asShotGains();
    Path file = folder.resolve("linear.dng");
    PhotoWriter.writeLinearDng(
        new LinearDng(
            new UnbalancedPicture(Demosaicing.MALVAR.of(raw), gains),
            raw.colour(),
            UnaryOperator.identity()),
        file,
        OutputSpec.of(OutputFormat.DNG, "test").withMetadata(raw.metadata()),
        Progress.NONE);
    return file;
  }

  @Test
  void itIsRenderedHereAsItsSourceIs() throws Exception {
    RawPhoto raw = (RawPhoto) DngReader.read(SOURCE, Progress.NONE);
    LinearPhoto linear = (LinearPhoto) DngReader.read(linear(raw), Progress.NONE);

    Raster expected = PlainPicture.of(raw, RenderingSettings.DEFAULT).read(raw.size().region());
    Raster found = PlainPicture.of(linear, RenderingSettings.DEFAULT).read(raw.size().region());

    assertThat(linear.size()).isEqualTo(raw.size());
    double sum = 0;
    for (int i = 0; i < expected.samples().length; i++) {
      sum += Math.abs(expected.samples()[i] - found.samples()[i]);
    }
    // Clipping at saturation and rounding to 16 bits is all that may differ.
    assertThat(sum / expected.samples().length).isLessThan(5e-4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dcraw", "dcraw_emu"})
  void otherConvertersGiveItTheColoursOfItsSource(String program) throws Exception {
    assumeTrue(isInstalled(program), program + " is not installed");
    RawPhoto raw = (RawPhoto) DngReader.read(SOURCE, Progress.NONE);
    IntegerSamples expected = developed(program, SOURCE, "source.tiff");
    IntegerSamples found = developed(program, linear(raw), "linear.tiff");

    assertThat(found.size()).isEqualTo(expected.size());
    List<Double> differences = new ArrayList<>();
    Size size = found.size();
    for (int y = 0; y + SQUARE <= size.height(); y += SQUARE) {
      for (int x = 0; x + SQUARE <= size.width(); x += SQUARE) {
        for (int c = 0; c < 3; c++) {
          double should = mean(expected, x, y, c);
          differences.add(Math.abs(mean(found, x, y, c) - should) / (should + 650));
        }
      }
    }
    Collections.sort(differences);
    double median = differences.get(differences.size() / 2);
    double most = differences.get(differences.size() * 19 / 20);
    System.out.printf(
        "%s: linear DNG against its source, squares differ by %.2f %%, 95 of 100 by %.2f %%%n",
        program, 100 * median, 100 * most);
    // Another white or matrix would show in every square, another demosaicing in few.
    assertThat(median).isLessThan(0.01);
    assertThat(most).isLessThan(0.05);
  }

  private static double mean(IntegerSamples samples, int left, int top, int channel) {
    double sum = 0;
    for (int y = top; y < top + SQUARE; y++) {
      for (int x = left; x < left + SQUARE; x++) {
        sum += samples.sample(y, x, channel);
      }
    }
    return sum / (SQUARE * SQUARE);
  }

  /** As-shot balance, sRGB primaries, linear, 16 bits, not turned. */
  private IntegerSamples developed(String program, Path dng, String name) throws Exception {
    Path out = folder.resolve(name);
    boolean dcraw = program.equals("dcraw");
    ProcessBuilder builder =
        dcraw
            ? new ProcessBuilder(
                "dcraw", "-w", "-o", "1", "-4", "-T", "-t", "0", "-c", dng.toString())
            : new ProcessBuilder(
                "dcraw_emu",
                "-w",
                "-o",
                "1",
                "-4",
                "-T",
                "-t",
                "0",
                "-Z",
                out.toString(),
                dng.toString());
    Process process =
        builder
            .redirectOutput((dcraw ? out : folder.resolve("log")).toFile())
            .redirectError(folder.resolve("errors").toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(folder.resolve("errors"))).isZero();
    return BitmapReader.read(out).samples();
  }

  private static boolean isInstalled(String program) {
    try {
      Process process = new ProcessBuilder(program).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      process.destroy();
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
