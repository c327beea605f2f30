package hyperlumen.training.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import picocli.CommandLine;

class DoubleDescentTest {

  @TempDir private Path folder;

  private static final List<DescentPoint> POINTS =
      List.of(
          new DescentPoint("isp:n=8,e=8,h=1", 12_345, 0.025, 500, 60, 0.125, 0.25),
          new DescentPoint("isp:n=8,e=8,h=64", 250_000, 0.025, 500, 61, 0.0625, 0.1875),
          new DescentPoint("isp-plain:n=48", 110_000, 0.35, 400, 60, 0.125, 0.15625));

  @Test
  void theTableIsReadAsItWasWritten() throws IOException {
    Path csv = folder.resolve("a.csv");
    DescentPoint.write(POINTS, csv);
    assertThat(DescentPoint.read(csv)).isEqualTo(POINTS);
  }

  @Test
  void anotherTableIsRefused() throws IOException {
    Path csv = Files.writeString(folder.resolve("b.csv"), "x,y\n1,2\n");
    assertThatThrownBy(() -> DescentPoint.read(csv))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("b.csv");
  }

  @Test
  void thePlotHasEveryPointTwiceLowerErrorsLower() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    Document svg =
        factory
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(DescentPlot.of(POINTS))));
    assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(6);
    double first = height(svg, 0);
    double second = height(svg, 1);
    // Downwards is positive in SVG.
    assertThat(second).isGreaterThan(first);
  }

  @Test
  void aRunGoesOnWhereItStoppedAndCostsAsMuchWhateverItsHiddenLayers() throws IOException {
    Files.createDirectories(folder.resolve("photos"));
    // One photo in twenty is held out, the eleventh first.
    for (int i = 0; i < 11; i++) {
      BufferedImage picture = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
      SplittableRandom random = new SplittableRandom(i);
      int[] colours = random.ints(25, 0, 1 << 24).toArray();
      for (int y = 0; y < 400; y++) {
        for (int x = 0; x < 400; x++) {
          picture.setRGB(x, y, colours[y / 80 * 5 + x / 80]);
        }
      }
      String name = String.format(Locale.ROOT, "photos/p%02d.png", i);
      ImageIO.write(picture, "png", folder.resolve(name).toFile());
    }
    assertThat(run("2", "1,4")).extracting(DescentPoint::steps).containsExactly(2, 2, 2);
    List<DescentPoint> points = run("3", "1,4");
    assertThat(points).extracting(DescentPoint::steps).containsExactly(3, 3, 3);
    assertThat(points.get(1).parameters()).isGreaterThan(points.get(0).parameters());
    assertThat(points.get(1).teraflop()).isEqualTo(points.get(0).teraflop());
    assertThat(points).allSatisfy(p -> assertThat(p.testError()).isBetween(0.0, 1.0));
    assertThat(folder.resolve("r.svg")).exists();
  }

  private List<DescentPoint> run(String steps, String hidden) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--photos", folder.resolve("photos") + ""));
    arguments.addAll(List.of("--cache", folder.resolve("cache") + ""));
    arguments.addAll(List.of("--work", folder.resolve("runs") + ""));
    arguments.addAll(List.of("--csv", folder.resolve("r.csv") + "", "--minutes", "0"));
    arguments.addAll(List.of("--steps", steps, "--hidden", hidden, "--widths", "8"));
    arguments.addAll(List.of("--patches", "2", "--test", "1", "--batch", "1", "--side", "176"));
    int code =
        new CommandLine(new DoubleDescentCommand()).execute(arguments.toArray(String[]::new));
    assertThat(code).isZero();
    return DescentPoint.read(folder.resolve("r.csv"));
  }

  private static double height(Document svg, int circle) {
    return Double.parseDouble(
        svg.getElementsByTagName("circle")
            .item(circle)
            .getAttributes()
            .getNamedItem("cy")
            .getNodeValue());
  }
}
