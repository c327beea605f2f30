package hyperlumen.training.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hyperlumen.metric.Psnr;
import hyperlumen.model.Model;
import hyperlumen.model.TestModels;
import hyperlumen.photo.Raster;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random weights: nothing good comes out, but every path is taken and every number is checked. */
class SetScorerTest {

  @TempDir private Path folder;

  @Test
  void aDenoiserIsScoredOnWhatItWroteToFiles() throws Exception {
    Model model = TestModels.install(folder, "denoise-test", "denoise:n=4,e=4,h=8,noise=2");
    PictureFiles.write(TestPictures.picture(72, 64, 7), folder.resolve("data/test/kodak/a.png"));
    PublicEvaluation evaluation =
        PublicEvaluation.open(
            folder.resolve("data"), folder.resolve("work"), List.of("kodak"), 0, 1);
    ModelResult result = evaluation.score(model);
    SetResult noisy = result.sets().get("kodak/s25");
    Raster reference = PictureFiles.read(folder.resolve("work/inputs/public/kodak/ref/a.png"));
    Path out = folder.resolve("work/results/denoise-test/public/kodak/s25/a.png");
    assertThat(noisy.after().psnr())
        .isCloseTo(Psnr.of(reference, PictureFiles.read(out), 1), within(1e-9));
    assertThat(noisy.before().psnr())
        .isCloseTo(Psnr.of(reference, PublicSets.noisy(reference, 25), 1), within(1e-9));
    assertThat(result.sets().get("kodak/clean").before().psnr()).isNull();
    assertThat(ResultTable.of(result, Peers.read())).contains("FFDNet", "kodak/clean", "exact");
  }

  @Test
  void anIspModelIsScoredInLinearLight() throws Exception {
    Model model = TestModels.install(folder, "isp-test", "isp:n=4,e=4,h=8,noise=2,skip=1");
    for (int i = 0; i < 4; i++) {
      PictureFiles.write(
          TestPictures.picture(64, 48, i), folder.resolve("data/test/kodak/" + i + ".png"));
    }
    PublicEvaluation evaluation =
        PublicEvaluation.open(
            folder.resolve("data"), folder.resolve("work"), List.of("textured"), 0, 1);
    ModelResult result = evaluation.score(model);
    assertThat(result.sets().keySet())
        .containsExactly("textured/g4", "textured/g16", "textured/clean");
    Score clean = result.sets().get("textured/clean").before();
    // Bilinear demosaicing without noise: limited by detail alone.
    assertThat(clean.linearPsnr()).isBetween(15.0, 45.0);
    assertThat(result.sets().get("textured/g16").before().psnr()).isLessThan(clean.psnr());
  }

  @Test
  void randomFiltersAreHardlyAdaptive() throws Exception {
    Model model = TestModels.install(folder, "denoise-test", "denoise:n=4,e=4,h=8,noise=2");
    List<Path> files = List.of(folder.resolve("a.png"), folder.resolve("b.png"));
    PictureFiles.write(TestPictures.picture(72, 64, 1), files.get(0));
    PictureFiles.write(TestPictures.picture(72, 64, 2), files.get(1));
    Adaptivity own = Adaptivity.of(model, files, 1);
    assertThat(own.pictures()).isEqualTo(2);
    // Random filters follow the photo a little, in no useful direction.
    assertThat(Math.abs(own.noiseGain())).isBetween(1e-9, 3.0);
    assertThat(own.weakOwn()).isGreaterThan(0);
  }

  @Test
  void theStrongestPeerIsTheOneWithTheHighestPsnr() throws Exception {
    Peers peers = Peers.read();
    assertThat(peers.strongest("cc15/real").orElseThrow().name()).startsWith("CBM3D");
    assertThat(peers.strongest("burst/sceneA").orElseThrow().name()).startsWith("PMRID");
    assertThat(peers.strongest("unknown/s1")).isEmpty();
  }
}
