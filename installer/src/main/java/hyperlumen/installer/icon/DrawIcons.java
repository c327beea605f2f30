package hyperlumen.installer.icon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the icons that lie in the source tree; needed again only when the drawing changes. */
public final class DrawIcons {

  private DrawIcons() {}

  /** Draws into the checkout at the one argument, or at the current folder. */
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments.length > 0 ? arguments[0] : "");
    Path window = root.resolve("ui/src/main/resources/hyperlumen/ui");
    Path installer = Files.createDirectories(root.resolve("installer/resources"));
    for (int side : IconFiles.SIDES) {
      byte[] png = IconFiles.png(IconArt.paint(side));
      Files.write(window.resolve("icon-" + side + ".png"), png);
    }
    Files.write(installer.resolve("hyperlumen.ico"), IconFiles.ico(IconArt::paint));
    Files.write(installer.resolve("hyperlumen.icns"), IconFiles.icns(IconArt::paint));
  }
}
