package hyperlumen.adopt;

import ai.onnx.proto.OnnxMl;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Small image-to-image graphs as other programs export them, made node by node. */
public final class PictureGraphs {

  private final OnnxMl.GraphProto.Builder graph = OnnxMl.GraphProto.newBuilder().setName("test");
  private final String input;
  private String last;
  private int count;

  /** A graph whose input has {@code side} rows and columns; 0 leaves them open. */
  public PictureGraphs(String input, int channels, int side) {
    this.input = input;
    last = input;
    graph.addInput(picture(input, channels, side));
  }

  /** Blurs each channel with a 3x3 box, {@code times} times: looks exactly that far. */
  public static byte[] blur(int times, int side) {
    PictureGraphs graph = new PictureGraphs("input", 3, side);
    for (int i = 0; i < times; i++) {
      graph.box(1);
    }
    return graph.bytes("output", side);
  }

  /** Halves the picture by 2x2 means and doubles it again. */
  public static byte[] halvedAndDoubled() {
    PictureGraphs graph = new PictureGraphs("x", 3, 0);
    graph.node("AveragePool", List.of(), ints("kernel_shape", 2, 2), ints("strides", 2, 2));
    graph.weights("scales", new float[] {1, 1, 2, 2}, 4);
    graph.node("Resize", List.of("", "scales"), text("mode", "nearest"));
    return graph.bytes("y", 0);
  }

  /** Appends a 3x3 box filter on each channel. */
  public PictureGraphs box(int stride) {
    float[] weights = new float[3 * 3 * 9];
    for (int c = 0; c < 3; c++) {
      for (int tap = 0; tap < 9; tap++) {
        weights[(c * 3 + c) * 9 + tap] = 1f / 9;
      }
    }
    String name = weights("w" + count, weights, 3, 3, 3, 3);
    return node(
        "Conv",
        List.of(name),
        ints("kernel_shape", 3, 3),
        ints("pads", 1, 1, 1, 1),
        ints("strides", stride, stride));
  }

  /** Appends a node that reads the last map and {@code more}. */
  public PictureGraphs node(
      String operator, List<String> more, OnnxMl.AttributeProto... attributes) {
    String output = "t" + count++;
    graph.addNode(
        OnnxMl.NodeProto.newBuilder()
            .setOpType(operator)
            .addInput(last)
            .addAllInput(more)
            .addOutput(output)
            .addAllAttribute(List.of(attributes)));
    last = output;
    return this;
  }

  /** The name of the last map. */
  public String last() {
    return last;
  }

  /** Changes the graph itself. */
  public OnnxMl.GraphProto.Builder builder() {
    return graph;
  }

  /** Adds weights. */
  public String weights(String name, float[] values, long... shape) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    OnnxMl.TensorProto.Builder tensor =
        OnnxMl.TensorProto.newBuilder()
            .setName(name)
            .setDataType(OnnxMl.TensorProto.DataType.FLOAT.getNumber())
            .setRawData(ByteString.copyFrom(bytes.array()));
    for (long dimension : shape) {
      tensor.addDims(dimension);
    }
    graph.addInitializer(tensor);
    return name;
  }

  /** Adds whole numbers. */
  public void integers(String name, long... values) {
    OnnxMl.TensorProto.Builder tensor =
        OnnxMl.TensorProto.newBuilder()
            .setName(name)
            .setDataType(OnnxMl.TensorProto.DataType.INT64.getNumber())
            .addDims(values.length);
    for (long value : values) {
      tensor.addInt64Data(value);
    }
    graph.addInitializer(tensor);
  }

  /** The finished file. */
  public byte[] bytes(String output, int side) {
    node("Identity", List.of());
    graph.addNode(
        OnnxMl.NodeProto.newBuilder().setOpType("Identity").addInput(last).addOutput(output));
    graph.addOutput(picture(output, 3, side));
    return OnnxMl.ModelProto.newBuilder()
        .setIrVersion(8)
        .addOpsetImport(OnnxMl.OperatorSetIdProto.newBuilder().setDomain("").setVersion(17))
        .setGraph(graph)
        .build()
        .toByteArray();
  }

  private static OnnxMl.ValueInfoProto picture(String name, int channels, int side) {
    OnnxMl.TensorShapeProto.Builder shape = OnnxMl.TensorShapeProto.newBuilder();
    shape.addDim(OnnxMl.TensorShapeProto.Dimension.newBuilder().setDimValue(1));
    shape.addDim(OnnxMl.TensorShapeProto.Dimension.newBuilder().setDimValue(channels));
    for (String axis : List.of("rows", "columns")) {
      OnnxMl.TensorShapeProto.Dimension.Builder open =
          OnnxMl.TensorShapeProto.Dimension.newBuilder();
      shape.addDim(side > 0 ? open.setDimValue(side) : open.setDimParam(axis));
    }
    return OnnxMl.ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            OnnxMl.TypeProto.newBuilder()
                .setTensorType(
                    OnnxMl.TypeProto.Tensor.newBuilder()
                        .setElemType(OnnxMl.TensorProto.DataType.FLOAT.getNumber())
                        .setShape(shape)))
        .build();
  }

  static OnnxMl.AttributeProto ints(String name, long... values) {
    OnnxMl.AttributeProto.Builder a =
        OnnxMl.AttributeProto.newBuilder()
            .setName(name)
            .setType(OnnxMl.AttributeProto.AttributeType.INTS);
    for (long value : values) {
      a.addInts(value);
    }
    return a.build();
  }

  static OnnxMl.AttributeProto text(String name, String value) {
    return OnnxMl.AttributeProto.newBuilder()
        .setName(name)
        .setType(OnnxMl.AttributeProto.AttributeType.STRING)
        .setS(ByteString.copyFromUtf8(value))
        .build();
  }

  /** The input's name. */
  public String input() {
    return input;
  }
}
