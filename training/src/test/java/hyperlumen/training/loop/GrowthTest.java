package hyperlumen.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import hyperlumen.network.Network;
import hyperlumen.network.NetworkSpec;
import hyperlumen.training.torch.Scalars;
import hyperlumen.training.torch.TorchNetwork;
import hyperlumen.training.torch.TorchParameters;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A grown network computes what the smaller one does. */
class GrowthTest {

  private static final int SIDE = 32;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "denoise-sep:n0=8,n1=12,n2=16,e=4,h=8,noise=6|"
            + "denoise-sep:n0=12,n1=16,n2=20,a0=2,a1=3,a2=2,d0=2,d1=3,e=4,h=8,noise=6",
        "isp-sep:n0=8,n1=12,n2=16,e=4,h=8,noise=2|"
            + "isp-sep:n0=8,n1=16,n2=16,a2=3,e=4,h=8,noise=2",
        "denoise-sep-plain:n0=8,n1=12,n2=16|denoise-sep-plain:n0=12,n1=12,n2=20,a1=2,a2=2"
      })
  void aGrownNetworkComputesTheSame(String smallSpec, String largeSpec) {
    Network small = NetworkSpec.parse(smallSpec).network();
    Network large = NetworkSpec.parse(largeSpec).network();
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
      Map<String, float[]> weights = weights(small, manager);
      Map<String, float[]> grown = Growth.grow(small, weights, large, 5);
      float[] before = run(small, weights, manager);
      float[] after = run(large, grown, manager);
      assertThat(large.parameterCount()).isGreaterThan(small.parameterCount());
      assertThat(after).usingComparatorWithPrecision(1e-4f).containsExactly(before);
    }
  }

  @Test
  void aNarrowerNetworkIsRefused() {
    Network small = NetworkSpec.parse("denoise-sep-plain:n0=12,n1=12,n2=16").network();
    Network large = NetworkSpec.parse("denoise-sep-plain:n0=8,n1=12,n2=16,a1=2").network();
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
      Map<String, float[]> weights = weights(small, manager);
      assertThatThrownBy(() -> Growth.grow(small, weights, large, 5))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("stem");
    }
  }

  private static Map<String, float[]> weights(Network network, NDManager manager) {
    return TorchParameters.initialise(network, manager, 3).values();
  }

  private static float[] run(Network network, Map<String, float[]> weights, NDManager manager) {
    TorchNetwork torch =
        new TorchNetwork(
            network, TorchParameters.of(network, manager, weights), new Scalars(manager));
    int planes = network.packing().planes();
    Random random = new Random(7);
    float[] values = new float[planes * SIDE * SIDE];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat();
    }
    NDArray input = manager.create(values, new Shape(1, planes, SIDE, SIDE));
    NDArray noise =
        manager.create(new float[network.noiseInputs()], new Shape(1, network.noiseInputs()));
    return torch.run(input, noise).toFloatArray();
  }
}
