package hyperlumen.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Failures that are not the photo's: memory that ran out, a full disk. */
final class Obstacle {

  /** A disk with less than this left is full: no output of a photo is smaller. */
  private static final long FULL_BYTES = 64 << 10;

  /** What systems and ONNX Runtime say, in lower case. */
  private static final List<String> MEMORY = List.of("bad_alloc", "failed to allocate memory");

  private static final List<String> DISK =
      List.of("no space left on device", "not enough space on the disk", "disk quota exceeded");

  private Obstacle() {}

  /** Whether a smaller tile could help. */
  static boolean isMemory(Throwable failure) {
    return any(failure, one -> one instanceof OutOfMemoryError || says(one, MEMORY));
  }

  /** Whether nothing can be written to the disk of {@code folder} any more. */
  static boolean isFullDisk(Throwable failure, Path folder) {
    return any(failure, Obstacle::saysFullDisk) || isFull(folder);
  }

  /** Whether this one exception says that the disk is full. */
  static boolean saysFullDisk(Throwable failure) {
    return says(failure, DISK);
  }

  private static boolean isFull(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace() < FULL_BYTES;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean says(Throwable failure, List<String> words) {
    String message = failure.getMessage();
    return message != null && words.stream().anyMatch(message.toLowerCase(Locale.ROOT)::contains);
  }

  private static boolean any(Throwable failure, Predicate<Throwable> test) {
    int depth = 0;
    for (Throwable one = failure; one != null && depth < 20; one = one.getCause(), depth++) {
      if (test.test(one)) {
        return true;
      }
    }
    return false;
  }
}
