package hyperlumen.ui.studio;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javax.imageio.ImageIO;
import org.testfx.util.WaitForAsyncUtils;

/** Writes what a node looks like to {@code target/screenshots}, for people to look at. */
final class Screenshots {

  private Screenshots() {}

  static void take(Node node, String name) {
    // The viewer paints in the background; a picture without its pixels shows nothing.
    WaitForAsyncUtils.sleep(400, TimeUnit.MILLISECONDS);
    WaitForAsyncUtils.waitForFxEvents();
    BufferedImage image =
        WaitForAsyncUtils.waitForAsyncFx(
            20_000, () -> SwingFXUtils.fromFXImage(node.snapshot(null, null), null));
    Path file = Path.of("target", "screenshots", name + ".png");
    try {
      Files.createDirectories(file.getParent());
      ImageIO.write(image, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
