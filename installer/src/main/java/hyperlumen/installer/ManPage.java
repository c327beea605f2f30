package hyperlumen.installer;

import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page, from the description of the command line itself. */
public final class ManPage {

  private final StringBuilder page = new StringBuilder();

  private ManPage() {}

  /**
   * The page as troff source with the man macros, for section 1.
   *
   * @param line the program's command line
   * @param version such as "0.1.0"
   */
  public static String of(CommandLine line, String version) {
    ManPage page = new ManPage();
    page.write(line, version);
    return page.page.toString();
  }

  private void write(CommandLine line, String version) {
    CommandSpec spec = line.getCommandSpec();
    String name = spec.name();
    macro(".TH " + name.toUpperCase(Locale.ROOT) + " 1 \"\" \"" + name + " " + version + "\"");
    macro(".SH NAME");
    text(name + " - " + description(spec.usageMessage().description()));
    macro(".SH SYNOPSIS");
    synopsis(line, "");
    line.getSubcommands().forEach((key, command) -> synopsis(command, key));
    macro(".SH DESCRIPTION");
    text(description(spec.usageMessage().description()));
    text(description(spec.usageMessage().footer()));
    arguments(spec);
    macro(".SH COMMANDS");
    for (Map.Entry<String, CommandLine> command : line.getSubcommands().entrySet()) {
      macro(".SS " + escape(command.getKey()));
      CommandSpec one = command.getValue().getCommandSpec();
      text(description(one.usageMessage().description()));
      arguments(one);
      command
          .getValue()
          .getSubcommands()
          .forEach(
              (key, below) -> {
                macro(".TP\n.B " + escape(command.getKey() + " " + key));
                text(description(below.getCommandSpec().usageMessage().description()));
              });
    }
    macro(".SH EXIT STATUS");
    for (String status :
        new String[] {
          "0 all done",
          "1 at least one file failed, the others are done",
          "2 wrong usage, nothing was started",
          "130 interrupted"
        }) {
      int space = status.indexOf(' ');
      macro(".TP\n.B " + status.substring(0, space));
      text(status.substring(space + 1));
    }
  }

  private void synopsis(CommandLine line, String command) {
    macro(".B hyperlumen" + (command.isEmpty() ? "" : " " + escape(command)));
    StringBuilder arguments = new StringBuilder("[OPTIONS]");
    for (PositionalParamSpec positional : line.getCommandSpec().positionalParameters()) {
      arguments.append(' ').append(label(positional)).append("...");
    }
    text(arguments.toString());
    macro(".br");
  }

  private void arguments(CommandSpec spec) {
    for (PositionalParamSpec positional : spec.positionalParameters()) {
      if (!positional.hidden()) {
        macro(".TP\n.I " + escape(label(positional)));
        text(description(positional.description()));
      }
    }
    for (OptionSpec option : spec.options()) {
      if (!option.hidden()) {
        String names = String.join(", ", option.names());
        boolean value = option.arity().max() > 0;
        macro(".TP\n.B " + escape(value ? names + " " + label(option) : names));
        text(described(option));
      }
    }
  }

  private static String described(OptionSpec option) {
    String text = description(option.description());
    return text.replace("${COMPLETION-CANDIDATES}", candidates(option))
        .replace("${DEFAULT-VALUE}", String.valueOf(option.defaultValueString()));
  }

  private static String candidates(ArgSpec argument) {
    return argument.completionCandidates() == null
        ? ""
        : String.join(", ", argument.completionCandidates());
  }

  private static String label(ArgSpec argument) {
    return argument.paramLabel();
  }

  /** picocli's lines as one paragraph; %n is its line break, %% its percent sign. */
  private static String description(String... lines) {
    return String.join(" ", lines).replace("%n", " ").replace("%%", "%").trim();
  }

  private void text(String text) {
    String escaped = escape(text);
    if (!escaped.isEmpty()) {
      // A dot or quote at the start of a line would be a request.
      page.append(escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" : "");
      page.append(escaped).append('\n');
    }
  }

  private void macro(String line) {
    page.append(line).append('\n');
  }

  private static String escape(String text) {
    return text.replace("\\", "\\e").replace("-", "\\-");
  }
}
