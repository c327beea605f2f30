package hyperlumen.batch;

import java.nio.file.Path;

/**
 * What the user asks for: one photo, one output.
 *
 * @param input the photo
 * @param root the output folder that exists while its medium is there; folders below it are made
 * @param output the result, in or below {@code root}
 * @param settings all options
 */
public record JobOrder(Path input, Path root, Path output, JobSettings settings) {

  public JobOrder {
    input = input.toAbsolutePath().normalize();
    root = root.toAbsolutePath().normalize();
    output = output.toAbsolutePath().normalize();
    if (!output.startsWith(root) || output.equals(root)) {
      throw new IllegalArgumentException(output + " is not in " + root);
    }
  }
}
