package hyperlumen.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.PhotoException.Kind;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import hyperlumen.read.bitmap.BitmapReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever fails while a picture is written: the old file stays, and nothing is left behind. */
class PhotoWriterFailureTest {

  private static final String SOFTWARE = "Hyperlumen test";

  @TempDir Path folder;

  @Test
  void anExistingFileStaysUnlessOverwritingIsAskedFor() throws Exception {
    Path file = Files.writeString(folder.resolve("out.png"), "precious");
    GradientSource source = new GradientSource(new Size(5, 5), 3, 255);
    OutputSpec spec = OutputSpec.of(OutputFormat.PNG8, SOFTWARE);

    assertThatThrownBy(() -> PhotoWriter.write(source, file, spec, Progress.NONE))
        .isInstanceOf(PhotoException.class)
        .extracting("kind")
        .isEqualTo(Kind.EXISTS);
    assertThat(file).hasContent("precious");

    PhotoWriter.write(source, file, spec.withOverwrite(true), Progress.NONE);
    assertThat(BitmapReader.read(file).size()).isEqualTo(new Size(5, 5));
    assertThat(names()).containsExactly("out.png");
  }

  @ParameterizedTest
  @EnumSource(value = OutputFormat.class, mode = EnumSource.Mode.EXCLUDE, names = "DNG")
  void anErrorOfTheSourceComesOutAsItselfAndLeavesNothing(OutputFormat format) {
    PhotoException reason = new PhotoException(Kind.DAMAGED, Path.of("in.dng"), "is damaged");
    RasterSource source =
        failing(
            new GradientSource(new Size(50, 300), 3, 255),
            () -> {
              throw reason;
            });

    assertThatThrownBy(
            () ->
                PhotoWriter.write(
                    source, folder.resolve("out"), OutputSpec.of(format, SOFTWARE), Progress.NONE))
        .isSameAs(reason);
    assertThat(names()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(value = OutputFormat.class, mode = EnumSource.Mode.EXCLUDE, names = "DNG")
  void cancellingLeavesNothing(OutputFormat format) {
    Progress afterTwoBands =
        new Progress() {
          private long rows;

          @Override
          public void advance(Stage stage, long done, long total) {
            rows = done;
          }

          @Override
          public boolean isCancelled() {
            return rows >= 128;
          }
        };
    GradientSource source = new GradientSource(new Size(50, 300), 3, 255);

    assertThatThrownBy(
            () ->
                PhotoWriter.write(
                    source, folder.resolve("out"), OutputSpec.of(format, SOFTWARE), afterTwoBands))
        .isInstanceOf(CancelledException.class);
    assertThat(names()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(value = OutputFormat.class, mode = EnumSource.Mode.EXCLUDE, names = "DNG")
  void whatWasReadWhenItWasCancelledIsNeitherEncodedNorWritten(OutputFormat format) {
    AtomicBoolean cancelled = new AtomicBoolean();
    FailingOperations disk = new FailingOperations(Integer.MAX_VALUE);
    int[] callsBefore = new int[1];
    List<Long> rows = new ArrayList<>();
    RasterSource cancelling =
        new DelegateSource(new GradientSource(new Size(50, 300), 3, 255)) {
          @Override
          public void read(Region region, Raster into) throws PhotoException {
            super.read(region, into);
            cancelled.set(region.y() == 128);
            callsBefore[0] = disk.calls();
          }
        };
    Progress progress =
        new Progress() {
          @Override
          public void advance(Stage stage, long done, long total) {
            rows.add(done);
          }

          @Override
          public boolean isCancelled() {
            return cancelled.get();
          }
        };
    OutputSpec spec = OutputSpec.of(format, SOFTWARE).withBands(64, 1);

    assertThatThrownBy(
            () -> PhotoWriter.write(cancelling, folder.resolve("out"), spec, progress, disk))
        .isInstanceOf(CancelledException.class);
    assertThat(rows).containsExactly(64L, 128L);
    if (format != OutputFormat.JPEG) { // Its encoder gives out at its end what it has.
      assertThat(disk.calls()).isEqualTo(callsBefore[0]);
    }
  }

  @ParameterizedTest
  @EnumSource(value = OutputFormat.class, mode = EnumSource.Mode.EXCLUDE, names = "DNG")
  void whicheverCallToTheDiskFailsTheOldFileStays(OutputFormat format) throws Exception {
    Path file = Files.writeString(folder.resolve("out"), "precious");
    GradientSource source = new GradientSource(new Size(50, 300), 3, 255);
    OutputSpec spec = OutputSpec.of(format, SOFTWARE).withOverwrite(true);

    int calls = 0;
    boolean failed = true;
    while (failed) {
      FailingOperations operations = new FailingOperations(calls++);
      try {
        PhotoWriter.write(source, file, spec, Progress.NONE, operations);
        failed = false;
      } catch (PhotoException e) {
        assertThat(e.kind()).isEqualTo(Kind.WRITE_FAILED);
        assertThat(e).hasMessage("out: could not be written: no space left");
        assertThat(file).hasContent("precious");
      }
      assertThat(names()).containsExactly("out");
    }
    assertThat(calls).isGreaterThan(5);
    assertThat(BitmapReader.read(file).size()).isEqualTo(source.size());
  }

  private List<String> names() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private interface Failure {
    void raise() throws PhotoException;
  }

  private static RasterSource failing(GradientSource source, Failure failure) {
    return new DelegateSource(source) {
      @Override
      public void read(Region region, Raster into) throws PhotoException {
        if (region.y() >= 128) {
          failure.raise();
        }
        super.read(region, into);
      }
    };
  }
}
