package hyperlumen.training.loop;

import ai.djl.ndarray.NDArray;
import hyperlumen.training.torch.TorchParameters;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The state of a run: step, seconds, parameters, Adam's moments and the averaged parameters.
 *
 * @param step steps done
 * @param seconds training time so far
 * @param values parameters, then means, variances and averages, each under its own prefix
 */
record Checkpoint(int step, double seconds, Map<String, float[]> values) {

  private static final int MAGIC = 0x484c_4b31;
  private static final String NAME = "checkpoint.bin";

  static final String MEAN = "mean:";
  static final String VARIANCE = "variance:";
  static final String AVERAGE = "average:";

  /** Takes a picture of a run. */
  static Checkpoint of(
      int step, double seconds, TorchParameters parameters, Adam adam, Average average) {
    Map<String, float[]> values = new LinkedHashMap<>(parameters.values());
    List<String> names = new ArrayList<>(parameters.all().keySet());
    for (int i = 0; i < names.size(); i++) {
      values.put(MEAN + names.get(i), adam.means().get(i).toFloatArray());
      values.put(VARIANCE + names.get(i), adam.variances().get(i).toFloatArray());
    }
    average.values().forEach((name, value) -> values.put(AVERAGE + name, value));
    return new Checkpoint(step, seconds, values);
  }

  /** Puts the moments back. */
  void restore(TorchParameters parameters, Adam adam) {
    List<String> names = new ArrayList<>(parameters.all().keySet());
    for (int i = 0; i < names.size(); i++) {
      set(adam.means().get(i), values.get(MEAN + names.get(i)));
      set(adam.variances().get(i), values.get(VARIANCE + names.get(i)));
    }
  }

  private static void set(NDArray array, float[] value) {
    array.set(value);
  }

  static boolean exists(Path folder) {
    return Files.exists(folder.resolve(NAME));
  }

  /** Writes it atomically. */
  void write(Path folder) throws IOException {
    Path partial = folder.resolve(NAME + ".partial");
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(partial), 1 << 16))) {
      out.writeInt(MAGIC);
      out.writeInt(step);
      out.writeDouble(seconds);
      out.writeInt(values.size());
      for (Map.Entry<String, float[]> entry : values.entrySet()) {
        out.writeUTF(entry.getKey());
        out.writeInt(entry.getValue().length);
        ByteBuffer bytes = ByteBuffer.allocate(entry.getValue().length * Float.BYTES);
        bytes.asFloatBuffer().put(entry.getValue());
        out.write(bytes.array());
      }
    }
    Files.move(
        partial,
        folder.resolve(NAME),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  static Checkpoint read(Path folder) throws IOException {
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(Files.newInputStream(folder.resolve(NAME)), 1 << 16))) {
      if (in.readInt() != MAGIC) {
        throw new IOException(folder + " holds no checkpoint of this version");
      }
      int step = in.readInt();
      double seconds = in.readDouble();
      int count = in.readInt();
      Map<String, float[]> values = new LinkedHashMap<>();
      for (int i = 0; i < count; i++) {
        String name = in.readUTF();
        float[] value = new float[in.readInt()];
        ByteBuffer.wrap(in.readNBytes(value.length * Float.BYTES)).asFloatBuffer().get(value);
        values.put(name, value);
      }
      return new Checkpoint(step, seconds, values);
    }
  }

  /** The averaged parameters: what is exported. */
  Map<String, float[]> averages() {
    Map<String, float[]> averages = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          if (name.startsWith(AVERAGE)) {
            averages.put(name.substring(AVERAGE.length()), value);
          }
        });
    return averages;
  }
}
