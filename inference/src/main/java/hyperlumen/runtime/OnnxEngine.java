package hyperlumen.runtime;

import ai.djl.engine.Engine;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * ONNX Runtime, started once per process through DJL, without network and without telemetry.
 * Thread-safe.
 */
final class OnnxEngine {

  static final String NAME = "OnnxRuntime";

  /**
   * DJL tells the log where it found what, and warns at every start that there is no CUDA, which
   * nobody asked for. Kept here, since the log forgets the level of a logger nobody holds.
   */
  private static final Map<Logger, Level> QUIET =
      Map.of(
          Logger.getLogger("ai.djl"), Level.WARNING,
          Logger.getLogger("ai.djl.onnxruntime.engine.OrtEngine"), Level.SEVERE,
          Logger.getLogger("ai.djl.util.cuda.CudaUtils"), Level.SEVERE);

  private static OrtEnvironment environment;

  private OnnxEngine() {}

  /** The environment; the first call starts it. */
  static synchronized OrtEnvironment environment() {
    if (environment == null) {
      System.setProperty("ai.djl.offline", "true");
      System.setProperty("OPT_OUT_TRACKING", "true");
      QUIET.forEach(Logger::setLevel);
      NativeLibraries.prepare();
      // DJL first: it sets the threading options of the environment that both share.
      Engine.getEngine(NAME);
      environment = OrtEnvironment.getEnvironment();
      try {
        environment.setTelemetry(false);
      } catch (OrtException e) {
        throw new IllegalStateException("telemetry could not be switched off", e);
      }
    }
    return environment;
  }

  /**
   * Opens a session; whoever calls closes it.
   *
   * @param threads that one run of it uses
   * @param level how far the graph is optimised
   */
  static OrtSession open(byte[] graph, int threads, OrtSession.SessionOptions.OptLevel level)
      throws OrtException {
    OrtEnvironment ort = environment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
      options.setOptimizationLevel(level);
      // The pattern is one more block for all maps beside the arena that the first run has filled:
      // twice the memory for no time (docs/decisions/0043).
      options.setMemoryPatternOptimization(false);
      if (threads > 1) {
        // Idle threads would otherwise turn in circles and take the processor from the rendering.
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
      }
      return ort.createSession(graph, options);
    }
  }
}
