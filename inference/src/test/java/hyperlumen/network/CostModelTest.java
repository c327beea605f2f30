package hyperlumen.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cost model against the paper's tables and against counts made by hand. */
class CostModelTest {

  private static final double MEGA = 1e6;
  private static final double GIGA = 1e9;
  private static final double TERA = 1e12;
  private static final double GIBI = 1L << 30;

  /** The RAW size the paper's FLOP column belongs to, and the one of its memory column. */
  private static final int FLOP_WIDTH = 4096;

  private static final int FLOP_HEIGHT = 3072;
  private static final int MEMORY_WIDTH = 3968;
  private static final int MEMORY_HEIGHT = 2976;

  private static CostModel cost(String spec) {
    return CostModel.of(NetworkSpec.parse(spec).network());
  }

  @ParameterizedTest
  @DisplayName(
      "Table 1: parameters in millions, TFLOP of convolutions at 4096x3072, GiB at 3968x2976")
  @CsvSource(
      delimiter = '|',
      value = {
        "isp-plain:n=96          |   0.43 | 1.304 | 3.78",
        "isp-plain:n=64          |   0.19 | 0.600 | 2.61",
        "isp:n=64,e=32,h=2048    | 272.9  | 0.686 | 3.41",
        "isp:n=32,e=32,h=2048    |  93.4  | 0.252 | 2.24",
        "isp:n=32,e=16,h=2048    |  92.4  | 0.190 | 1.84",
        "isp:n=8,e=32,h=4000     | 111.3  | 0.103 | 1.37"
      })
  void tableOne(String spec, String millions, String teraflop, String gibibytes) {
    CostModel cost = cost(spec);

    assertThat(rounded(cost.parameters() / MEGA, millions)).isEqualTo(millions);
    double convolutions = cost.paperFlop(FLOP_WIDTH, FLOP_HEIGHT) - cost.mlpFlop();
    assertThat(rounded(convolutions / TERA, teraflop)).isEqualTo(teraflop);
    assertThat(rounded(cost.convolutionOutputBytes(MEMORY_WIDTH, MEMORY_HEIGHT) / GIBI, gibibytes))
        .isEqualTo(gibibytes);
  }

  @ParameterizedTest
  @DisplayName("Sizes for planning: parameters in millions, paper GFLOP per megapixel, MLP GFLOP")
  @CsvSource(
      delimiter = '|',
      value = {
        "isp:n=8,e=8,h=256    |   1.23 |  2.0 | 0.002",
        "isp:n=16,e=16,h=128  |   1.43 |  5.9 | 0.003",
        "isp:n=16,e=16,h=256  |   2.97 |  5.9 | 0.006",
        "isp:n=32,e=16,h=128  |   4.44 | 15.1 | 0.009",
        "isp:n=32,e=16,h=256  |   8.93 | 15.1 | 0.018",
        "isp:n=32,e=16,h=512  |  18.5  | 15.1 | 0.037",
        "isp:n=48,e=16,h=256  |  18.5  | 29.6 | 0.036",
        "isp:n=32,e=16,h=2048 |  92.4  | 15.1 | 0.18",
        "isp:n=64,e=32,h=2048 | 272.9  | 54.5 | 0.54"
      })
  void planningSizes(String spec, String millions, String perMegapixel, String mlp) {
    CostModel cost = cost(spec);
    double withoutMlp = cost.paperFlop(1000, 1000) - cost.mlpFlop();

    assertThat(rounded(cost.parameters() / MEGA, millions)).isEqualTo(millions);
    assertThat(rounded(withoutMlp / GIGA, perMegapixel)).isEqualTo(perMegapixel);
    assertThat(rounded(cost.mlpFlop() / GIGA, mlp)).isEqualTo(mlp);
  }

  @ParameterizedTest
  @DisplayName("The paper's sweep n = e = 8: parameters in millions, 0.025 TFLOP whatever h")
  @CsvSource({"64,0.25", "256,1.23", "1024,9.6", "2048,31.7", "4000,108.7"})
  void sweepOfHiddenUnits(int h, String millions) {
    CostModel cost = cost("isp:n=8,e=8,h=" + h);

    assertThat(rounded(cost.parameters() / MEGA, millions)).isEqualTo(millions);
    assertThat(rounded(cost.paperFlop(FLOP_WIDTH, FLOP_HEIGHT) / TERA, "0.025")).isEqualTo("0.025");
  }

  @Test
  @DisplayName("VDN has 7,700,742 parameters and multiplies 564,288 times per pixel")
  void vdn() {
    CostModel cost = cost("vdn");

    assertThat(cost.parameters()).isEqualTo(7_700_742);
    assertThat(cost.forwardMac()).isEqualTo(564_288);
    assertThat(cost.forwardMacPerPhotoPixel()).isEqualTo(564_288);
    assertThat(rounded(cost.convolutionOutputBytes(1024, 1024) / GIBI, "2.27")).isEqualTo("2.27");
  }

  @Test
  @DisplayName("With the noise network it trains with: 7,816,780 and 680,064")
  void vdnWithItsNoiseNetwork() {
    NetworkSpec spec = NetworkSpec.parse("vdn");
    CostModel denoiser = CostModel.of(spec.network());
    CostModel sigma = CostModel.of(spec.sigmaNetwork());

    assertThat(denoiser.parameters() + sigma.parameters()).isEqualTo(7_816_780);
    assertThat(denoiser.forwardMac() + sigma.forwardMac()).isEqualTo(680_064);
  }

