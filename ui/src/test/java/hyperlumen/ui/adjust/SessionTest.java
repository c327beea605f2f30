package hyperlumen.ui.adjust;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.colour.RenderingSettings;
import hyperlumen.enhance.Strength;
import hyperlumen.ui.service.Adjustments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was open comes back after a crash with what was set. */
final class SessionTest {

  @TempDir Path folder;

  @Test
  void aCrashIsToldFromAnEnd() throws IOException {
    Path photo = Files.writeString(folder.resolve("with\u00fcml.dng"), "");
    Adjustments set =
        Adjustments.DEFAULT
            .withRendering(RenderingSettings.DEFAULT.withExposure(.5))
            .withStrength(new Strength(1, .25));
    Session now = new Session(folder.resolve("x/session.txt"), Runnable::run);
    assertThat(now.hasCrashed()).isFalse();
    now.keep(Map.of(photo, set, folder.resolve("gone.dng"), Adjustments.DEFAULT));

    Session later = new Session(folder.resolve("x/session.txt"), Runnable::run);
    assertThat(later.hasCrashed()).isTrue();
    assertThat(later.last()).containsOnly(Map.entry(photo, set));

    later.end(later.last());
    Session orderly = new Session(folder.resolve("x/session.txt"), Runnable::run);
    assertThat(orderly.hasCrashed()).isFalse();
    assertThat(orderly.last()).containsOnlyKeys(photo);
  }

  @Test
  void whatIsKeptTooLateDoesNotUndoTheEnd() {
    List<Runnable> waiting = new ArrayList<>();
    Path file = folder.resolve("session.txt");
    Session session = new Session(file, waiting::add);
    session.keep(Map.of());
    assertThat(file).doesNotExist();

    session.end(Map.of());
    waiting.forEach(Runnable::run);

    assertThat(new Session(file, Runnable::run).hasCrashed()).isFalse();
  }

  @Test
  void linesThatCannotBeReadAreLeftOut() throws IOException {
    Path photo = Files.writeString(folder.resolve("a.png"), "");
    Path file = folder.resolve("session.txt");
    Files.write(
        file, List.of("running", "exposure=500\t" + photo, "x", "\t", "exposure=1\t\0", "\t\t"));
    assertThat(new Session(file, Runnable::run).last()).isEmpty();
    Files.write(file, List.of());
    assertThat(new Session(file, Runnable::run).hasCrashed()).isFalse();
  }
}
