package hyperlumen.network.onnx;

import ai.onnx.proto.OnnxMl;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads and changes finished graphs: bakes banks in, reads weights back. Thread-safe. */
public final class GraphBytes {

  private GraphBytes() {}

  /**
   * A forward graph with its filter banks as constants: a runtime lays out only constant weights
   * for speed.
   *
   * @param forward the graph with banks as inputs
   * @param banks values by name, order out, in, row, column
   * @throws IllegalArgumentException if the bytes are no graph or a bank is missing
   */
  public static byte[] bake(byte[] forward, Map<String, float[]> banks) {
    OnnxMl.ModelProto model = parse(forward);
    OnnxMl.GraphProto.Builder graph = model.getGraph().toBuilder();
    graph.clearInput();
    for (OnnxMl.ValueInfoProto input : model.getGraph().getInputList()) {
      String name = input.getName();
      if (!name.endsWith(NetworkGraphs.BANK)) {
        graph.addInput(input);
        continue;
      }
      float[] values = banks.get(name);
      if (values == null) {
        throw new IllegalArgumentException("there is no filter bank " + name);
      }
      ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asFloatBuffer().put(values);
      OnnxMl.TensorProto.Builder tensor =
          OnnxMl.TensorProto.newBuilder()
              .setName(name)
              .setDataType(OnnxMl.TensorProto.DataType.FLOAT.getNumber())
              .setRawData(ByteString.copyFrom(bytes.array()));
      input
          .getType()
          .getTensorType()
          .getShape()
          .getDimList()
          .forEach(d -> tensor.addDims(d.getDimValue()));
      graph.addInitializer(tensor);
    }
    return model.toBuilder().setGraph(graph).build().toByteArray();
  }

  /**
   * A forward graph without the pixel shuffle that ends it: {@code picture} is then [N, 12, H, W],
   * plane 4c + 2dy + dx. The runtime's shuffle goes through the whole tile, halo included, with
   * strides that leave the cache; whoever copies the kept rows can do it on the way.
   *
   * @return empty where the graph does not end with a shuffle by 2
   * @throws IllegalArgumentException if the bytes are no graph
   */
  public static Optional<byte[]> beforeShuffle(byte[] forward) {
    OnnxMl.ModelProto model = parse(forward);
    OnnxMl.GraphProto.Builder graph = model.getGraph().toBuilder();
    Map<String, Integer> makers = new HashMap<>();
    for (int i = 0; i < graph.getNodeCount(); i++) {
      makers.put(graph.getNode(i).getOutput(0), i);
    }
    Integer last = makers.get(NetworkGraphs.PICTURE);
    if (last == null || !graph.getNode(last).getOpType().equals("Identity")) {
      return Optional.empty();
    }
    Integer shuffle = makers.get(graph.getNode(last).getInput(0));
    if (shuffle == null || !graph.getNode(shuffle).getOpType().equals("DepthToSpace")) {
      return Optional.empty();
    }
    String planes = graph.getNode(shuffle).getInput(0);
    graph.setNode(last, graph.getNode(last).toBuilder().setInput(0, planes));
    graph.removeNode(shuffle);
    // The shape is left to the runtime, which infers it.
    OnnxMl.TypeProto type =
        OnnxMl.TypeProto.newBuilder()
            .setTensorType(
                OnnxMl.TypeProto.Tensor.newBuilder()
                    .setElemType(OnnxMl.TensorProto.DataType.FLOAT.getNumber()))
            .build();
    graph.setOutput(0, graph.getOutput(0).toBuilder().setType(type));
    return Optional.of(model.toBuilder().setGraph(graph).build().toByteArray());
  }

  /**
   * The weights of one graph by name, as float32.
   *
   * @throws IllegalArgumentException if the bytes are no graph
   */
  public static Map<String, float[]> weights(byte[] bytes) {
    Map<String, float[]> weights = new LinkedHashMap<>();
    for (OnnxMl.TensorProto tensor : parse(bytes).getGraph().getInitializerList()) {
      ByteBuffer raw = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
      if (tensor.getDataType() == OnnxMl.TensorProto.DataType.FLOAT.getNumber()) {
        float[] values = new float[raw.remaining() / 4];
        raw.asFloatBuffer().get(values);
        weights.put(tensor.getName(), values);
      } else if (tensor.getDataType() == OnnxMl.TensorProto.DataType.FLOAT16.getNumber()) {
        float[] values = new float[raw.remaining() / 2];
        for (int i = 0; i < values.length; i++) {
          values[i] = Float.float16ToFloat(raw.getShort(2 * i));
        }
        weights.put(tensor.getName(), values);
      }
    }
    return weights;
  }

  private static OnnxMl.ModelProto parse(byte[] bytes) {
    try {
      return OnnxMl.ModelProto.parseFrom(bytes);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("this is no ONNX graph", e);
    }
  }
}
