package hyperlumen.installer;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.app.Main;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The manual page of a small command line of its own, and that of the real one. */
class ManPageTest {

  @Command(name = "sample", description = "Does a thing by 50%%.%nTwice.")
  @SuppressWarnings("unused") // picocli reads the fields.
  static final class Sample {
    @Option(
        names = {"-f", "--far-out"},
        paramLabel = "N",
        description = ".dots first")
    private int far;

    @Option(names = "--secret", hidden = true, description = "not shown")
    private boolean secret;

    @Parameters(paramLabel = "FILE", description = "what to read")
    private String file;
  }

  @Test
  void optionsAreEscapedAndHiddenOnesLeftOut() {
    String page = ManPage.of(new CommandLine(new Sample()), "1.2.3");

    assertThat(page)
        .startsWith(".TH SAMPLE 1 \"\" \"sample 1.2.3\"\n.SH NAME\nsample \\- Does a thing by 50%.")
        .contains(".TP\n.B \\-f, \\-\\-far\\-out N\n\\&.dots first\n")
        .contains(".TP\n.I FILE\nwhat to read\n")
        .doesNotContain("secret");
  }

  @Test
  void everyCommandAndEveryVisibleOptionOfTheProgramStandsThere() {
    CommandLine line = Main.commandLine();
    String page = ManPage.of(line, Main.version());

    assertThat(line.getSubcommands()).isNotEmpty();
    for (CommandLine command : line.getSubcommands().values()) {
      assertThat(page).contains(".SS " + command.getCommandName() + "\n");
      for (var option : command.getCommandSpec().options()) {
        if (!option.hidden()) {
          assertThat(page).contains(option.longestName().replace("-", "\\-"));
        }
      }
    }
    assertThat(page).doesNotContain("${").doesNotContain("@|");
  }
}
