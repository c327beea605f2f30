package hyperlumen.training;

import hyperlumen.model.ModelCard;
import hyperlumen.model.ModelStore;
import hyperlumen.network.CostModel;
import hyperlumen.network.Halo;
import hyperlumen.network.Network;
import hyperlumen.network.NetworkSpec;
import hyperlumen.network.ReceptiveField;
import hyperlumen.network.SignalCode;
import hyperlumen.network.onnx.NetworkGraphs;
import hyperlumen.photo.Bytes;
import hyperlumen.training.loop.TrainedRun;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code export}: writes a run's averaged weights as a model. */
@Command(name = "export", description = "Writes a run's weights as a model folder.")
final class ExportCommand implements Callable<Integer> {

  @Option(names = "--run", required = true, description = "folder of the checkpoint")
  private Path run;

  @Option(names = "--id", required = true, description = "the model's id, such as isp-fast")
  private String id;

  @Option(names = "--title", required = true, description = "a few words for people")
  private String title;

  @Option(names = "--data", required = true, description = "what it was trained on")
  private String data;

  @Option(
      names = "--window",
      paramLabel = "PX",
      description = "side of the windows that filters are predicted from; default: a patch's")
  private Integer window;

  @Option(names = "--licence", description = "SPDX identifier of the weights' licence")
  private String licence = "Apache-2.0";

  @Option(
      names = "--noise-calibration",
      description = "factor on the noise a network is told, chosen on photos held out")
  private double noiseCalibration = 1;

  @Option(
      names = "--score",
      paramLabel = "NAME=VALUE",
      description = "a measured value for the card, its name saying set and unit; repeatable")
  private Map<String, Double> scores = new LinkedHashMap<>();

  @Option(names = "--models", description = "folder of all models")
  private Path models = Path.of("assets", "models");

  @Override
  public Integer call() throws Exception {
    TrainedRun trained = TrainedRun.read(run);
    Network network = NetworkSpec.parse(trained.network()).network();
    boolean isp = trained.task().startsWith("isp");
    Map<String, float[]> weights = trained.weights();
    String command = trained.command();
    if (noiseCalibration != 1) {
      if (network.noiseInputs() < 2) {
        throw new IllegalArgumentException("only a network that is told the noise is calibrated");
      }
      weights = NoiseCalibration.folded(network, weights, noiseCalibration);
      command += "; exported with --noise-calibration " + noiseCalibration;
    }
    boolean display = trained.task().equals("isp-display");
    Halo halo = ReceptiveField.of(network);
    ModelCard card =
        new ModelCard(
            ModelCard.SCHEMA,
            id,
            title,
            isp ? ModelCard.Task.ISP : ModelCard.Task.DENOISE,
            trained.network(),
            isp ? SignalCode.SQUARE_ROOT : SignalCode.LINEAR,
            display
                ? ModelCard.Output.DISPLAY_SRGB
                : isp ? ModelCard.Output.CAMERA_RGB : ModelCard.Output.SAME,
            network.isHyper() ? ModelCard.Filters.WINDOWS : ModelCard.Filters.NONE,
            window == null ? trained.side() : window,
            16,
            halo.photoHalo(),
            halo.photoAlignment(),
            CostModel.of(network).parameters(),
            new ModelCard.Training(
                trained.step(),
                Math.round(trained.seconds() / 36) / 100.0,
                Math.rint(trained.megapixels()),
                data,
                command),
            licence,
            scores);
    Optional<Bytes> predict =
        network.isHyper()
            ? Optional.of(new Bytes(NetworkGraphs.predict(network, weights)))
            : Optional.empty();
    ModelStore.install(models, card, NetworkGraphs.forward(network, weights), predict);
    System.out.println("wrote " + models.resolve(id));
    return 0;
  }
}
