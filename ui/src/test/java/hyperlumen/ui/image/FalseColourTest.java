package hyperlumen.ui.image;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Size;
import org.junit.jupiter.api.Test;

final class FalseColourTest {

  private static double brightness(int argb) {
    return 0.2126 * (argb >> 16 & 255) + 0.7152 * (argb >> 8 & 255) + 0.0722 * (argb & 255);
  }

  @Test
  void zeroIsBlackAndTheEndsAreYellowAndCyan() {
    assertThat(FalseColour.of(0)).isEqualTo(0xff000000);
    assertThat(FalseColour.of(1)).isEqualTo(0xffffff00);
    assertThat(FalseColour.of(7)).isEqualTo(0xffffff00);
    assertThat(FalseColour.of(-1)).isEqualTo(0xff00ffff);
  }

  @Test
  void largerDifferencesAreBrighterOnBothSides() {
    for (int i = 1; i <= 100; i++) {
      assertThat(brightness(FalseColour.of(i / 100f)))
          .isGreaterThan(brightness(FalseColour.of((i - 1) / 100f)));
      assertThat(brightness(FalseColour.of(-i / 100f)))
          .isGreaterThan(brightness(FalseColour.of((1 - i) / 100f)));
    }
  }

  @Test
  void aDifferenceInFalseColoursShowsItsSignAndIsAmplified() throws PhotoException {
    StoredPicture bright = StoredPicture.of(new Size(1, 1), new int[] {0xff808080});
    StoredPicture dark = StoredPicture.of(new Size(1, 1), new int[] {0xff404040});
    int[] argb = new int[1];
    try (DifferencePicture difference = new DifferencePicture(bright, dark)) {
      // 64 of 255 is a quarter: with gain 4 it is the end of the scale.
      difference.setMapping(255 / 64.0, DifferenceMap.FALSE_COLOUR);
      difference.fill(bright.size().region(), argb);
      assertThat(argb[0]).isEqualTo(0xffffff00);
    }
    try (DifferencePicture difference = new DifferencePicture(dark, bright)) {
      difference.setMapping(255 / 128.0, DifferenceMap.FALSE_COLOUR);
      difference.fill(bright.size().region(), argb);
      assertThat(argb[0]).isEqualTo(FalseColour.of(-0.5f));
    }
  }
}
