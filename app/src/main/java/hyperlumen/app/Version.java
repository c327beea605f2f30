package hyperlumen.app;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Version and commit of this program. */
final class Version {

  /** Set by the launcher, where the program runs from a checkout. */
  private static final String COMMIT = "hyperlumen.commit";

  private Version() {}

  /** Such as "0.1.0". */
  static String number() {
    Properties properties = new Properties();
    try (InputStream stream = Version.class.getResourceAsStream("version.properties")) {
      properties.load(stream);
    } catch (IOException e) {
      throw new IllegalStateException("the program's own version cannot be read", e);
    }
    return properties.getProperty("version");
  }

  /** Such as "4b6c4b2", or "unknown" where there is no checkout. */
  static String commit() {
    return System.getProperty(COMMIT, "unknown");
  }

  /** As it stands in files that this program writes. */
  static String software() {
    return "Hyperlumen " + number();
  }
}
