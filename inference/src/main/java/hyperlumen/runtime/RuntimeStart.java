package hyperlumen.runtime;

/**
 * Starts ONNX Runtime while something else is done: loading its libraries takes a good part of a
 * second, which reading arguments, a queue or a photo need not wait for.
 */
public final class RuntimeStart {

  private RuntimeStart() {}

  /**
   * Begins on a thread of its own and returns at once. Whoever needs the runtime waits for it; what
   * fails here is said there.
   */
  public static void begin() {
    Thread.ofPlatform()
        .daemon()
        .name("runtime start")
        .start(
            () -> {
              try {
                OnnxEngine.environment();
              } catch (RuntimeException | LinkageError e) {
                System.getLogger(RuntimeStart.class.getName())
                    .log(System.Logger.Level.DEBUG, "the runtime did not start beforehand", e);
              }
            });
  }
}
