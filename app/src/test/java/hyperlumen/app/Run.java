package hyperlumen.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One call of the command line within this process.
 *
 * @param code what the process would return
 * @param out what stands on standard output
 * @param err what stands on standard error
 */
record Run(int code, String out, String err) {

  static {
    try {
      // Not the queue of whoever runs the tests.
      Path state = Files.createTempDirectory("hyperlumen-state");
      state.toFile().deleteOnExit();
      System.setProperty("hyperlumen.state", state.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Run of(Object... arguments) {
    return of(
        files -> {
          throw new AssertionError("no window is wanted here");
        },
        arguments);
  }

  static Run of(Program.Window window, Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i].toString();
    }
    int code = Program.run(new PrintWriter(out), new PrintWriter(err), window, texts);
    return new Run(code, out.toString(), err.toString());
  }
}
