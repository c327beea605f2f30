package hyperlumen.tests;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.LocationProvider;
import com.tngtech.archunit.lang.ArchRule;
import java.awt.Image;
import java.awt.Point;
import java.awt.Rectangle;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The rules of the layout. They hold for the modules that are shipped and, where it has been built,
 * for training.
 */
@AnalyzeClasses(locations = ArchitectureTest.Modules.class)
class ArchitectureTest {

  /** Main classes of every module. */
  static final class Modules implements LocationProvider {
    @Override
    public Set<Location> get(Class<?> testClass) {
      Set<Location> locations = new LinkedHashSet<>();
      for (Class<?> one :
          Set.of(
              hyperlumen.app.Main.class,
              hyperlumen.ui.service.EnhanceService.class,
              hyperlumen.photo.Photo.class)) {
        URL place = one.getProtectionDomain().getCodeSource().getLocation();
        locations.add(Location.of(place));
      }
      Path training = Program.ROOT.resolve("training/target/classes");
      if (Files.isDirectory(training)) {
        locations.add(Location.of(training));
      }
      return locations;
    }
  }

  /** Who may use whom: every layer only what is below it. */
  @ArchTest
  static final ArchRule layersUseOnlyWhatIsBelowThem =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("hyperlumen..")
          .withOptionalLayers(true)
          .layer("values")
          .definedBy("hyperlumen.photo..", "hyperlumen.progress..")
          .layer("mathematics")
          .definedBy(
              "hyperlumen.network..",
              "hyperlumen.noise..",
              "hyperlumen.metric..",
              "hyperlumen.colour..",
              "hyperlumen.develop..")
          .layer("files")
          .definedBy("hyperlumen.read..", "hyperlumen.write..", "hyperlumen.model..")
          .layer("runtime")
          .definedBy("hyperlumen.runtime..")
          .layer("enhance")
          .definedBy("hyperlumen.enhance..", "hyperlumen.adopt..")
          .layer("batch")
          .definedBy("hyperlumen.batch..")
          .layer("window")
          .definedBy("hyperlumen.ui..")
          .layer("program")
          .definedBy("hyperlumen.app..")
          .layer("training")
          .definedBy("hyperlumen.training..")
          .whereLayer("values")
          .mayNotAccessAnyLayer()
          .whereLayer("mathematics")
          .mayOnlyAccessLayers("values")
          .whereLayer("files")
          .mayOnlyAccessLayers("values", "mathematics")
          .whereLayer("runtime")
          .mayOnlyAccessLayers("values", "mathematics", "files")
          .whereLayer("enhance")
          .mayOnlyAccessLayers("values", "mathematics", "files", "runtime")
          .whereLayer("batch")
          .mayOnlyAccessLayers("values", "mathematics", "files", "runtime", "enhance")
          .whereLayer("window")
          .mayOnlyAccessLayers("values", "mathematics", "files", "runtime", "enhance", "batch")
          .whereLayer("program")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("training")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("training")
          .mayOnlyAccessLayers("values", "mathematics", "files", "runtime", "enhance");

  @ArchTest
  static final ArchRule packagesFormNoCycle =
      slices().matching("hyperlumen.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyTheWindowKnowsJavaFx =
      noClasses()
          .that()
          .resideOutsideOfPackage("hyperlumen.ui..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp..");

  @ArchTest
  static final ArchRule onlyTrainingKnowsPyTorch =
      noClasses()
          .that()
          .resideOutsideOfPackage("hyperlumen.training..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ai.djl.pytorch..", "ai.djl.training..");

  /** Point, Rectangle and Image stand in the signatures of image I/O. */
  @ArchTest
  static final ArchRule ofAwtOnlyImagesAndColours =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("java.awt..", "javax.swing..")
                  .and(not(resideInAnyPackage("java.awt.image..", "java.awt.color..")))
                  .and(not(equivalentTo(Point.class)))
                  .and(not(equivalentTo(Rectangle.class)))
                  .and(not(equivalentTo(Image.class))));

  @ArchTest
  static final ArchRule nothingOpensASocket =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.net\\.(.*Socket.*|Inet.*|Http.*|Datagram.*|http\\..*|Proxy.*)"
                  + "|java\\.nio\\.channels\\.(.*Socket.*|Datagram.*)"
                  + "|javax\\.net\\..*");

  /** The one exception reads a resource's length from the class path. */
  @ArchTest
  static final ArchRule nothingOpensAnAddress =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("hyperlumen.runtime.NativeLibraries")
          .should()
          .callMethodWhere(
              target(owner(equivalentTo(URL.class))).and(nameMatching("open.*|getContent")))
          .because("photos never leave the machine");

  @ArchTest
  static final ArchRule libraryAndWindowLeaveStandardStreamsAlone =
      noClasses()
          .that(
              resideInAPackage("hyperlumen..")
                  .and(not(resideInAnyPackage("hyperlumen.app..", "hyperlumen.training.."))))
          .should(ACCESS_STANDARD_STREAMS);

  @ArchTest
  static final ArchRule namesSayWhatAClassIs =
      noClasses().should().haveNameMatching(".*(Utils?|Helpers?|Managers?)(\\$.*)?");

  /** Without this, a wrong location would let every rule pass. */
  @ArchTest
  static void everyModuleIsLookedAt(JavaClasses classes) {
    classes.get("hyperlumen.app.Main");
    classes.get("hyperlumen.ui.service.EnhanceService");
    classes.get("hyperlumen.enhance.Enhancer");
  }
}
