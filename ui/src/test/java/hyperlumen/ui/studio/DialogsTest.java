package hyperlumen.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.ui.PhotoFiles;
import hyperlumen.write.OutputFormat;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class DialogsTest {

  @Test
  void aReportWithoutAnEndingGetsThatOfTheChosenForm() {
    assertThat(ReportForm.CSV.named(Path.of("out", "all"))).isEqualTo(Path.of("out", "all.csv"));
    assertThat(ReportForm.CSV.named(Path.of("out", "all.html")))
        .isEqualTo(Path.of("out", "all.html"));
  }

  @Test
  void theSuggestedNameIsNeverThatOfTheOriginal() {
    assertThat(FileDialogs.suggestedName("IMG_1.dng", OutputFormat.TIFF16))
        .isEqualTo("IMG_1-enhanced.tif");
    assertThat(FileDialogs.suggestedName("noending", OutputFormat.JPEG))
        .isEqualTo("noending-enhanced.jpg");
  }

  @Test
  void aTypedEndingDecidesAndAMissingOneIsAdded() {
    assertThat(FileDialogs.choice(Path.of("a.tif"), OutputFormat.TIFF8).format())
        .isEqualTo(OutputFormat.TIFF8);
    assertThat(FileDialogs.choice(Path.of("a.JPEG"), OutputFormat.PNG8).format())
        .isEqualTo(OutputFormat.JPEG);
    assertThat(FileDialogs.choice(Path.of("a"), OutputFormat.PNG16))
        .isEqualTo(new FileDialogs.SaveChoice(Path.of("a.png"), OutputFormat.PNG16));
  }

  @Test
  void foldersOfferPhotosOnly() {
    assertThat(PhotoFiles.looksLikePhoto(Path.of("x/IMG.DNG"))).isTrue();
    assertThat(PhotoFiles.looksLikePhoto(Path.of("x/old.CRW"))).isTrue();
    assertThat(PhotoFiles.looksLikePhoto(Path.of("x/notes.txt"))).isFalse();
  }
}
