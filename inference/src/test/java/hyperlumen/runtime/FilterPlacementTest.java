package hyperlumen.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.model.Model;
import hyperlumen.model.TestModels;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterPlacementTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "isp:n=8,e=8,h=16,noise=2",
        "denoise-sep:n0=8,n1=8,n2=8,e=8,h=16,noise=6",
        "vdn-hc:c=16,h1=8,h2=8,noise=6"
      })
  @DisplayName("Filters of every size, 3x3 and 1x1, can be given to the graph as well as baked in")
  void bothWaysRun(String spec) throws Exception {
    Model model = TestModels.install(folder, "tiny", spec);

    FilterPlacement rates = FilterPlacement.measure(model);

    assertThat(rates.baked()).isPositive();
    assertThat(rates.given()).isPositive();
  }
}
