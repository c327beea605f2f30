package hyperlumen.write;

import hyperlumen.photo.PhotoException;
import java.nio.file.Path;

/** Hears of an output that is complete and on the disk, just before it gets its name. */
@FunctionalInterface
public interface Publication {

  /** Lets it pass. */
  Publication AT_ONCE = complete -> {};

  /**
   * Looks at the file under its temporary name; an exception gives the output up.
   *
   * @throws PhotoException if it must not be published
   */
  void ready(Path complete) throws PhotoException;
}
