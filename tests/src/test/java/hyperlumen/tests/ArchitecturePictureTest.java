package hyperlumen.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The picture in docs/architecture.md shows the packages of what is shipped, with an arrow from
 * each to those it uses; an arrow that follows from two others is left out.
 */
class ArchitecturePictureTest {

  private static final String ROOT = "hyperlumen.";

  private static Map<String, SortedSet<String>> uses;
  private static String document;

  @BeforeAll
  static void readCodeAndDocument() throws Exception {
    JavaClasses classes =
        new ClassFileImporter()
            .importLocations(new ArchitectureTest.Modules().get(ArchitecturePictureTest.class));
    uses = new TreeMap<>();
    for (JavaClass one : classes) {
      if (!packageOf(one).equals("training")) {
        SortedSet<String> used = uses.computeIfAbsent(packageOf(one), p -> new TreeSet<>());
        for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
          JavaClass target = dependency.getTargetClass().getBaseComponentType();
          if (target.getPackageName().startsWith(ROOT)
              && !packageOf(target).equals(packageOf(one))) {
            used.add(packageOf(target));
          }
        }
      }
    }
    Path file = Program.ROOT.resolve("docs/architecture.md");
    document = Files.readString(file).replace("\r\n", "\n");
  }

  @Test
  void thePictureShowsThePackagesAndArrowsOfTheCode() {
    assertThat(document).as("copy this picture into docs/architecture.md").contains(picture());
  }

  @Test
  void everyPackageIsExplained() {
    for (String name : uses.keySet()) {
      assertThat(document).containsPattern("(hyperlumen)?\\." + name + "\\b|`" + name + "`");
    }
  }

  @Test
  void thePictureLeavesOutWhatFollowsFromOtherArrows() {
    assertThat(uses.get("app")).as("used directly").contains("enhance");
    assertThat(uses.get("ui")).as("used directly, too").contains("enhance");
    assertThat(picture()).contains("app --> ui").doesNotContain("app --> enhance");
  }

  private static String picture() {
    StringBuilder text = new StringBuilder("```mermaid\ngraph TD\n");
    uses.forEach(
        (from, all) ->
            all.stream()
                .filter(to -> all.stream().noneMatch(via -> !via.equals(to) && reaches(via, to)))
                .forEach(to -> text.append("  " + from + " --> " + to + "\n")));
    return text.append("```\n").toString();
  }

  private static boolean reaches(String from, String to) {
    return uses.getOrDefault(from, new TreeSet<>()).stream()
        .anyMatch(next -> next.equals(to) || reaches(next, to));
  }

  private static String packageOf(JavaClass one) {
    return one.getPackageName().substring(ROOT.length()).replaceFirst("\\..*", "");
  }
}
