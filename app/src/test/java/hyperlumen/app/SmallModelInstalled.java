package hyperlumen.app;

import hyperlumen.model.TestModels;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder of inputs, one of outputs, and a small denoiser of random weights installed. */
abstract class SmallModelInstalled {

  private static final String ASSETS = "hyperlumen.assets";

  @TempDir Path folder;
  Path in;
  Path out;
  private String assetsBefore;

  @BeforeEach
  void installModel() throws Exception {
    assetsBefore = System.getProperty(ASSETS);
    Path assets = folder.resolve("assets");
    TestModels.install(assets.resolve("models"), "denoise-fast", "denoise:n=4,e=4,h=8,noise=2");
    System.setProperty(ASSETS, assets.toString());
    in = Files.createDirectory(folder.resolve("in"));
    out = folder.resolve("out");
  }

  @AfterEach
  void restore() {
    if (assetsBefore == null) {
      System.clearProperty(ASSETS);
    } else {
      System.setProperty(ASSETS, assetsBefore);
    }
  }
}
