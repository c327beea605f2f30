package hyperlumen.installer;

import hyperlumen.app.Main;
import hyperlumen.installer.icon.IconFiles;
import hyperlumen.write.FolderTree;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import picocli.AutoComplete;
import picocli.CommandLine;

/**
 * The files of a Linux package where they are installed: the image in /opt, and in /usr what
 * desktops and shells look for. jpackage puts files only into /opt, which is why it does not build
 * these packages.
 */
final class LinuxTree {

  private static final String ID = "org.hyperlumen.Hyperlumen";

  private final Build build;
  private final Path image;

  LinuxTree(Build build, Path image) {
    this.build = build;
    this.image = image;
  }

  /** Writes the tree into an empty folder. */
  void write(Path tree) throws IOException {
    FolderTree.delete(tree);
    ApplicationFiles.copy(
        image, Files.createDirectories(tree.resolve("opt")).resolve("hyperlumen"));
    Path share = tree.resolve("usr/share");
    Path programs = Files.createDirectories(tree.resolve("usr/bin"));
    Files.createSymbolicLink(
        programs.resolve("hyperlumen"), Path.of("../../opt/hyperlumen/bin/hyperlumen"));
    put(share.resolve("applications/" + ID + ".desktop"), resource(ID + ".desktop"));
    String metadata =
        new String(resource(ID + ".metainfo.xml"), java.nio.charset.StandardCharsets.UTF_8);
    put(
        share.resolve("metainfo/" + ID + ".metainfo.xml"),
        utf8(metadata.replace("@VERSION@", build.version())));
    put(share.resolve("mime/packages/hyperlumen.xml"), resource("hyperlumen-mime.xml"));
    for (int side : IconFiles.SIDES) {
      put(
          share.resolve("icons/hicolor/" + side + "x" + side + "/apps/" + ID + ".png"),
          Files.readAllBytes(
              build.root().resolve("ui/src/main/resources/hyperlumen/ui/icon-" + side + ".png")));
    }
    CommandLine line = Main.commandLine();
    String page = ManPage.of(line, build.version());
    Path man = share.resolve("man/man1/hyperlumen.1.gz");
    Files.createDirectories(man.getParent());
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(man))) {
      out.write(utf8(page));
    }
    String completion = AutoComplete.bash("hyperlumen", line);
    put(share.resolve("bash-completion/completions/hyperlumen"), utf8(completion));
    Path documents = share.resolve("doc/hyperlumen");
    put(documents.resolve("copyright"), Files.readAllBytes(build.root().resolve("LICENSE")));
    put(
        documents.resolve("THIRD-PARTY.txt"),
        Files.readAllBytes(image.resolve("lib/app/licences/THIRD-PARTY.txt")));
    put(
        documents.resolve("changelog.md"),
        Files.readAllBytes(build.root().resolve("CHANGELOG.md")));
  }

  private byte[] resource(String name) throws IOException {
    return Files.readAllBytes(build.resource(name));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static void put(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }
}
