package hyperlumen.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTreeTest {

  @TempDir Path folder;

  @Test
  void everythingInItGoesButNotWhatALinkLeadsTo() throws Exception {
    Path kept = Files.createDirectory(folder.resolve("kept"));
    Files.writeString(kept.resolve("precious"), "1");
    Path tree = Files.createDirectories(folder.resolve("tree/below/empty")).getParent().getParent();
    Files.writeString(tree.resolve("below/file"), "2");
    Files.createSymbolicLink(tree.resolve("link"), kept);

    FolderTree.delete(tree);

    assertThat(tree).doesNotExist();
    assertThat(kept.resolve("precious")).hasContent("1");
    assertThatCode(() -> FolderTree.delete(tree)).doesNotThrowAnyException();
  }
}
