package hyperlumen.write;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What people type for a format. */
final class OutputFormatTest {

  @ParameterizedTest
  @EnumSource
  void everyFormatIsFoundByItsName(OutputFormat format) {
    assertThat(OutputFormat.ofId(format.id())).contains(format);
  }

  @ParameterizedTest
  @CsvSource({"jpg, JPEG", "JPG, JPEG", "png, PNG16", "tif, TIFF16", "Tiff, TIFF16", "DNG, DNG"})
  void whatIsTypedInsteadIsUnderstood(String typed, OutputFormat meant) {
    assertThat(OutputFormat.ofId(typed)).contains(meant);
  }

  @Test
  void anUnknownNameIsNoFormat() {
    assertThat(OutputFormat.ofId("webp")).isEmpty();
    assertThat(OutputFormat.ofId("")).isEmpty();
  }
}
