package hyperlumen.tests.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hyperlumen.model.ModelException;
import hyperlumen.model.ModelStore;
import hyperlumen.photo.Bytes;
import hyperlumen.photo.Metadata;
import hyperlumen.photo.Orientation;
import hyperlumen.photo.Photo;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.progress.Progress;
import hyperlumen.read.PhotoReader;
import hyperlumen.write.OutputFormat;
import hyperlumen.write.OutputSpec;
import hyperlumen.write.PhotoWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files made to do harm: bombs, models with a changed byte, XML that asks for other files. */
class HostileFilesTest {

  /** Every so-manieth byte of a model's graphs; of its card and the index every one. */
  private static final int STEP = 997;

  @TempDir private Path folder;

  @Test
  void everyBombIsRefusedInWords() throws Exception {
    System.setProperty("hyperlumen.libraw", "");
    Path file = folder.resolve("bomb");
    for (Map.Entry<String, byte[]> bomb : Bombs.all().entrySet()) {
      Files.write(file, bomb.getValue());
      assertThatThrownBy(() -> PhotoReader.read(file, Progress.NONE))
          .as(bomb.getKey())
          .isInstanceOf(PhotoException.class)
          .hasMessageStartingWith("bomb: ");
    }
  }

  @Test
  void aModelWithAnyByteChangedIsRefused() throws Exception {
    Path models = Pictures.assets(folder).resolve("models");
    Path model = models.resolve("denoise-fast");
    for (String name : List.of("card.json", "forward.onnx", "predict.onnx")) {
      Path file = model.resolve(name);
      byte[] right = Files.readAllBytes(file);
      int step = name.endsWith(".json") ? 7 : STEP;
      for (int at = 0; at < right.length; at += step) {
        byte[] wrong = right.clone();
        wrong[at] ^= 0x20;
        Files.write(file, wrong);
        assertThatThrownBy(() -> ModelStore.open(models).get("denoise-fast"))
            .as(name + " at " + at)
            .isInstanceOf(ModelException.class);
      }
      Files.write(file, right);
    }
    assertThat(ModelStore.open(models).get("denoise-fast").id()).isEqualTo("denoise-fast");
  }

  @Test
  void metadataCannotFetchAnything() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "the secret");
    String xmp =
        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \""
            + secret.toUri()
            + "\"><!ENTITY % p SYSTEM \"http://127.0.0.1:9/p.dtd\"> %p;]>"
            + "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF"
            + " xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description"
            + " rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>&e;"
            + "</dc:title></rdf:Description></rdf:RDF></x:xmpmeta>";
    Metadata metadata =
        new Metadata(
            List.of(),
            Optional.of(new Bytes(xmp.getBytes(StandardCharsets.UTF_8))),
            Optional.empty(),
            Orientation.NORMAL);
    for (OutputFormat format : List.of(OutputFormat.PNG8, OutputFormat.JPEG, OutputFormat.TIFF8)) {
      Path file = folder.resolve("entity." + format.extension());
      PhotoWriter.write(
          RasterSource.of(new Raster(3, 16, 16)),
          file,
          OutputSpec.of(format, "test").withMetadata(metadata),
          Progress.NONE);
      Photo photo = PhotoReader.read(file, Progress.NONE);
      photo
          .metadata()
          .xmp()
          .ifPresent(
              packet ->
                  assertThat(new String(packet.array(), StandardCharsets.UTF_8))
                      .doesNotContain("the secret"));
    }
  }
}
