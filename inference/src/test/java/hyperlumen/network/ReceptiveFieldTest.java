package hyperlumen.network;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.network.ReferenceForward.Planes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Halo and alignment: the known numbers, and the truth of them found by perturbing pixels. */
class ReceptiveFieldTest {

  private static Network network(String spec) {
    return NetworkSpec.parse(spec).network();
  }

  @ParameterizedTest
  @DisplayName("Halo and grid in network pixels and photo pixels")
  @CsvSource(
      delimiter = '|',
      value = {
        "isp:n=32,e=16,h=256            | 32 | 8 | 64 | 16",
        "isp:n=32,e=16,h=256,noise=2,gelu=1,skip=1 | 32 | 8 | 64 | 16",
        "isp-plain:n=16                 | 32 | 8 | 64 | 16",
        "denoise:n=16,e=16,h=128        | 32 | 8 | 64 | 16",
        "denoise:n=16,e=16,h=128,deep=1 | 40 | 8 | 80 | 16",
        "denoise-sep-plain:n0=8,n1=8,n2=8 | 16 | 4 | 32 |  8",
        "vdn                            | 48 | 8 | 48 |  8",
        "vdn-hc:c=3,h1=64,h2=64         | 48 | 8 | 48 |  8"
      })
  void knownHalos(String spec, int halo, int alignment, int photoHalo, int photoAlignment) {
    Halo found = ReceptiveField.of(network(spec));

    assertThat(found.halo()).isEqualTo(halo);
    assertThat(found.alignment()).isEqualTo(alignment);
    assertThat(found.photoHalo()).isEqualTo(photoHalo);
    assertThat(found.photoAlignment()).isEqualTo(photoAlignment);
  }

  @Test
  @DisplayName("Reach before rounding: 32 for network A, 46 for VDN")
  void exactReach() {
    assertThat(ReceptiveField.of(network("isp:n=4,e=4,h=4")).reach()).isEqualTo(32);
    assertThat(ReceptiveField.of(network("vdn")).reach()).isEqualTo(46);
  }

  @Test
  @DisplayName("A chain of k convolutions reaches k pixels on the grid of 1")
  void chainOfConvolutions() {
    List<Layer> layers =
        List.of(
            Layer.of(Network.INPUT, new Operation.Input(3)),
            Layer.of("a", new Operation.Convolution(3, 4, 1, true), Network.INPUT),
            Layer.of("b", new Operation.Convolution(4, 4, 1, true), "a"),
            Layer.of("c", new Operation.Convolution(4, 3, 1, true), "b"));
    Network chain = new Network("chain", Packing.RGB, 0, layers, List.of());

    assertThat(ReceptiveField.of(chain)).isEqualTo(new Halo(3, 1, 1));
    assertThat(ReceptiveField.of(chain).halo()).isEqualTo(3);
  }

  @ParameterizedTest
  @DisplayName("A pixel just inside the reach changes the tile, one just outside does not")
  @ValueSource(
      strings = {"isp-plain:n=2", "denoise-plain:n=2", "vdn:c=32", "isp-sep-plain:n0=2,n1=2,n2=2"})
  void reachIsExact(String spec) {
    Network network = network(spec);
    Halo halo = ReceptiveField.of(network);
    ReferenceForward forward = new ReferenceForward(network, positiveWeights(network, 7));
    int height = halo.alignment();
    int start = 2 * halo.halo();
    int width = 2 * start + halo.alignment();
    Planes input = Planes.zeros(network.packing().planes(), height, width);
    Planes before = forward.run(input);

    boolean left = changes(forward, input, before, start, start - halo.reach(), halo);
    boolean right =
        changes(forward, input, before, start, start + halo.alignment() - 1 + halo.reach(), halo);
    boolean beyondLeft = changes(forward, input, before, start, start - halo.reach() - 1, halo);
    boolean beyondRight =
        changes(forward, input, before, start, start + halo.alignment() + halo.reach(), halo);

    assertThat(left || right).as("inside").isTrue();
    assertThat(beyondLeft || beyondRight).as("outside").isFalse();
  }

  /** Whether lifting one input column changes the output columns of the tile at {@code start}. */
  private static boolean changes(
      ReferenceForward forward, Planes input, Planes before, int start, int column, Halo halo) {
    Planes lifted = Planes.zeros(input.channels(), input.height(), input.width());
    for (double[][] plane : lifted.values()) {
      for (double[] row : plane) {
        row[column] = 1000;
      }
    }
    Planes after = forward.run(lifted);
    int scale = before.width() / input.width();
    for (int c = 0; c < before.channels(); c++) {
      for (int y = 0; y < before.height(); y++) {
        for (int x = start * scale; x < (start + halo.alignment()) * scale; x++) {
          if (before.values()[c][y][x] != after.values()[c][y][x]) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Random positive weights, so that no two paths cancel; zero biases. */
  private static Map<String, double[]> positiveWeights(Network network, long seed) {
    Random random = new Random(seed);
    Map<String, double[]> tensors = new HashMap<>();
    for (Parameter parameter : network.parameters()) {
      double[] values = new double[Math.toIntExact(parameter.size())];
      if (parameter.name().endsWith(".weight")) {
        for (int i = 0; i < values.length; i++) {
          values[i] = (0.5 + random.nextDouble()) / 18;
        }
      }
      tensors.put(parameter.name(), values);
    }
    return tensors;
  }
}
