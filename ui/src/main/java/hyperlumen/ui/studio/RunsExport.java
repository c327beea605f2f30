package hyperlumen.ui.studio;

import hyperlumen.photo.PhotoException;
import hyperlumen.ui.chart.ScatterPane;
import hyperlumen.ui.chart.ScatterSvg;
import hyperlumen.write.AtomicFile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;

/** Writes the runs' table and chart to files, whole or not at all. */
final class RunsExport {

  private static final int WIDTH = 800;
  private static final int HEIGHT = 500;

  /** Twice the window's pixels, for print. */
  private static final double SCALE = 2;

  private RunsExport() {}

  /** What a file of this kind would hold; on the FX thread. */
  static byte[] content(RunsPane runs, RunsPane.Export kind, Locale locale) {
    return switch (kind) {
      case CSV -> RunCsv.of(runs.rows()).getBytes(StandardCharsets.UTF_8);
      case SVG ->
          ScatterSvg.of(runs.chart(), WIDTH, HEIGHT, locale).getBytes(StandardCharsets.UTF_8);
      case PNG -> png(runs.chartPane());
    };
  }

  private static byte[] png(ScatterPane chart) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(SCALE, SCALE));
    WritableImage shot = chart.snapshot(parameters, null);
    int width = (int) shot.getWidth();
    int height = (int) shot.getHeight();
    int[] argb = new int[width * height];
    shot.getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, width, height, argb, 0, width);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new IllegalStateException("memory takes every byte", e);
    }
    return bytes.toByteArray();
  }

  /** Writes {@code content} to {@code file}, replacing what was there. */
  static void write(byte[] content, Path file) throws PhotoException {
    AtomicFile.replace(file, content);
  }
}
