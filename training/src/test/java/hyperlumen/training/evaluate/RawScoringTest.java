package hyperlumen.training.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hyperlumen.photo.Cfa;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RawPhoto;
import hyperlumen.photo.Size;
import hyperlumen.progress.Progress;
import hyperlumen.read.PhotoReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawScoringTest {

  @TempDir private Path folder;

  @Test
  void theDngHoldsWhatWasPutIn() throws Exception {
    short[] samples = new short[8 * 6];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (1000 + 1300 * i);
    }
    double[] neutral = {0.4, 1, 0.5};
    Path file = folder.resolve("a.dng");
    new EvaluationDng(new Size(8, 6), samples, 3840, 65472, neutral, Cfa.BGGR).write(file);
    assertThat(PhotoReader.read(file, Progress.NONE))
        .isInstanceOfSatisfying(
            RawPhoto.class,
            raw -> {
              assertThat(raw.size()).isEqualTo(new Size(8, 6));
              assertThat(raw.mosaic().samples()).containsExactly(samples);
              assertThat(raw.cfa()).isEqualTo(Cfa.BGGR);
              assertThat(raw.levels().meanBlack()).isEqualTo(3840);
              assertThat(raw.levels().white()).isEqualTo(65472);
              assertThat(raw.colour().asShotNeutral()).containsExactly(neutral, within(1e-6));
            });
  }

  @Test
  void gainsOfADeveloperDoNotCount() {
    Raster truth = TestPictures.picture(40, 40, 5);
    Raster brighter = scaled(truth, 2, 0.5f, 3);
    LinearComparison comparison = LinearComparison.of(truth, brighter);
    assertThat(comparison.gains()).containsExactly(new double[] {0.5, 2, 1 / 3.0}, within(1e-6));
    assertThat(comparison.score(brighter).linearPsnr()).isGreaterThan(120);
  }

  @Test
  void linearPsnrIsThatOfTheErrorOverTheBrightestThousandth() {
    Raster truth = new Raster(3, 216, 216);
    java.util.Arrays.fill(truth.samples(), 0.5f);
    Raster off = scaled(truth, 1, 1, 1);
    for (int i = 0; i < off.samples().length; i++) {
      off.samples()[i] += i % 2 == 0 ? 0.01f : -0.01f;
    }
    Score score = LinearComparison.of(truth, truth).score(off);
    // Everything is 0.5, so the percentile is too: the relative error is 0.02.
    assertThat(score.linearPsnr()).isCloseTo(-20 * Math.log10(0.02), within(1e-3));
    assertThat(score.msSsim()).isNotNull();
  }

  @Test
  void theMontageHasTheNoiseItIsSaidToHave() throws Exception {
    List<Path> pictures = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Path file = folder.resolve(i + ".png");
      Raster picture = i == 2 ? TestPictures.picture(32, 48, i) : TestPictures.picture(48, 32, i);
      PictureFiles.write(picture, file);
      pictures.add(file);
    }
    List<RawScene> scenes = TexturedRaw.of(pictures, folder.resolve("work"));
    assertThat(scenes)
        .extracting(RawScene::key)
        .containsExactly("textured/g4", "textured/g16", "textured/clean");
    short[] clean = samples(scenes.get(1).groundTruth());
    short[] noisy = samples(scenes.get(1).frames().getFirst());
    double squares = 0;
    double variance = 0;
    for (int i = 0; i < clean.length; i++) {
      double signal = Short.toUnsignedInt(clean[i]) / 64.0 - 60;
      double difference = Short.toUnsignedInt(noisy[i]) - 60 - signal;
      squares += difference * difference;
      variance += 16 * 0.087 * signal + 256 * 0.24;
    }
    // 6,144 samples: their variance is known to about 2 percent.
    assertThat(squares / variance).isCloseTo(1, within(0.08));
  }

  private static short[] samples(Path file) throws Exception {
    if (PhotoReader.read(file, Progress.NONE) instanceof RawPhoto raw) {
      return raw.mosaic().samples();
    }
    throw new AssertionError(file + " is no mosaic");
  }

  private static Raster scaled(Raster raster, float red, float green, float blue) {
    float[] factors = {red, green, blue};
    Raster scaled = new Raster(3, raster.height(), raster.width());
    int plane = raster.height() * raster.width();
    for (int i = 0; i < 3 * plane; i++) {
      scaled.samples()[i] = raster.samples()[i] * factors[i / plane];
    }
    return scaled;
  }
}
