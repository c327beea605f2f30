package hyperlumen.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measured numbers outlive the program and survive a damaged file. */
class MachineStoreTest {

  @TempDir private Path folder;

  @Test
  void numbersAreFoundAgainUnderTheirNames() {
    Path file = folder.resolve("new").resolve("machine.properties");
    new MachineStore(file).put("peak of: a = b", 2.5e11);
    new MachineStore(file).put("other", 3);

    MachineStore later = new MachineStore(file);
    assertThat(later.get("peak of: a = b")).hasValue(2.5e11);
    assertThat(later.get("other")).hasValue(3);
    assertThat(later.get("never measured")).isEmpty();
  }

  @Test
  void whatIsNoPositiveNumberIsMeasuredAgain() throws Exception {
    Path file = Files.writeString(folder.resolve("machine.properties"), "a=fast\nb=-1\nc=\\u00\n");

    assertThat(new MachineStore(file).get("a")).isEmpty();
    assertThat(new MachineStore(file).get("b")).isEmpty();
    new MachineStore(file).put("a", 7);
    assertThat(new MachineStore(file).get("a")).hasValue(7);
  }

  /** Two threads do more than one, unless the machine has one processor or is busy. */
  @Test
  void theMachineMultipliesAtSomeSpeed() throws Exception {
    assertThat(MachinePeak.measure(1)).isBetween(1e8, 1e15);
  }
}
