package hyperlumen.ui.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import hyperlumen.ui.service.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures outside the heap: in memory while they are small and few, else in files. */
final class ScratchRasterTest {

  /** 69 MiB of samples. */
  private static final Size LARGE = new Size(3000, 2000);

  /** 57 MiB of samples: four of them are more than {@link ScratchRaster#MEMORY_TOTAL_BYTES}. */
  private static final Size SMALL = new Size(2500, 2000);

  @TempDir Path folder;

  private static void isKept(ScratchRaster scratch) throws PhotoException {
    Size size = scratch.size();
    Region corner = new Region(size.width() - 1, size.height() - 1, 1, 1);
    scratch.write(corner, new Raster(3, 1, 1, new float[] {1, 2, 3}));
    assertThat(scratch.read(corner).samples()).containsExactly(1, 2, 3);
  }

  @Test
  void givesBackWhatWasWrittenAndZerosElsewhere() throws Exception {
    try (ScratchRaster scratch = ScratchRaster.create(3, new Size(7, 5), folder)) {
      Raster written = new Raster(3, 2, 3);
      for (int i = 0; i < written.samples().length; i++) {
        written.samples()[i] = -1.5f + i;
      }
      Region region = new Region(4, 3, 3, 2);
      scratch.write(region, written);
      assertThat(scratch.read(region).samples()).isEqualTo(written.samples());
      assertThat(scratch.read(new Region(0, 0, 1, 1)).samples()).containsOnly(0);
      assertThat(scratch.isInMemory()).isTrue();
    }
    assertThat(folder.toFile().list()).isEmpty();
  }

  @Test
  void aLargeOneLivesInAFileThatIsGoneAfterClosing() throws Exception {
    try (ScratchRaster scratch = ScratchRaster.create(3, LARGE, folder)) {
      assertThat(scratch.isInMemory()).isFalse();
      isKept(scratch);
    }
    assertThat(folder.toFile().list()).isEmpty();
  }

  @Test
  void manySmallOnesDoNotFillTheMemory() throws Exception {
    List<ScratchRaster> open = new ArrayList<>();
    try {
      for (int i = 0; i < 6; i++) {
        open.add(ScratchRaster.create(3, SMALL, folder));
        isKept(open.getLast());
      }
      assertThat(open).filteredOn(ScratchRaster::isInMemory).hasSizeLessThanOrEqualTo(4);
    } finally {
      open.forEach(ScratchRaster::close);
    }
    try (ScratchRaster next = ScratchRaster.create(3, SMALL, folder)) {
      assertThat(next.isInMemory()).isTrue();
    }
  }

  @Test
  void whatAKilledProgramLeftIsDeleted() throws Exception {
    Path left = Files.createFile(folder.resolve("picture1.scratch"));
    Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
    Path young = Files.createFile(folder.resolve("picture2.scratch"));
    ScratchRaster.create(3, LARGE, folder).close();
    assertThat(left).doesNotExist();
    assertThat(young).exists();
  }

  @Test
  void aDiskWithoutRoomIsToldBeforeAnythingIsComputed() {
    // 48 TB: no disk that these tests run on has as much to spare.
    Size huge = new Size(2_000_000, 2_000_000);
    assertThatThrownBy(() -> ScratchRaster.create(3, huge, folder))
        .isInstanceOf(IOException.class)
        .satisfies(error -> assertThat(Reason.of(error)).isEqualTo(Reason.DISK_FULL));
    assertThat(folder.toFile().list()).isEmpty();
  }
}
