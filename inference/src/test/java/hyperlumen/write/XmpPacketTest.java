package hyperlumen.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import hyperlumen.photo.Orientation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What of a source's XMP packet is no longer true goes, everything else stays. */
class XmpPacketTest {

  private static String updated(String packet) {
    byte[] bytes = XmpPacket.updated(packet.getBytes(StandardCharsets.UTF_8), Orientation.NORMAL);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Test
  void settingsOfCameraRawGoAsAttributesAndAsElements() {
    String packet =
        """
        <rdf:Description xmlns:crs="http://ns.adobe.com/camera-raw-settings/1.0/" \
        crs:Temperature="5200" crs:LuminanceSmoothing='25' xmp:Rating="4">
        <crs:ToneCurve>
         <rdf:Seq><rdf:li>0, 0</rdf:li></rdf:Seq>
        </crs:ToneCurve><crs:Empty/><dc:title>Zo\u00eb</dc:title>
        </rdf:Description>""";

    assertThat(updated(packet))
        .isEqualTo(
            """
            <rdf:Description xmlns:crs="http://ns.adobe.com/camera-raw-settings/1.0/" \
            xmp:Rating="4">
            <dc:title>Zo\u00eb</dc:title>
            </rdf:Description>""");
  }

  @Test
  void anElementThatIsNotClosedLeavesThePacketAsItIs() {
    assertThat(updated("<a><crs:Look>never closed</a>")).isEqualTo("<a><crs:Look>never closed</a>");
    assertThat(updated("<a><crs:Look")).isEqualTo("<a><crs:Look");
  }

  @Test
  void theOrientationIsTheOutputs() {
    assertThat(updated("<a tiff:Orientation=\"6\"/><tiff:Orientation>8</tiff:Orientation>"))
        .isEqualTo("<a tiff:Orientation=\"1\"/><tiff:Orientation>1</tiff:Orientation>");
  }

  @Test
  void aHostilePacketTakesNoLongerThanItsLength() {
    String blanks = " ".repeat(2_000_000) + " crs:a=\"".repeat(100_000) + "<crs:x>".repeat(100_000);
    assertTimeoutPreemptively(Duration.ofSeconds(30), () -> updated(blanks));
  }
}
