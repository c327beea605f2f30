package hyperlumen.develop;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.photo.CameraColour;
import hyperlumen.photo.Cfa;
import hyperlumen.photo.Levels;
import hyperlumen.photo.Metadata;
import hyperlumen.photo.Mosaic;
import hyperlumen.photo.Orientation;
import hyperlumen.photo.RawPhoto;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A mosaic tells where its greens are, whatever its file says. */
class FilterCheckTest {

  /** A surface of one colour: red 300, green 700, blue 400 above a black of 64. */
  private static RawPhoto surface(Cfa real, Cfa named) {
    int[] light = {364, 764, 464};
    short[] samples = new short[8 * 6];
    for (int row = 0; row < 6; row++) {
      for (int column = 0; column < 8; column++) {
        samples[row * 8 + column] = (short) light[real.colour(row, column)];
      }
    }
    double[] ones = {1, 1, 1};
    return new RawPhoto(
        Path.of("a.dng"),
        new Mosaic(new Size(8, 6), samples),
        named,
        Levels.of(64, 1023),
        new CameraColour(List.of(), ones, ones, 0),
        Optional.empty(),
        new Region(0, 0, 8, 6),
        10,
        "uncompressed",
        new Metadata(List.of(), Optional.empty(), Optional.empty(), Orientation.NORMAL));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("Filters that are named rightly raise no doubt")
  void rightNames(Cfa cfa) {
    assertThat(FilterCheck.doubt(surface(cfa, cfa))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("Filters that are a column off do, with both patterns that would fit")
  void columnOff(Cfa cfa) {
    Cfa wrong = cfa.shifted(0, 1);
    assertThat(FilterCheck.doubt(surface(cfa, wrong)).orElseThrow())
        .contains("said to be " + wrong)
        .contains("differ by 25 %")
        .contains("samples by 0.0 %")
        .contains(cfa.name());
  }
}
