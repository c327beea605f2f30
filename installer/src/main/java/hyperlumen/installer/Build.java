package hyperlumen.installer;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What every step of a build needs to know.
 *
 * @param root the checkout
 * @param platform for which system
 * @param version semantic version, such as "0.1.0"
 * @param commit short hash, or "unknown"
 * @param target folder that receives the packages
 */
record Build(Path root, Platform platform, String version, String commit, Path target) {

  /** Linux programs are named in small letters, those of the others as they are shown. */
  String applicationName() {
    return platform.system() == Platform.OperatingSystem.LINUX ? "hyperlumen" : "Hyperlumen";
  }

  /** What is shipped, as the build has listed it in the form of CycloneDX. */
  Path billOfMaterials() throws BuildException {
    Path bom = root.resolve("app/target/bom.json");
    if (!Files.exists(bom)) {
      throw new BuildException(bom + " is missing; build with ./hyperlumen package");
    }
    return bom;
  }

  /** A file of installer/resources. */
  Path resource(String name) {
    return root.resolve("installer/resources").resolve(name).normalize();
  }
}
