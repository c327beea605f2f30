package hyperlumen.tests.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

/** Files made to do harm: bombs, XML that asks for other files. */
class HostileFilesTest {

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
