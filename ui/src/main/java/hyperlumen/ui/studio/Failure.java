package hyperlumen.ui.studio;

import hyperlumen.ui.service.Reason;
import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * Something that did not work.
 *
 * @param reason what kind of thing, said in the user's language
 * @param sentence what happened, readable, names the file
 * @param details for a report: the error's trace and the system
 */
public record Failure(Reason reason, String sentence, String details) {

  /** From an exception; its message is the sentence if it has one. */
  static Failure of(Throwable error) {
    StringWriter details = new StringWriter();
    details
        .append("Hyperlumen, Java ")
        .append(Runtime.version().toString())
        .append(", ")
        .append(System.getProperty("os.name"))
        .append(' ')
        .append(System.getProperty("os.version"))
        .append(' ')
        .append(System.getProperty("os.arch"))
        .append("\n\n");
    error.printStackTrace(new PrintWriter(details));
    String message = error.getMessage();
    return new Failure(
        Reason.of(error),
        message == null || message.isBlank() ? error.getClass().getSimpleName() : message,
        details.toString());
  }
}
