package hyperlumen.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

final class ScatterSvgTest {

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void thePictureIsXmlWithACircleAndALabelPerPoint() throws Exception {
    ScatterChart chart =
        new ScatterChart(
            "Time, s",
            "PSNR, dB",
            List.of(
                new ChartPoint("a", "fast & <small>", 5, 30),
                new ChartPoint("b", "b\u0007", 10, 31)));
    Document svg = parse(ScatterSvg.of(chart, 800, 500, Locale.GERMAN));
    assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(2);
    assertThat(svg.getDocumentElement().getTextContent())
        .contains("fast & <small>", "PSNR, dB", "Time, s");
    // Coordinates have a point whatever the language.
    assertThat(
            svg.getElementsByTagName("circle")
                .item(0)
                .getAttributes()
                .getNamedItem("cx")
                .getNodeValue())
        .matches("\\d+\\.\\d");
  }

  @Test
  void aChartWithoutPointsHasItsAxesOnly() throws Exception {
    Document svg =
        parse(ScatterSvg.of(new ScatterChart("x", "y", List.of()), 800, 500, Locale.ENGLISH));
    assertThat(svg.getElementsByTagName("line").getLength()).isEqualTo(2);
    assertThat(svg.getElementsByTagName("circle").getLength()).isZero();
  }
}
