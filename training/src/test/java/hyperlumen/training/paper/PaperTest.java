package hyperlumen.training.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hyperlumen.enhance.EnhanceOptions;
import hyperlumen.model.ModelStore;
import hyperlumen.network.NetworkSpec;
import hyperlumen.photo.Size;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperTest {

  @TempDir private Path folder;

  /**
   * Counted from its published program: 47.53 M in convolutions and 24,064 in normalisations; 21.45
   * T multiplications at 4096x3072.
   */
  @Test
  void pynetHasTheSizeOfItsPublishedProgram() {
    assertThat(PyNet.parameters() / 1e6).isCloseTo(47.53 + 0.024064, within(0.005));
    assertThat(PyNet.mac(4096.0 * 3072) / 1e12).isCloseTo(21.45, within(0.005));
    assertThat(PyNet.outputBytes(3968.0 * 2976) / (1L << 30)).isCloseTo(30.7, within(0.05));
  }

  /** 8,192 per up-convolution level, three of them. */
  @Test
  void transposedConvolutionsOfVdnAreThreeEqualShares() {
    assertThat(PaperText.transposedMac(NetworkSpec.parse("vdn").network())).isEqualTo(3 * 8192);
  }

  @Test
  void everyRowOfThePaperIsInTheText() throws Exception {
    PaperTables tables = PaperTables.read();
    List<String> text = PaperText.of(tables, Map.of(), "here").lines().toList();
    assertThat(text).anyMatch(line -> line.startsWith("| PyNET | 47 → 47.6 | 43 → 42.9 |"));
    assertThat(text)
        .anyMatch(
            line -> line.startsWith("| HC, n = 64, e = 32, h = 2048 | 276 → 273 | 0.7 → 0.69 |"));
    assertThat(text)
        .anyMatch(line -> line.startsWith("| VDN | 7.8 → 7.82 | 9.5 → 9.48 | 7.10 | 14.2 |"));
    long rows = text.stream().filter(line -> line.startsWith("| ")).count();
    assertThat(rows).isEqualTo(2 + tables.table1().size() + tables.table2().size());
  }

  @Test
  void randomModelsRunAndAreMeasured() throws Exception {
    RandomModel.install(folder, "isp:n=4,e=4,h=8");
    EnhanceOptions options = EnhanceOptions.defaults().withThreads(1);
    Measurement measured =
        Measurement.of(ModelStore.open(folder).get(RandomModel.ID), new Size(320, 200), options);
    assertThat(measured.megapixels()).isCloseTo(0.064, within(1e-9));
    assertThat(measured.predictSeconds()).isPositive();
    assertThat(measured.networkSeconds()).isPositive();
    double twice = measured.predictSeconds() + 2 * measured.networkSeconds();
    assertThat(measured.secondsOn(128_000)).isCloseTo(twice, within(1e-9));
  }
}
