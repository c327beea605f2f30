package hyperlumen.ui.studio;

/** What a run costs. */
public enum RunCost {
  /** Wall time of everything. */
  SECONDS,
  /** Useful operations. */
  FLOP,
  /** Peak memory of the process. */
  MEMORY;

  double of(RunRow row) {
    return switch (this) {
      case SECONDS -> row.run().cost().totalSeconds();
      case FLOP -> row.run().cost().usefulFlop() / 1e12;
      case MEMORY -> row.memory() / 1e6;
    };
  }
}
