package hyperlumen.write;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.photo.Bytes;
import hyperlumen.photo.Metadata;
import hyperlumen.photo.Orientation;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What an output says of where it comes from, read with the JDK's own XML parser. */
class ProvenanceTest {

  private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  private static final Provenance OURS =
      new Provenance("0a1b", "isp-fast", "2c3d", "{\"look\":\"a<b&c\",\"tile\":416}");

  private static Metadata with(String xmp) {
    return new Metadata(
        List.of(),
        Optional.ofNullable(xmp).map(t -> new Bytes(t.getBytes(StandardCharsets.UTF_8))),
        Optional.empty(),
        Orientation.NORMAL);
  }

  private static Document parsed(Metadata metadata) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    byte[] bytes = metadata.xmp().orElseThrow().array();
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
  }

  private static String value(Document document, String name) {
    NodeList all = document.getElementsByTagNameNS(RDF, "Description");
    String found = null;
    for (int i = 0; i < all.getLength(); i++) {
      Element one = (Element) all.item(i);
      if (one.hasAttributeNS(Provenance.NAMESPACE, name)) {
        assertThat(found).as("said once").isNull();
        found = one.getAttributeNS(Provenance.NAMESPACE, name);
      }
    }
    return found;
  }

  private static void assertOurs(Document document) {
    assertThat(value(document, "SourceSHA256")).isEqualTo("0a1b");
    assertThat(value(document, "Model")).isEqualTo("isp-fast");
    assertThat(value(document, "ModelSHA256")).isEqualTo("2c3d");
    assertThat(value(document, "Settings")).isEqualTo("{\"look\":\"a<b&c\",\"tile\":416}");
  }

  @Test
  void aPictureWithoutXmpGetsAPacket() throws Exception {
    assertOurs(parsed(OURS.addedTo(with(null))));
  }

  @Test
  void aPacketKeepsWhatItSays() throws Exception {
    String xmp =
        "<x:xmpmeta xmlns:x='adobe:ns:meta/'><r:RDF xmlns:r='"
            + RDF
            + "'><r:Description r:about='' xmlns:dc='http://purl.org/dc/elements/1.1/'"
            + " dc:title='Über Köln'/></r:RDF></x:xmpmeta>";
    Metadata added = OURS.addedTo(with(xmp));
    assertOurs(parsed(added));
    String text = new String(added.xmp().orElseThrow().array(), StandardCharsets.UTF_8);
    assertThat(text).contains("dc:title='Über Köln'");
  }

  @Test
  void whatAnEarlierRunSaidIsReplaced() throws Exception {
    Metadata before = new Provenance("ff", "old", "ee", "{}").addedTo(with(null));
    assertOurs(parsed(OURS.addedTo(before)));
    assertThat(OURS.addedTo(OURS.addedTo(with(null)))).isEqualTo(OURS.addedTo(with(null)));
  }

  @Test
  void aPacketWithoutRdfIsLeftAlone() {
    assertThat(OURS.addedTo(with("no packet at all"))).isEqualTo(with("no packet at all"));
  }
}
