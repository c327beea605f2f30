package hyperlumen.adopt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl;
import hyperlumen.model.ModelCard;
import hyperlumen.model.ModelException;
import hyperlumen.model.ModelStore;
import hyperlumen.model.TestModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Graphs that are no picture networks are refused in words before they can do harm. */
class ModelRefusalTest {

  @TempDir Path folder;
  private ModelStore store;

  @BeforeEach
  void openStore() throws IOException {
    TestModels.install(folder.resolve("shipped"), "tiny", "denoise:n=8,e=8,h=16,noise=2");
    store = ModelStore.open(folder.resolve("shipped"), folder.resolve("own"));
  }

  private ModelCard add(byte[] graph, OptionalInt halo) throws IOException {
    Path file = Files.write(folder.resolve("My Blur.onnx"), graph);
    return ModelImport.graph(store, new ModelImport.Order(file, "", "", halo));
  }

  static Stream<Arguments> refused() {
    PictureGraphs doubled = new PictureGraphs("x", 3, 0);
    doubled.weights("scales", new float[] {1, 1, 2, 2}, 4);
    doubled.node("Resize", List.of("", "scales"), PictureGraphs.text("mode", "nearest"));

    PictureGraphs bytes = new PictureGraphs("x", 3, 0);
    bytes.weights("f", new float[] {255}, 1);
    bytes.node("Mul", List.of("f"));

    PictureGraphs notANumber = new PictureGraphs("x", 3, 0);
    notANumber.weights("f", new float[] {-2}, 1);
    notANumber.node("Add", List.of("f")).node("Sqrt", List.of());

    PictureGraphs foreign = new PictureGraphs("x", 3, 0).box(1);
    foreign.builder().getNodeBuilder(0).setDomain("com.example");

    PictureGraphs random = new PictureGraphs("x", 3, 0);
    random.node("RandomNormalLike", List.of());

    PictureGraphs loop = new PictureGraphs("x", 3, 0);
    loop.node(
        "Identity",
        List.of(),
        OnnxMl.AttributeProto.newBuilder()
            .setName("body")
            .setType(OnnxMl.AttributeProto.AttributeType.GRAPH)
            .setG(OnnxMl.GraphProto.getDefaultInstance())
            .build());

    PictureGraphs outside = new PictureGraphs("x", 3, 0).box(1);
    outside
        .builder()
        .getInitializerBuilder(0)
        .clearRawData()
        .setDataLocation(OnnxMl.TensorProto.DataLocation.EXTERNAL)
        .addExternalData(
            OnnxMl.StringStringEntryProto.newBuilder().setKey("location").setValue("/etc/passwd"));

    PictureGraphs huge = new PictureGraphs("x", 3, 0).box(1);
    huge.builder().getInitializerBuilder(0).setDims(0, 1L << 40).setDims(1, 1L << 40);

    PictureGraphs two = new PictureGraphs("x", 3, 0).box(1);
    two.builder().addInput(two.builder().getInput(0).toBuilder().setName("sigma"));

    // Small files whose maps would not fit: many channels, a wide border, a great enlargement.
    PictureGraphs wide = new PictureGraphs("x", 3, 0);
    wide.weights("w", new float[3000 * 3], 3000, 3, 1, 1);
    wide.node("Conv", List.of("w"), PictureGraphs.ints("kernel_shape", 1, 1));
    wide.weights("back", new float[3000 * 3], 3, 3000, 1, 1);
    wide.node("Conv", List.of("back"), PictureGraphs.ints("kernel_shape", 1, 1));

    PictureGraphs border = new PictureGraphs("x", 3, 0);
    border.integers("pads", 0, 0, 100_000, 100_000, 0, 0, 100_000, 100_000);
    border.node("Pad", List.of("pads"), PictureGraphs.text("mode", "constant"));

    PictureGraphs enlarged = new PictureGraphs("x", 3, 0);
    enlarged.weights("scales", new float[] {1, 1, 500, 500}, 4);
    enlarged.node("Resize", List.of("", "scales"), PictureGraphs.text("mode", "nearest"));

    PictureGraphs sized = new PictureGraphs("x", 3, 0);
    sized.integers("sizes", 1, 3, 90_000, 90_000);
    sized.node("Resize", List.of("", "", "sizes"), PictureGraphs.text("mode", "nearest"));

    return Stream.of(
        Arguments.of(wide.bytes("y", 0), "at most 2 GB are taken"),
        Arguments.of(border.bytes("y", 0), "at most 2 GB are taken"),
        Arguments.of(enlarged.bytes("y", 0), "at most 2 GB are taken"),
        Arguments.of(sized.bytes("y", 0), "at most 2 GB are taken"),
        Arguments.of(doubled.bytes("y", 0), "not a picture of the same size"),
        Arguments.of(bytes.bytes("y", 0), "RGB from 0 to 1"),
        Arguments.of(notANumber.bytes("y", 0), "not numbers"),
        Arguments.of(foreign.bytes("y", 0), "com.example"),
        Arguments.of(random.bytes("y", 0), "RandomNormalLike"),
        Arguments.of(loop.bytes("y", 0), "hides graphs"),
        Arguments.of(outside.bytes("y", 0), "in other files"),
        Arguments.of(huge.bytes("y", 0), "impossible size"),
        Arguments.of(two.bytes("y", 0), "2 inputs"),
        Arguments.of(new PictureGraphs("x", 1, 0).bytes("y", 0), "three channels"),
        Arguments.of(PictureGraphs.blur(30, 64), "leaves too little"),
        Arguments.of(new byte[] {1, 2, 3}, "no ONNX graph"),
        Arguments.of(new byte[0], "no ONNX graph"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesInOneSentence(byte[] graph, String reason) {
    OptionalInt halo = reason.contains("leaves") ? OptionalInt.of(30) : OptionalInt.empty();
    assertThatThrownBy(() -> add(graph, halo))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("My Blur.onnx was not added: ")
        .hasMessageContaining(reason);
    assertThat(store.allIds()).containsExactly("tiny");
  }

  @Test
  void damagedFilesAreRefusedOrHarmless() throws Exception {
    byte[] good = PictureGraphs.blur(1, 0);
    Random random = new Random(8);
    int taken = 0;
    for (int i = 0; i < 30; i++) {
      byte[] bad = i % 2 == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
      for (int k = 0; k < (i % 2 == 0 ? 0 : 3); k++) {
        bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
      }
      try {
        store.remove(add(bad, OptionalInt.of(8)).id());
        taken++;
      } catch (ModelException e) {
        assertThat(e.getMessage()).startsWith("My Blur.onnx was not added: ");
      }
    }
    assertThat(taken).isLessThan(30);
  }
}
