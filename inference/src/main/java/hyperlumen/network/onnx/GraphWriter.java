package hyperlumen.network.onnx;

import ai.onnx.proto.OnnxMl;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Appends nodes, weights, inputs and outputs to one ONNX graph. Values are referred to by name;
 * each method that adds a node returns the name of its output. Not thread-safe.
 */
final class GraphWriter {

  /** Newest operator set that both our oldest and newest runtime accept. */
  private static final int OPSET = 20;

  private static final int IR_VERSION = 9;

  private final OnnxMl.GraphProto.Builder graph = OnnxMl.GraphProto.newBuilder();

  GraphWriter(String name) {
    graph.setName(name);
  }

  /** Adds a node with one output of the given name. */
  String node(
      String operator, String output, List<String> inputs, OnnxMl.AttributeProto... attributes) {
    graph.addNode(
        OnnxMl.NodeProto.newBuilder()
            .setOpType(operator)
            .setName(output)
            .addAllInput(inputs)
            .addOutput(output)
            .addAllAttribute(List.of(attributes)));
    return output;
  }

  /** Adds float32 weights. */
  String weights(String name, float[] values, long... shape) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return tensor(name, OnnxMl.TensorProto.DataType.FLOAT, bytes, shape);
  }

  /** Adds weights stored as float16, which a Cast turns back to float32. */
  String halfWeights(String name, float[] values, long... shape) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 2).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      bytes.putShort(Float.floatToFloat16(value));
    }
    tensor(name, OnnxMl.TensorProto.DataType.FLOAT16, bytes, shape);
    return node(
        "Cast",
        name + ".float",
        List.of(name),
        integer("to", OnnxMl.TensorProto.DataType.FLOAT.getNumber()));
  }

  /** Adds int64 constants. */
  String integers(String name, long... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 8).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(values);
    return tensor(name, OnnxMl.TensorProto.DataType.INT64, bytes, values.length);
  }

  private String tensor(
      String name, OnnxMl.TensorProto.DataType type, ByteBuffer bytes, long... shape) {
    OnnxMl.TensorProto.Builder tensor =
        OnnxMl.TensorProto.newBuilder()
            .setName(name)
            .setDataType(type.getNumber())
            .setRawData(ByteString.copyFrom(bytes.rewind()));
    for (long dimension : shape) {
      tensor.addDims(dimension);
    }
    graph.addInitializer(tensor);
    return name;
  }

  /** Declares a float32 input; a dimension is a number or a name. */
  void input(String name, Object... shape) {
    graph.addInput(value(name, shape));
  }

  /** Declares a float32 output; a dimension is a number or a name. */
  void output(String name, Object... shape) {
    graph.addOutput(value(name, shape));
  }

  private static OnnxMl.ValueInfoProto value(String name, Object... shape) {
    OnnxMl.TensorShapeProto.Builder dimensions = OnnxMl.TensorShapeProto.newBuilder();
    for (Object dimension : shape) {
      OnnxMl.TensorShapeProto.Dimension.Builder d = OnnxMl.TensorShapeProto.Dimension.newBuilder();
      if (dimension instanceof Number number) {
        d.setDimValue(number.longValue());
      } else {
        d.setDimParam(dimension.toString());
      }
      dimensions.addDim(d);
    }
    return OnnxMl.ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            OnnxMl.TypeProto.newBuilder()
                .setTensorType(
                    OnnxMl.TypeProto.Tensor.newBuilder()
                        .setElemType(OnnxMl.TensorProto.DataType.FLOAT.getNumber())
                        .setShape(dimensions)))
        .build();
  }

  /** The finished model's bytes. */
  byte[] model() {
    return OnnxMl.ModelProto.newBuilder()
        .setIrVersion(IR_VERSION)
        .setProducerName("Hyperlumen")
        .addOpsetImport(OnnxMl.OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
        .setGraph(graph)
        .build()
        .toByteArray();
  }

  static OnnxMl.AttributeProto integer(String name, long value) {
    return OnnxMl.AttributeProto.newBuilder()
        .setName(name)
        .setType(OnnxMl.AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  static OnnxMl.AttributeProto integers(String name, List<Long> values) {
    return OnnxMl.AttributeProto.newBuilder()
        .setName(name)
        .setType(OnnxMl.AttributeProto.AttributeType.INTS)
        .addAllInts(values)
        .build();
  }

  static OnnxMl.AttributeProto real(String name, double value) {
    return OnnxMl.AttributeProto.newBuilder()
        .setName(name)
        .setType(OnnxMl.AttributeProto.AttributeType.FLOAT)
        .setF((float) value)
        .build();
  }

  static OnnxMl.AttributeProto text(String name, String value) {
    return OnnxMl.AttributeProto.newBuilder()
        .setName(name)
        .setType(OnnxMl.AttributeProto.AttributeType.STRING)
        .setS(ByteString.copyFromUtf8(value))
        .build();
  }
}
