package hyperlumen.app;

import hyperlumen.batch.PicturePairs;
import hyperlumen.photo.PhotoException;
import hyperlumen.progress.CancelledException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Metrics of pictures against a reference, or of folders against a folder of references. */
@Command(
    name = "compare",
    description =
        "Prints PSNR, SSIM and MS-SSIM of each image against the reference, over sample values in"
            + " [0, 1]. Folders are compared file by file, matched by name without its ending.",
    mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {

  @Option(
      names = "--reference",
      required = true,
      paramLabel = "REF",
      description = "The picture, or the folder of pictures, that is right.")
  private Path reference;

  @Parameters(arity = "1..*", paramLabel = "IMAGE", description = "Pictures or folders.")
  private List<Path> images;

  @Option(names = "--json", description = "Prints JSON: one object per image, in a list.")
  private boolean json;

  @Option(
      names = "--summary",
      description =
          "With --json: an object with images, summary (mean, median, worst cases) and the same of"
              + " each folder.")
  private boolean summary;

  /** Enough to know which kind is missing. */
  private static final int MISSING_NAMED = 5;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws PhotoException, CancelledException {
    PrintWriter err = spec.commandLine().getErr();
    Map<String, List<ComparedImage>> groups = new LinkedHashMap<>();
    int code = ExitCode.OK;
    for (Map.Entry<String, List<PicturePairs.Pair>> group : pairs().entrySet()) {
      List<ComparedImage> compared = new ArrayList<>();
      for (PicturePairs.Pair pair : group.getValue()) {
        ComparedImage one = ComparedImage.of(pair);
        if (one.error() != null) {
          code = ExitCode.FAILED;
          err.println("hyperlumen: " + one.error().message());
        }
        compared.add(one);
      }
      groups.put(group.getKey(), compared);
    }
    print(groups);
    return code;
  }

  /** What is to be compared: by folder, or all files together under an empty name. */
  private Map<String, List<PicturePairs.Pair>> pairs() throws PhotoException {
    Map<String, List<PicturePairs.Pair>> pairs = new LinkedHashMap<>();
    boolean folders = Files.isDirectory(reference);
    for (Path image : images) {
      if (folders != Files.isDirectory(image)) {
        throw new CommandLine.ParameterException(
            spec.commandLine(),
            "a folder can only be compared with a folder, a file only with a file");
      }
      if (folders) {
        pairs.put(image.toString(), PicturePairs.ofFolders(reference, image));
        tellMissing(image);
      } else {
        pairs
            .computeIfAbsent("", files -> new ArrayList<>())
            .add(new PicturePairs.Pair(reference, image));
      }
    }
    if (pairs.values().stream().allMatch(List::isEmpty)) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "no file of " + images + " has the name of one in " + reference);
    }
    return pairs;
  }

  /** A mean over fewer pictures than there are must not look like one over all. */
  private void tellMissing(Path folder) throws PhotoException {
    Set<String> right = PicturePairs.byBaseName(reference).keySet();
    List<String> missing = new ArrayList<>(right);
    missing.removeAll(PicturePairs.byBaseName(folder).keySet());
    if (!missing.isEmpty()) {
      String names = String.join(", ", missing.subList(0, Math.min(MISSING_NAMED, missing.size())));
      spec.commandLine()
          .getErr()
          .printf(
              "hyperlumen: %s has none of the name of %d of %d files in %s: %s%s%n",
              folder,
              missing.size(),
              right.size(),
              reference,
              names,
              missing.size() > MISSING_NAMED ? " and so on" : "");
    }
  }

  private void print(Map<String, List<ComparedImage>> groups) {
    PrintWriter out = spec.commandLine().getOut();
    List<ComparedImage> all = groups.values().stream().flatMap(List::stream).toList();
    if (json) {
      out.println(Json.text(summary ? summary(groups, all) : all));
      return;
    }
    Table table = new Table("image", "PSNR dB", "SSIM", "MS-SSIM");
    for (ComparedImage one : all) {
      if (one.metrics() != null) {
        table.row(
            one.image(),
            one.metrics().psnrText(),
            one.metrics().ssimText(),
            one.metrics().msSsimText());
      }
    }
    // Of each folder by itself: a mean over the results of two programs says nothing.
    boolean several = groups.size() > 1;
    Map<String, ComparedSummary> summaries = new LinkedHashMap<>();
    groups.forEach(
        (folder, images) ->
            summaries.put(several ? " in " + folder : "", ComparedSummary.of(images)));
    summaries.forEach((where, one) -> one.addTo(table, where));
    table.print(out);
    summaries.forEach((where, one) -> one.printWorst(out, where));
  }

  private static Map<String, Object> summary(
      Map<String, List<ComparedImage>> groups, List<ComparedImage> all) {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("images", all);
    summary.put("summary", ComparedSummary.of(all).byMetric());
    Map<String, Object> folders = new LinkedHashMap<>();
    groups.forEach((folder, images) -> folders.put(folder, ComparedSummary.of(images).byMetric()));
    folders.remove(""); // Files that were named one by one.
    summary.put("folders", folders);
    return summary;
  }
}
