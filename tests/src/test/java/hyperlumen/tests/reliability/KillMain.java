package hyperlumen.tests.reliability;

import java.nio.file.Files;

/**
 * The long run of {@link KillTrials}. Arguments: kills, pictures, seed. Ends with code 1 if
 * anything was lost or torn.
 */
public final class KillMain {

  private KillMain() {}

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    int kills = Integer.parseInt(arguments[0]);
    KillTrials trials =
        new KillTrials(
            Files.createTempDirectory("kill"),
            Integer.parseInt(arguments[1]),
            Long.parseLong(arguments[2]));
    for (int i = 0; i < kills; i++) {
      trials.killOnce();
      if (i % 20 == 19) {
        System.out.println(trials + ", " + trials.finished() + " outputs");
      }
    }
    trials.finish();
    System.out.println(trials + ", " + trials.finished() + " outputs");
    trials.findings().forEach(System.out::println);
    System.exit(trials.findings().isEmpty() ? 0 : 1);
  }
}
