package hyperlumen.runtime;

import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.onnxruntime.engine.OrtNDManager;
import ai.djl.onnxruntime.engine.OrtSymbolBlock;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import hyperlumen.model.Model;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import java.lang.foreign.Arena;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Predicts a photo's filters: v = mean over K windows of the maximum over each window; once per
 * photo, at a cost that does not grow with the photo.
 */
public final class FilterPredictor {

  private FilterPredictor() {}

  /**
   * The windows of a photo as the predict graph takes them.
   *
   * @param count K
   * @param side in network pixels
   * @param samples [K, planes, side, side]
   */
  public record WindowSamples(int count, int side, float[] samples) {}

  /** Reads the windows that the model's card asks for. */
  public static WindowSamples windows(Model model, NetworkInput input, int alignment)
      throws PhotoException {
    int factor = input.factor();
    int side = model.card().window() / factor;
    Size packed =
        new Size(
            Math.ceilDiv(input.size().width(), factor),
            Math.ceilDiv(input.size().height(), factor));
    List<Region> places = Windows.of(packed, side, model.card().windows(), alignment);
    int length = input.planes() * side * side;
    float[] all = new float[places.size() * length];
    float[] one = new float[length];
    NetworkInput.Filler filler = input.filler();
    for (int k = 0; k < places.size(); k++) {
      filler.fill(places.get(k), one);
      System.arraycopy(one, 0, all, k * length, length);
    }
    return new WindowSamples(places.size(), side, all);
  }

  /**
   * Predicts the bank.
   *
   * @param noise the numbers the network is told, ignored where it takes none
   */
  public static FilterBank predict(Model model, WindowSamples windows, float[] noise, int threads)
      throws RuntimeFailure {
    if (model.predict().isEmpty()) {
      return FilterBank.NONE;
    }
    OnnxEngine.environment(); // Before DJL starts it otherwise than we want it.
    try (ai.djl.Model djl = ai.djl.Model.newInstance(model.id(), OnnxEngine.NAME)) {
      // The block owns the session: closing the model closes it.
      OrtSession session =
          OnnxEngine.open(
              model.predict().get().array(),
              threads,
              // Anything more would unfold the fp16 weights into a second copy that is used once.
              OrtSession.SessionOptions.OptLevel.NO_OPT);
      djl.setBlock(new OrtSymbolBlock(session, (OrtNDManager) djl.getNDManager()));
      List<String> names = new ArrayList<>(session.getOutputNames());
      Map<String, float[]> banks = new HashMap<>();
      try (Arena memory = Arena.ofShared();
          Predictor<NDList, NDList> predictor = djl.newPredictor(new NoopTranslator());
          NDManager scope = djl.getNDManager().newSubManager()) {
        int planes = model.network().packing().planes();
        NDList inputs = new NDList();
        inputs.add(
            array(
                memory,
                scope,
                windows.samples(),
                new Shape(windows.count(), planes, windows.side(), windows.side())));
        if (model.network().noiseInputs() > 0) {
          inputs.add(array(memory, scope, noise, new Shape(1, noise.length)));
        }
        try (NDList outputs = predictor.predict(inputs)) {
          for (int i = 0; i < outputs.size(); i++) {
            banks.put(names.get(i), outputs.get(i).toFloatArray());
          }
        }
      }
      return new FilterBank(checked(model, banks));
    } catch (OrtException | TranslateException e) {
      throw new RuntimeFailure("model " + model.id() + " could not predict filters", e);
    }
  }

  private static NDArray array(Arena memory, NDManager manager, float[] values, Shape shape) {
    FloatBuffer buffer =
        memory
            .allocate((long) values.length * Float.BYTES, Float.BYTES)
            .asByteBuffer()
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    buffer.put(values).rewind();
    return manager.create(buffer, shape, ai.djl.ndarray.types.DataType.FLOAT32);
  }

  private static Map<String, float[]> checked(Model model, Map<String, float[]> banks)
      throws RuntimeFailure {
    for (Map.Entry<String, float[]> bank : banks.entrySet()) {
      for (float value : bank.getValue()) {
        if (!Float.isFinite(value)) {
          throw new RuntimeFailure(
              "model " + model.id() + " predicted a filter that is not a number: " + bank.getKey());
        }
      }
    }
    return banks;
  }
}
