package hyperlumen.ui.service;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.photo.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small picture is made once, and again when its photo has changed. */
final class ThumbnailCacheTest {

  @TempDir Path folder;

  @Test
  void keepsThePictureUntilThePhotoChanges() throws IOException {
    Path photo = Files.writeString(folder.resolve("a.dng"), "photo");
    ThumbnailCache cache = new ThumbnailCache(folder.resolve("cache"));
    assertThat(cache.find(photo, 160)).isEmpty();
    int[] pixels = {0xff102030, 0xff405060, 0xff708090, 0xffa0b0c0, 0xffffffff, 0xff000000};
    cache.keep(photo, 160, new Thumbnail(new Size(3, 2), pixels));

    Thumbnail found = new ThumbnailCache(folder.resolve("cache")).find(photo, 160).orElseThrow();
    assertThat(found.size()).isEqualTo(new Size(3, 2));
    assertThat(found.argb()).containsExactly(pixels);
    assertThat(cache.find(photo, 80)).isEmpty();

    Files.setLastModifiedTime(photo, FileTime.fromMillis(1_000_000));
    assertThat(cache.find(photo, 160)).isEmpty();
  }

  @Test
  void whatIsDamagedIsMadeAgain() throws IOException {
    Path photo = Files.writeString(folder.resolve("a.dng"), "photo");
    ThumbnailCache cache = new ThumbnailCache(folder.resolve("cache"));
    cache.keep(photo, 160, new Thumbnail(new Size(1, 1), new int[] {0xff123456}));
    try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
      for (Path file : files.toList()) {
        Files.writeString(file, "no picture");
      }
    }
    assertThat(cache.find(photo, 160)).isEmpty();
    assertThat(cache.find(folder.resolve("gone.dng"), 160)).isEmpty();
  }
}
