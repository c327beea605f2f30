package hyperlumen.app;

import hyperlumen.batch.BatchException;
import hyperlumen.batch.Report;
import hyperlumen.batch.report.ReportFile;
import hyperlumen.batch.report.ReportJson;
import hyperlumen.batch.report.ReportMerge;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What can be done with reports. */
@Command(
    name = "report",
    description = "Works on the reports of enhance.",
    subcommands = ReportCommand.Merge.class,
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "say what to do: report merge FILE...");
  }

  /** Several reports as one. */
  @Command(
      name = "merge",
      description = "Makes one report of several shards' JSON reports.",
      mixinStandardHelpOptions = true)
  static final class Merge implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Reports as JSON.")
    private List<Path> files;

    @Option(
        names = "--out",
        paramLabel = "FILE",
        description = "Where to: JSON, or .csv, or .html. Default: standard output, as JSON.")
    private Path out;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
      List<Report> reports = new ArrayList<>();
      for (Path file : files) {
        reports.add(ReportJson.read(file));
      }
      Report merged = ReportMerge.of(reports);
      if (out == null) {
        PrintWriter standard = spec.commandLine().getOut();
        standard.print(ReportJson.text(merged));
        standard.flush();
      } else {
        refuseInput();
        ReportFile.write(merged, out);
      }
      return ExitCode.OK;
    }

    private void refuseInput() throws BatchException {
      for (Path file : files) {
        if (InputFiles.identity(file).equals(InputFiles.identity(out))) {
          throw new BatchException(out + " is one of the reports to merge");
        }
      }
    }
  }
}
