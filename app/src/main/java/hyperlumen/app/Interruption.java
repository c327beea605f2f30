package hyperlumen.app;

import java.lang.reflect.Proxy;

/**
 * Turns an interruption from outside (Ctrl+C, a termination signal) into a wish to cancel, so that
 * work ends within its current tile and removes what is half written.
 *
 * <p>Not a shutdown hook: those run all at once, and ONNX Runtime's own would close the engine
 * while tiles are being computed. A second signal, or one while nothing can be cancelled, ends the
 * process at once.
 */
final class Interruption {

  private static volatile boolean wanted;
  private static volatile boolean cancellable;

  private Interruption() {}

  /** Whether the process was asked to end. */
  static boolean isWanted() {
    return wanted;
  }

  /** Says whether work is under way that asks {@link #isWanted}. */
  static void setCancellable(boolean underWay) {
    cancellable = underWay;
  }

  /** Listens from now on, where the virtual machine lets a program handle signals. */
  static void listen() {
    try {
      // By reflection: the classes are in every JDK, but the compiler warns of their very names.
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object ours =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                if (method.getName().equals("handle")) {
                  received();
                  return null;
                }
                return method.invoke(Interruption.class, arguments); // equals, hashCode, toString
              });
      for (String name : new String[] {"INT", "TERM"}) {
        Object one = signal.getConstructor(String.class).newInstance(name);
        signal.getMethod("handle", signal, handler).invoke(null, one, ours);
      }
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      // Then a signal ends the process as it always does.
      return;
    }
  }

  private static void received() {
    if (wanted || !cancellable) {
      Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
    }
    wanted = true;
  }
}
