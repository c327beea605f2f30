package hyperlumen.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The installers of Windows (msi) and macOS (dmg, pkg), which jpackage builds on these systems. */
final class DesktopInstaller {

  /** Constant for ever: Windows replaces an older version by it. */
  private static final String UPGRADE_CODE = "6f4d1c5e-0c5b-4d52-9c0a-4c1f3f7a9d21";

  private final Build build;
  private final Path image;

  DesktopInstaller(Build build, Path image) {
    this.build = build;
    this.image = image;
  }

  /** Builds one and returns it. */
  Path build(String type) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Tool.ofJdk("jpackage"),
                "--type",
                type,
                "--name",
                build.applicationName(),
                "--app-version",
                build.version(),
                "--vendor",
                "Hyperlumen",
                "--app-image",
                image.toString(),
                "--license-file",
                build.root().resolve("LICENSE").toString(),
                "--dest",
                build.target().toString()));
    if (build.platform().isWindows()) {
      command.addAll(
          List.of(
              "--file-associations",
              build.resource("raw-photo.properties").toString(),
              "--win-upgrade-uuid",
              UPGRADE_CODE,
              "--win-menu",
              "--win-menu-group",
              "Hyperlumen",
              "--win-shortcut-prompt",
              "--win-dir-chooser",
              "--win-per-user-install"));
    }
    Tool.run(command);
    try (Stream<Path> files = Files.list(build.target())) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("." + type))
          .findFirst()
          .orElseThrow(() -> new BuildException("jpackage made no ." + type));
    }
  }
}