  @ParameterizedTest
  @DisplayName("Variants of VDN: parameters in millions, paper GFLOP per megapixel")
  @CsvSource(
      delimiter = '|',
      value = {
        "vdn-hc:c=2,h1=64,h2=64   | 117.5 |  339",
        "vdn-hc:c=3,h1=1024,h2=64 |  54.9 |  168",
        "vdn-hc:c=3,h1=64,h2=64   |  52.5 |  168",
        "vdn-hc:c=3,h1=32,h2=32   |  27.8 |  168",
        "vdn-hc:c=4,h1=32,h2=32   |  16.4 |  110",
        "vdn-hc:c=4,h1=16,h2=16   |   9.4 |  110",
        "vdn-hc:c=6,h1=16,h2=16   |   4.8 |   62",
        "vdn                      |   7.7 | 1129"
      })
  void variantsOfVdn(String spec, String millions, String perMegapixel) {
    CostModel cost = cost(spec);
    double withoutMlp = cost.paperFlop(1000, 1000) - cost.mlpFlop();

    assertThat(rounded(cost.parameters() / MEGA, millions)).isEqualTo(millions);
    assertThat(rounded(withoutMlp / GIGA, perMegapixel)).isEqualTo(perMegapixel);
  }

  @ParameterizedTest
  @DisplayName("Table 2's memory column: GiB of convolution outputs at 1024x1024")
  @CsvSource(
      delimiter = '|',
      value = {"vdn-hc:c=3,h1=64,h2=64 | 1.00", "vdn-hc:c=2,h1=64,h2=64 | 1.38"})
  void tableTwoMemory(String spec, String gibibytes) {
    assertThat(rounded(cost(spec).convolutionOutputBytes(1024, 1024) / GIBI, gibibytes))
        .isEqualTo(gibibytes);
  }

  @Test
  @DisplayName("Useful FLOP: forward at the photo's size, prediction on the windows only")
  void usefulFlop() {
    CostModel cost = cost("isp:n=32,e=16,h=256");
    double forwardMac = 9 * (4 * 32 + 32 * 32 * (2 + 0.25 + 1.0 / 16 + 1.0 / 64) + 32 * 12 + 36);
    double embeddingMac = (36 * 16 + 9 * 2 * 256 / 4.0 + 9 * 8 * 256 / 16.0) * 1.3125;
    double packed = 6_000_000;
    double windows = 16 * 128 * 128;

    assertThat(cost.forwardMac()).isCloseTo(forwardMac, within(1e-6));
    assertThat(cost.embeddingMac()).isCloseTo(embeddingMac, within(1e-6));
    assertThat(cost.sourceMac()).isZero();
    assertThat(cost.usefulFlop(6000, 4000, 16, 256))
        .isEqualTo(2 * (forwardMac * packed + embeddingMac * windows + cost.mlpMac()));
    assertThat(rounded(cost.forwardFlop(250_000) / GIGA, "13.2")).isEqualTo("13.2");
  }

  @Test
  @DisplayName("Without predicted filters, useful FLOP are the forward layers alone")
  void plainTwinPredictsNothing() {
    CostModel cost = cost("isp-plain:n=32");

    assertThat(cost.predictFlop(16, 256)).isZero();
    assertThat(cost.usefulFlop(1000, 1000, 16, 256)).isEqualTo(cost.paperFlop(1000, 1000));
  }

  @Test
  @DisplayName("A chain of HyperConvolutions runs up to its last embedding on the windows, too")
  void chainsPredictThroughTheForwardLayers() {
    CostModel cost = cost("vdn-hc:c=4,h1=32,h2=32");
    // All but the last predicted convolution (16 -> 16) and the last one (16 -> 6).
    double source = cost.forwardMac() - 9 * 16 * 16 - 9 * 16 * 6;

    assertThat(cost.sourceMac()).isEqualTo(source);
    assertThat(cost.predictFlop(16, 128))
        .isEqualTo(2 * ((source + cost.embeddingMac()) * 16 * 128 * 128 + (double) cost.mlpMac()));
  }

  @Test
  @DisplayName("deep=k adds k convolutions to each of three levels: 9 n n k (1/4 + 1/16 + 1/64)")
  void furtherConvolutions() {
    double added =
        cost("denoise:n=8,e=8,h=64,deep=2").forwardMac()
            - cost("denoise:n=8,e=8,h=64").forwardMac();
    assertThat(added).isCloseTo(9 * 8 * 8 * 2 * (1 / 4.0 + 1 / 16.0 + 1 / 64.0), within(1e-9));
  }

  @Test
  @DisplayName("A separable block costs 9 c + 2 c c, a quarter of that per level down")
  void separableBlocks() {
    String widths = "n0=16,n1=24,n2=32,e=8,h=32";
    double ends = 9 * 12 * 16 * 2;
    // The matrices that lead up run before the map is enlarged, at the lower level's size.
    double between = 2 * 16 * 24 / 4.0 + 2 * 24 * 32 / 16.0;
    double blocks =
        2 * (9 * 16 + 2 * 16 * 16)
            + 3 * (9 * 24 + 2 * 24 * 24) / 4.0
            + (9 * 32 + 2 * 32 * 32) / 16.0;

    assertThat(cost("denoise-sep:" + widths + ",a1=2").forwardMac())
        .isCloseTo(ends + between + blocks, within(1e-9));
  }

  @Test
  @DisplayName("The two noise numbers widen each MLP's first layer")
  void noiseInputs() {
    CostModel without = cost("isp:n=8,e=8,h=64");
    CostModel with = cost("isp:n=8,e=8,h=64,noise=2");

    assertThat(with.parameters() - without.parameters()).isEqualTo(6 * 2 * 64);
    assertThat(with.mlpMac() - without.mlpMac()).isEqualTo(6 * 2 * 64);
  }

  /** The value with as many decimals as the expected text has. */
  private static String rounded(double value, String like) {
    int point = like.indexOf('.');
    int decimals = point < 0 ? 0 : like.length() - point - 1;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
