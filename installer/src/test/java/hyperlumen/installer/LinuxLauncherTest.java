package hyperlumen.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the installed program's script gives to the virtual machine; here a script stands for it.
 */
@EnabledOnOs(OS.LINUX)
class LinuxLauncherTest {

  private static final Path TEMPLATE =
      Path.of(System.getProperty("hyperlumen.root"), "installer/resources/launcher");

  @TempDir private Path folder;
  private Path launcher;

  @BeforeEach
  void install() throws Exception {
    Path image = folder.resolve("a folder");
    Path java = image.resolve("lib/runtime/bin/java");
    Files.createDirectories(java.getParent());
    Files.createDirectories(image.resolve("bin"));
    Files.writeString(java, "#!/bin/sh\nfor a in \"$@\"; do echo \"$a\"; done\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    launcher = Files.createFile(image.resolve("bin/hyperlumen"));
    LinuxLauncher.replace(
        TEMPLATE,
        image,
        List.of(
            "[Application]",
            "app.classpath=$APPDIR/one.jar",
            "app.classpath=$APPDIR/two.jar",
            "java-options=-XX:MaxRAMPercentage=40",
            "java-options=-Dsome.folder=$APPDIR/some"));
  }

  @Test
  void theHeapIsTwoThirdsOfTheBudget() throws Exception {
    assertThat(run("enhance", "a.dng", "--memory", "900")).contains("-Xmx600m");
    assertThat(run("enhance", "--memory=1500", "a.dng")).contains("-Xmx1000m");
  }

  @Test
  void theHeapIsNeverTooSmallToStart() throws Exception {
    assertThat(run("enhance", "--memory", "10")).contains("-Xmx256m");
  }

  @Test
  void withoutAReadableBudgetItIsAShareOfTheMachinesMemory() throws Exception {
    assertThat(run()).contains("-XX:MaxRAMPercentage=40");
    assertThat(run("--memory", "lots")).contains("-XX:MaxRAMPercentage=40");
    assertThat(run("--memory", "123456789")).contains("-XX:MaxRAMPercentage=40");
  }

  @Test
  void argumentsArriveAsTheyAreAndPlacesAreThoseOfTheInstallation() throws Exception {
    String app = folder.resolve("a folder/lib/app").toString();

    List<String> arguments = run("enhance", "two words.dng", "*", "");

    assertThat(arguments)
        .contains("-Dsome.folder=" + app + "/some", app + "/one.jar:" + app + "/two.jar")
        .endsWith("hyperlumen.app.Main", "enhance", "two words.dng", "*", "");
  }

  @Test
  void aSymbolicLinkLeadsToTheInstallation() throws Exception {
    String app = folder.resolve("a folder/lib/app").toString();
    launcher = Files.createSymbolicLink(folder.resolve("link"), Path.of("a folder/bin/hyperlumen"));

    assertThat(run("--version")).contains("-Dsome.folder=" + app + "/some");
  }

  private List<String> run(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return List.of(said.split("\n", -1)).subList(0, (int) said.lines().count());
  }
}
