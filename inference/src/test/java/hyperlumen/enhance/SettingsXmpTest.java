package hyperlumen.enhance;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.colour.WhiteBalanceSetting;
import hyperlumen.model.Model;
import hyperlumen.model.ModelCard;
import hyperlumen.model.ModelStore;
import hyperlumen.photo.Bytes;
import hyperlumen.photo.CameraColour;
import hyperlumen.photo.IntegerSamples.Samples16;
import hyperlumen.photo.IntegerSamples.Samples8;
import hyperlumen.photo.Levels;
import hyperlumen.photo.LinearPhoto;
import hyperlumen.photo.Metadata;
import hyperlumen.photo.Orientation;
import hyperlumen.photo.Photo;
import hyperlumen.photo.Region;
import hyperlumen.photo.RgbPhoto;
import hyperlumen.photo.Size;
import hyperlumen.write.Provenance;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A picture's XMP says what it was made with, once, and stays well-formed. */
class SettingsXmpTest {

  private static final String NAMESPACE = "urn:hyperlumen:settings/1.0/";
  private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  private static final Optional<Provenance> NOWHERE = Optional.empty();
  private static final Provenance FROM =
      new Provenance("0a1b", "{\"look\":\"a<b&c ü\",\"tile\":416}");

  private static Metadata metadata(Optional<Bytes> xmp) {
    return new Metadata(List.of(), xmp, Optional.empty(), Orientation.NORMAL);
  }

  private static Photo picture(Optional<Bytes> xmp) {
    return new RgbPhoto(
        Path.of("a.png"),
        new Samples8(new Size(1, 1), 3, new byte[3]),
        Optional.empty(),
        RgbPhoto.Format.PNG,
        "Deflate",
        metadata(xmp));
  }

  private static Photo developed() {
    double[] ones = {1, 1, 1};
    return new LinearPhoto(
        Path.of("a.dng"),
        new Samples16(new Size(1, 1), 3, new short[3]),
        Levels.of(0, 65535),
        new CameraColour(List.of(), ones, ones, 0),
        new Region(0, 0, 1, 1),
        "uncompressed",
        metadata(Optional.empty()));
  }

  private static Model model() throws Exception {
    Path root = Path.of(System.getProperty("hyperlumen.root", ".."));
    ModelStore store = ModelStore.open(root.resolve("assets/models"));
    return store.get(store.defaultFor(ModelCard.Task.DENOISE).orElseThrow());
  }

  private static Element settings(Bytes packet) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    NodeList all =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(packet.array()))
            .getElementsByTagNameNS(RDF, "Description");
    Element found = null;
    for (int i = 0; i < all.getLength(); i++) {
      if (((Element) all.item(i)).hasAttributeNS(NAMESPACE, "Model")) {
        assertThat(found).as("settings said twice").isNull();
        found = (Element) all.item(i);
      }
    }
    return found;
  }

  @Test
  void aPhotoWithoutAPacketGetsOneWithEverySetting() throws Exception {
    EnhanceOptions options =
        EnhanceOptions.defaults()
            .withStrength(0.75)
            .withRendering(
                EnhanceOptions.defaults()
                    .rendering()
                    .withExposure(-0.5)
                    .withWhiteBalance(WhiteBalanceSetting.parse("5200,10")));

    Element found =
        settings(SettingsXmp.packet(developed(), model(), options, NOWHERE).orElseThrow());

    assertThat(found.getAttributeNS(NAMESPACE, "Model")).isEqualTo(model().id());
    assertThat(found.getAttributeNS(NAMESPACE, "ModelSha256")).isEqualTo(model().sha256());
    assertThat(found.getAttributeNS(NAMESPACE, "Strength")).isEqualTo("0.75");
    assertThat(found.getAttributeNS(NAMESPACE, "WhiteBalance")).isEqualTo("5200,10");
    assertThat(found.getAttributeNS(NAMESPACE, "Exposure")).isEqualTo("-0.5");
    assertThat(found.getAttributeNS(NAMESPACE, "Look")).isEqualTo("standard");
  }

  @Test
  void aSecondRunReplacesWhatTheFirstSaid() throws Exception {
    EnhanceOptions options = EnhanceOptions.defaults();
    Optional<Bytes> first =
        SettingsXmp.packet(picture(Optional.empty()), model(), options.withStrength(0.25), NOWHERE);
    Bytes second = SettingsXmp.packet(picture(first), model(), options, NOWHERE).orElseThrow();

    assertThat(settings(second).getAttributeNS(NAMESPACE, "Strength")).isEqualTo("1.0");
    assertThat(settings(second).hasAttributeNS(NAMESPACE, "WhiteBalance")).isFalse();
  }

  @Test
  void whatIsNoPacketStaysAsItIs() throws Exception {
    Bytes broken = new Bytes("<x:xmpmeta>".getBytes(StandardCharsets.UTF_8));
    assertThat(
            SettingsXmp.packet(
                picture(Optional.of(broken)), model(), EnhanceOptions.defaults(), NOWHERE))
        .contains(broken);
  }

  @Test
  void theSourceStandsInTheSameEntryAsTheSettings() throws Exception {
    EnhanceOptions options = EnhanceOptions.defaults();
    Element found =
        settings(
            SettingsXmp.packet(developed(), model(), options, Optional.of(FROM)).orElseThrow());

    assertThat(found.getAttributeNS(NAMESPACE, "SourceSha256")).isEqualTo("0a1b");
    assertThat(found.getAttributeNS(NAMESPACE, "Settings")).isEqualTo(FROM.settings());
    assertThat(found.getAttributeNS(NAMESPACE, "Look")).isEqualTo("standard");
  }

  @Test
  void aForeignPacketKeepsWhatItSaysUnderItsOwnPrefixes() throws Exception {
    String xmp =
        "<x:xmpmeta xmlns:x='adobe:ns:meta/'><r:RDF xmlns:r='"
            + RDF
            + "'><r:Description r:about='' xmlns:dc='http://purl.org/dc/elements/1.1/'"
            + " dc:title='Über Köln'/></r:RDF></x:xmpmeta>";
    Bytes packet =
        SettingsXmp.packet(
                picture(Optional.of(new Bytes(xmp.getBytes(StandardCharsets.UTF_8)))),
                model(),
                EnhanceOptions.defaults(),
                Optional.of(FROM))
            .orElseThrow();

    assertThat(settings(packet).getAttributeNS(NAMESPACE, "SourceSha256")).isEqualTo("0a1b");
    assertThat(new String(packet.array(), StandardCharsets.UTF_8)).contains("dc:title='Über Köln'");
  }

  @Test
  void theSecondEntryOfVersionOneTenthIsLeftOut() throws Exception {
    String xmp =
        "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='"
            + RDF
            + "'><rdf:Description rdf:about=\"\""
            + " xmlns:hl=\"http://hyperlumen.org/ns/provenance/1.0/\"\n hl:Model=\"old\"/>"
            + "</rdf:RDF></x:xmpmeta>";
    Bytes packet =
        SettingsXmp.packet(
                picture(Optional.of(new Bytes(xmp.getBytes(StandardCharsets.UTF_8)))),
                model(),
                EnhanceOptions.defaults(),
                NOWHERE)
            .orElseThrow();

    assertThat(new String(packet.array(), StandardCharsets.UTF_8)).doesNotContain("hl:");
    assertThat(settings(packet).getAttributeNS(NAMESPACE, "Model")).isEqualTo(model().id());
  }
}
