package hyperlumen.app;

import hyperlumen.app.InputFiles.Input;
import hyperlumen.batch.PicturePairs;
import hyperlumen.write.OutputFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where each result goes: DIR/relative path/base.ext; where two inputs would meet there,
 * base.srcext.ext. Decided for all inputs together, so that every shard comes to the same names.
 */
final class OutputNames {

  private OutputNames() {}

  /** Names that cannot be given; nothing may be started. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  /**
   * One output path for each input, in the same order.
   *
   * @param format of all outputs; where absent each input's nearest one
   * @throws Refused if two results would still meet, or one would replace an input
   */
  static List<Path> of(List<Input> inputs, Path folder, Optional<OutputFormat> format)
      throws Refused {
    return of(inputs, folder, format, Set.of());
  }

  /** The same where some names are given away already. */
  static List<Path> of(
      List<Input> inputs, Path folder, Optional<OutputFormat> format, Set<Path> given)
      throws Refused {
    List<Path> plain = new ArrayList<>();
    Map<String, Integer> users = new HashMap<>();
    given.forEach(path -> users.put(key(path), 1));
    for (Input input : inputs) {
      String ending = format.map(OutputFormat::extension).orElseGet(() -> ending(input.file()));
      Path path = sibling(folder, input, PicturePairs.baseName(input.file()) + "." + ending);
      plain.add(path);
      users.merge(key(path), 1, Integer::sum);
    }
    List<Path> outputs = new ArrayList<>();
    Map<String, Input> taken = new HashMap<>();
    for (int i = 0; i < inputs.size(); i++) {
      Input input = inputs.get(i);
      Path path = plain.get(i);
      if (users.get(key(path)) > 1) {
        String source = InputFiles.ending(input.file());
        String base = PicturePairs.baseName(input.file()) + (source.isEmpty() ? "" : "." + source);
        path = sibling(folder, input, base + "." + InputFiles.ending(path));
      }
      Input other = taken.putIfAbsent(key(path), input);
      if (other != null) {
        throw new Refused(
            other.file()
                + " and "
                + input.file()
                + " would both become "
                + path
                + "; name the folder above them instead, or run them one by one");
      }
      outputs.add(path);
    }
    refuseInputs(inputs, outputs);
    return outputs;
  }

  private static Path sibling(Path folder, Input input, String name) {
    return folder.resolve(input.relative()).resolveSibling(name);
  }

  /** Names that differ only in case are one file on some systems. */
  private static String key(Path path) {
    return path.normalize().toString().toLowerCase(Locale.ROOT);
  }

  /** Refuses results that would replace an input, also through symbolic or hard links. */
  static void refuseInputs(List<Input> inputs, List<Path> outputs) throws Refused {
    Set<Object> files = new HashSet<>();
    for (Input input : inputs) {
      files.add(InputFiles.identity(input.file()));
      number(input.file()).ifPresent(files::add);
    }
    for (Path output : outputs) {
      boolean link = number(output).map(files::contains).orElse(false);
      if (link || files.contains(InputFiles.identity(output))) {
        throw new Refused(output + " is one of the inputs; choose another folder");
      }
    }
  }

  /** The file's number on its file system, where it has one. */
  private static Optional<Object> number(Path file) {
    try {
      return Optional.ofNullable(
          Files.readAttributes(file, java.nio.file.attribute.BasicFileAttributes.class).fileKey());
    } catch (IOException e) {
      return Optional.empty(); // There is no such file yet.
    }
  }

  /** The ending of the input's nearest format, from its first bytes. */
  private static String ending(Path file) {
    byte[] start = new byte[4];
    try (InputStream stream = Files.newInputStream(file)) {
      int read = stream.readNBytes(start, 0, start.length);
      if (read == 4 && (start[0] & 0xff) == 0xff && (start[1] & 0xff) == 0xd8) {
        return OutputFormat.JPEG.extension();
      }
      if (read == 4 && (start[0] & 0xff) == 0x89 && start[1] == 'P') {
        return OutputFormat.PNG8.extension();
      }
    } catch (IOException e) {
      // Reading the photo will say so.
      return OutputFormat.TIFF16.extension();
    }
    return OutputFormat.TIFF16.extension();
  }
}
