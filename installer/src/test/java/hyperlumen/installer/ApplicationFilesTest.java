package hyperlumen.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken out of jars, and that the same content gives the same bytes. */
class ApplicationFilesTest {

  private static final Platform LINUX = Platform.of("Linux", "amd64");

  @TempDir private Path folder;

  @Test
  void onlyThisPlatformsNativesAreKeptAndTheyLieOutsideTheJars() throws Exception {
    Path jar =
        jar(
            "onnxruntime-1.jar",
            "ai/onnxruntime/OnnxTensor.class",
            "ai/onnxruntime/native/linux-x64/libonnxruntime.so",
            "ai/onnxruntime/native/osx-aarch64/libonnxruntime.dylib",
            "ai/onnxruntime/native/osx-aarch64/libonnxruntime.dylib.dSYM/Contents/Info.plist",
            "ai/onnxruntime/native/win-x64/onnxruntime.dll");

    ApplicationFiles files = new ApplicationFiles(LINUX, folder.resolve("work"));
    files.collect(List.of(jar));

    assertThat(names(files.jars().resolve("onnxruntime-1.jar")))
        .containsExactly("META-INF/MANIFEST.MF", "ai/onnxruntime/OnnxTensor.class");
    assertThat(files.jars().resolve("native")).isDirectoryContaining("glob:**/libonnxruntime.so");
    assertThat(files.jars().resolve("native").toFile().list()).hasSize(1);
  }

  @Test
  void classesNextToNativesStay() throws Exception {
    Path jar =
        jar(
            "jna-5.jar",
            "com/sun/jna/Native.class",
            "com/sun/jna/linux-x86-64/libjnidispatch.so",
            "com/sun/jna/aix-ppc/libjnidispatch.a");

    ApplicationFiles files = new ApplicationFiles(LINUX, folder.resolve("work"));
    files.collect(List.of(jar));

    assertThat(names(files.jars().resolve("jna-5.jar")))
        .containsExactly("META-INF/MANIFEST.MF", "com/sun/jna/Native.class");
    assertThat(files.jars().resolve("native").toFile().list()).containsExactly("libjnidispatch.so");
  }

  @Test
  void javaFxGoesIntoTheRuntimeWithoutItsEmptyJars() throws Exception {
    Path empty = jar("javafx-graphics-26.0.2.jar", "META-INF/MANIFEST.MF");
    Path module = jar("javafx-graphics-26.0.2-linux.jar", "module-info.class", "libglass.so");

    ApplicationFiles files = new ApplicationFiles(LINUX, folder.resolve("work"));
    files.collect(List.of(empty, module));

    assertThat(files.modules().toFile().list()).containsExactly("javafx-graphics-26.0.2-linux.jar");
    assertThat(files.moduleNatives().toFile().list()).containsExactly("libglass.so");
    assertThat(files.jars().toFile().list()).containsExactly("native");
  }

  @Test
  void theBytesOfAJarDoNotDependOnDatesOrOrder() throws Exception {
    Path first = classes("first", List.of("B.class", "A.class"), 1_000_000_000_000L);
    Path second = classes("second", List.of("A.class", "B.class"), 1_700_000_000_000L);

    byte[] one = jarOf(first, "one");
    byte[] two = jarOf(second, "two");

    assertThat(one).isEqualTo(two).isNotEmpty();
  }

  @Test
  void testClassesAreRefused() throws Exception {
    Path tests = Files.createDirectories(folder.resolve("module/target/test-classes"));
    ApplicationFiles files = new ApplicationFiles(LINUX, folder.resolve("work"));

    assertThatThrownBy(() -> files.collect(List.of(tests)))
        .isInstanceOf(BuildException.class)
        .hasMessageContaining("does not belong into a package");
  }

  private byte[] jarOf(Path classes, String work) throws Exception {
    ApplicationFiles files = new ApplicationFiles(LINUX, folder.resolve(work));
    files.collect(List.of(classes));
    return Files.readAllBytes(files.jars().resolve("hyperlumen-module.jar"));
  }

  private Path classes(String parent, List<String> names, long date) throws Exception {
    Path classes = folder.resolve(parent).resolve("module/target/classes");
    Files.createDirectories(classes);
    for (String name : names) {
      Path file = Files.writeString(classes.resolve(name), name);
      Files.setLastModifiedTime(file, FileTime.fromMillis(date));
    }
    return classes;
  }

  private Path jar(String name, String... entries) throws Exception {
    Path file = folder.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(
            entry.endsWith(".MF")
                ? "Manifest-Version: 1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII)
                : entry.getBytes(StandardCharsets.US_ASCII));
        zip.closeEntry();
      }
    }
    return file;
  }

  private static List<String> names(Path jar) throws Exception {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return Collections.list(zip.entries()).stream().map(ZipEntry::getName).toList();
    }
  }
}
