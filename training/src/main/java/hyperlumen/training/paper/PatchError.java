package hyperlumen.training.paper;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import hyperlumen.metric.MsSsim;
import hyperlumen.network.Network;
import hyperlumen.photo.Raster;
import hyperlumen.training.data.Group;
import hyperlumen.training.torch.Scalars;
import hyperlumen.training.torch.TorchNetwork;
import hyperlumen.training.torch.TorchParameters;
import java.util.List;
import java.util.Map;

/** 1 - MS-SSIM of a network's finished pictures, each patch with its own filters. */
final class PatchError {

  private PatchError() {}

  /** The mean over groups of one patch each, at least 176 pixels wide. */
  static double of(Network network, Map<String, float[]> weights, List<Group> groups) {
    double sum = 0;
    try (NDManager base = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
      TorchNetwork torch =
          new TorchNetwork(network, TorchParameters.of(network, base, weights), new Scalars(base));
      for (Group group : groups) {
        try (NDManager scope = base.newSubManager()) {
          sum += error(torch, scope, group);
        }
      }
    }
    return sum / groups.size();
  }

  private static double error(TorchNetwork torch, NDManager scope, Group group) {
    int inputSide = group.inputSide();
    int planes = torch.network().packing().planes();
    NDArray input = scope.create(group.input(), new Shape(1, planes, inputSide, inputSide));
    NDArray noise = scope.create(group.noise(), new Shape(1, group.noise().length));
    float[] output = torch.run(input, noise).toFloatArray();
    for (int i = 0; i < output.length; i++) {
      output[i] = Math.clamp(output[i], 0f, 1f);
    }
    int side = inputSide * torch.network().packing().factor();
    return 1
        - MsSsim.of(
            new Raster(3, side, side, group.target()), new Raster(3, side, side, output), 1);
  }
}
