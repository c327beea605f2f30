package hyperlumen.network.onnx;

import ai.onnx.proto.OnnxMl;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A plain image-to-image graph from elsewhere, checked and brought to the form that {@code forward}
 * graphs have here: input {@link NetworkGraphs#TILE}, output {@link NetworkGraphs#PICTURE}, float32
 * [1, 3, rows, columns], RGB in [0, 1].
 *
 * @param graph the checked graph with those names
 * @param fixedSide the only rows and columns it can be run on; empty if any
 * @param survey what it costs
 */
public record ForeignGraph(byte[] graph, OptionalInt fixedSide, GraphSurvey survey) {

  /** Keeps the names of the graph apart from ours. */
  private static final String PREFIX = "g.";

  private static final int FLOAT = OnnxMl.TensorProto.DataType.FLOAT.getNumber();

  /** Sides beyond this are no tiles but whole photos. */
  private static final int LARGEST_SIDE = 4096;

  /**
   * Reads a graph.
   *
   * @throws IllegalArgumentException with one sentence: what about it is not taken
   */
  public static ForeignGraph read(byte[] bytes) {
    OnnxMl.ModelProto model = GraphLimits.parse(bytes);
    OnnxMl.GraphProto graph = model.getGraph();
    OnnxMl.ValueInfoProto input = onlyInput(graph);
    if (graph.getOutputCount() != 1) {
      throw new IllegalArgumentException(
          "it has " + graph.getOutputCount() + " outputs; a picture is one");
    }
    OptionalInt side = side(input, "input");
    OptionalInt given = side(graph.getOutput(0), "output");
    if (given.isPresent() && !given.equals(side)) {
      throw new IllegalArgumentException("its output is not of its input's size");
    }
    GraphSurvey survey = GraphSurvey.of(graph, input.getName());
    return new ForeignGraph(renamed(model, input), side, survey);
  }

  /** Old graphs list their weights among the inputs. */
  private static OnnxMl.ValueInfoProto onlyInput(OnnxMl.GraphProto graph) {
    Set<String> weights = new HashSet<>();
    graph.getInitializerList().forEach(t -> weights.add(t.getName()));
    List<OnnxMl.ValueInfoProto> inputs =
        graph.getInputList().stream().filter(i -> !weights.contains(i.getName())).toList();
    if (inputs.size() != 1) {
      throw new IllegalArgumentException(
          "it has " + inputs.size() + " inputs; a plain picture network has one");
    }
    return inputs.getFirst();
  }

  private static OptionalInt side(OnnxMl.ValueInfoProto value, String what) {
    OnnxMl.TypeProto.Tensor type = value.getType().getTensorType();
    if (type.getElemType() != FLOAT) {
      throw new IllegalArgumentException("its " + what + " is not of 32-bit floats");
    }
    List<Long> dimensions = new ArrayList<>();
    type.getShape().getDimList().forEach(d -> dimensions.add(d.getDimValue()));
    if (what.equals("output") && dimensions.isEmpty()) {
      return OptionalInt.empty(); // Some exporters leave it out; the trial will tell.
    }
    if (dimensions.size() != 4) {
      throw new IllegalArgumentException(
          "its " + what + " does not have batch, channels, rows and columns");
    }
    boolean channels = dimensions.get(1) == 3 || (what.equals("output") && dimensions.get(1) == 0);
    if (dimensions.get(0) > 1 || !channels) {
      throw new IllegalArgumentException(
          "its " + what + " is not one picture of three channels in planes");
    }
    long rows = dimensions.get(2);
    if (rows != dimensions.get(3)) {
      throw new IllegalArgumentException("its " + what + " is not square");
    }
    if (rows < 0 || rows > LARGEST_SIDE) {
      throw new IllegalArgumentException("its " + what + " has " + rows + " rows");
    }
    return rows > 0 ? OptionalInt.of((int) rows) : OptionalInt.empty();
  }

  private static byte[] renamed(OnnxMl.ModelProto model, OnnxMl.ValueInfoProto input) {
    OnnxMl.GraphProto old = model.getGraph();
    OnnxMl.ValueInfoProto output = old.getOutput(0);
    OnnxMl.GraphProto.Builder graph = OnnxMl.GraphProto.newBuilder().setName("forward");
    graph.addInput(input.toBuilder().setName(NetworkGraphs.TILE).clearDocString());
    graph.addOutput(output.toBuilder().setName(NetworkGraphs.PICTURE).clearDocString());
    graph.addNode(identity(NetworkGraphs.TILE, PREFIX + input.getName()));
    for (OnnxMl.TensorProto tensor : old.getInitializerList()) {
      graph.addInitializer(tensor.toBuilder().setName(PREFIX + tensor.getName()).clearDocString());
    }
    for (OnnxMl.NodeProto node : old.getNodeList()) {
      OnnxMl.NodeProto.Builder copy = node.toBuilder().clearDocString().clearInput().clearOutput();
      node.getInputList().forEach(n -> copy.addInput(prefixed(n)));
      node.getOutputList().forEach(n -> copy.addOutput(prefixed(n)));
      graph.addNode(copy);
    }
    graph.addNode(identity(PREFIX + output.getName(), NetworkGraphs.PICTURE));
    return OnnxMl.ModelProto.newBuilder()
        .setIrVersion(model.getIrVersion())
        .addAllOpsetImport(model.getOpsetImportList())
        .setGraph(graph)
        .build()
        .toByteArray();
  }

  /** An input that is left out has an empty name. */
  private static String prefixed(String name) {
    return name.isEmpty() ? "" : PREFIX + name;
  }

  private static OnnxMl.NodeProto identity(String from, String to) {
    return OnnxMl.NodeProto.newBuilder()
        .setOpType("Identity")
        .setName("to " + to)
        .addInput(from)
        .addOutput(to)
        .build();
  }
}
