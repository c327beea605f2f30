package hyperlumen.training.torch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import hyperlumen.network.Network;
import hyperlumen.network.NetworkSpec;
import hyperlumen.network.Parameter;
import hyperlumen.network.onnx.GraphBytes;
import hyperlumen.network.onnx.NetworkGraphs;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The exported graphs compute what the training module computes, on the same weights. */
class TorchNetworkTest {

  private static final int WINDOWS = 3;
  private static final int SIDE = 32;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "isp:n=8,e=8,h=16",
        "isp:n=8,e=8,h=16,noise=2,gelu=1,gain=1,skip=1,bias=1",
        "isp:n=8,e=8,h=16,n2=1",
        "isp-plain:n=8",
        "denoise:n=8,e=8,h=16,noise=6,bias=1,gain=1,deep=2",
        "denoise-plain:n=8",
        "vdn:c=8",
        "vdn-hc:c=8,h1=16,h2=8,noise=2",
        "isp-sep:n0=8,n1=12,n2=16,e=4,h=8,noise=2",
        "denoise-sep:n0=8,n1=12,n2=16,a1=2,e=4,h=8,noise=6",
        "denoise-sep-plain:n0=8,n1=12,n2=16"
      })
  void bakedGraphsEqualTraining(String spec) throws Exception {
    Network network = NetworkSpec.parse(spec).network();
    Map<String, float[]> weights = randomWeights(network);
    int planes = network.packing().planes();
    Random random = new Random(3);
    float[] input = uniform(random, WINDOWS * planes * SIDE * SIDE);
    float[] noise = Arrays.copyOf(new float[] {-0.4f, 0.7f, 0.1f, -0.2f}, network.noiseInputs());

    float[] expected = torch(network, weights, input, noise);
    float[] actual = onnx(network, weights, input, noise);

    assertThat(actual).hasSameSizeAs(expected);
    double largest = 0;
    for (int i = 0; i < actual.length; i++) {
      largest = Math.max(largest, Math.abs(actual[i] - expected[i]));
    }
    assertThat(largest).as("largest difference of %s", spec).isLessThan(1e-4);
    assertThat(actual).as("the result depends on the input").doesNotContain(Float.NaN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"isp:n=8,e=8,h=16,noise=2,skip=1", "vdn-hc:c=8,h1=16,h2=8,noise=2"})
  void aPhotoGetsTheFiltersOfItsWindows(String spec) {
    Network network = NetworkSpec.parse(spec).network();
    Map<String, float[]> weights = randomWeights(network);
    int planes = network.packing().planes();
    float[] input = uniform(new Random(3), WINDOWS * planes * SIDE * SIDE);
    float[] noise = {-0.4f, 0.7f};
    float[] together = torch(network, weights, input, noise);
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
      TorchNetwork torch =
          new TorchNetwork(
              network, TorchParameters.of(network, manager, weights), new Scalars(manager));
      NDArray windows = manager.create(input, new Shape(WINDOWS, planes, SIDE, SIDE));
      float[] first =
          torch
              .run(windows.get("0:1"), windows, manager.create(noise, new Shape(1, 2)))
              .toFloatArray();
      assertThat(first)
          .usingComparatorWithPrecision(1e-4f)
          .containsExactly(Arrays.copyOf(together, first.length));
    }
  }

  private static float[] torch(
      Network network, Map<String, float[]> weights, float[] input, float[] noise) {
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
      TorchNetwork torch =
          new TorchNetwork(
              network, TorchParameters.of(network, manager, weights), new Scalars(manager));
      NDArray x = manager.create(input, new Shape(WINDOWS, network.packing().planes(), SIDE, SIDE));
      return torch.run(x, manager.create(noise, new Shape(1, noise.length))).toFloatArray();
    }
  }

  private static float[] onnx(
      Network network, Map<String, float[]> weights, float[] input, float[] noise)
      throws Exception {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    long[] shape = {WINDOWS, network.packing().planes(), SIDE, SIDE};
    Map<String, float[]> banks = new HashMap<>();
    try (OnnxTensor windows =
        OnnxTensor.createTensor(environment, FloatBuffer.wrap(input), shape)) {
      if (network.isHyper()) {
        Map<String, OnnxTensor> inputs = new HashMap<>(Map.of(NetworkGraphs.WINDOWS, windows));
        if (network.noiseInputs() > 0) {
          inputs.put(
              NetworkGraphs.NOISE,
              OnnxTensor.createTensor(
                  environment, FloatBuffer.wrap(noise), new long[] {1, noise.length}));
        }
        try (OrtSession session =
                environment.createSession(NetworkGraphs.predict(network, weights));
            OrtSession.Result result = session.run(inputs)) {
          result.forEach(
              e -> banks.put(e.getKey(), ((OnnxTensor) e.getValue()).getFloatBuffer().array()));
        }
      }
      byte[] baked = GraphBytes.bake(NetworkGraphs.forward(network, weights), banks);
      try (OrtSession session = environment.createSession(baked);
          OrtSession.Result result = session.run(Map.of(NetworkGraphs.TILE, windows))) {
        return ((OnnxTensor) result.get(0)).getFloatBuffer().array();
      }
    }
  }

  /** Weights that fp16 holds exactly, so that only the arithmetic is compared. */
  private static Map<String, float[]> randomWeights(Network network) {
    Random random = new Random(11);
    Map<String, float[]> weights = new LinkedHashMap<>();
    for (Parameter p : network.parameters()) {
      float[] values = new float[Math.toIntExact(p.size())];
      double deviation =
          p.initialisation() instanceof Parameter.Initialisation.Normal n ? n.deviation() : 0.02;
      for (int i = 0; i < values.length; i++) {
        float value = (float) (random.nextGaussian() * deviation);
        values[i] = Float.float16ToFloat(Float.floatToFloat16(value));
      }
      weights.put(p.name(), values);
    }
    return weights;
  }

  private static float[] uniform(Random random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextFloat();
    }
    return values;
  }
}
