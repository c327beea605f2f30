package hyperlumen.ui.service;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.batch.JobError;
import hyperlumen.model.ModelException;
import hyperlumen.photo.PhotoException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Which sentence the user reads first. */
final class ReasonTest {

  @Test
  void everyKindOfPhotoErrorHasASentenceOfItsOwn() {
    for (PhotoException.Kind kind : PhotoException.Kind.values()) {
      assertThat(Reason.of(new PhotoException(kind, Path.of("a.dng"), "is bad")).name())
          .isEqualTo(kind.name());
      assertThat(Reason.of(JobError.of(new PhotoException(kind, Path.of("a.dng"), "is bad"))))
          .hasToString(kind.name());
    }
  }

  @Test
  void aFullDiskAndTooLittleMemoryAreSaidWhateverHidesThem() {
    IOException full = new FileSystemException("a.tif", null, "No space left on device");

    assertThat(
            Reason.of(
                new PhotoException(
                    PhotoException.Kind.WRITE_FAILED, Path.of("a.tif"), "was not written", full)))
        .isEqualTo(Reason.DISK_FULL);
    assertThat(Reason.of(new IllegalStateException(new OutOfMemoryError("heap"))))
        .isEqualTo(Reason.MEMORY);
  }

  @Test
  void whatEndsARunIsSaid() {
    assertThat(Reason.of(new JobError(JobError.DISK_FULL, ""))).isEqualTo(Reason.DISK_FULL);
    assertThat(Reason.of(new JobError(JobError.MEDIA_GONE, ""))).isEqualTo(Reason.MEDIA_GONE);
    assertThat(Reason.of(new JobError("defect", ""))).isEqualTo(Reason.OTHER);
  }

  @Test
  void systemErrorsAndModelsAreTold() {
    assertThat(Reason.of(new NoSuchFileException("a"))).isEqualTo(Reason.NOT_FOUND);
    assertThat(Reason.of(new AccessDeniedException("a"))).isEqualTo(Reason.NOT_FOUND);
    assertThat(Reason.of(new ModelException("bad"))).isEqualTo(Reason.MODEL);
    assertThat(Reason.of(new IllegalStateException("?"))).isEqualTo(Reason.OTHER);
  }

  @Test
  void aCircleOfCausesEnds() {
    Exception one = new IllegalStateException("one");
    Exception two = new IllegalStateException("two", one);
    one.initCause(two);

    assertThat(Reason.of(one)).isEqualTo(Reason.OTHER);
  }
}
