package hyperlumen.batch;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;

/**
 * Lets everything else on the machine go first. On Linux a thread's niceness is its own and is
 * passed on to the threads it starts; elsewhere Java's priorities mean something.
 */
final class LowPriority {

  private static final int PRIO_PROCESS = 0;
  private static final int NICE = 15;

  private LowPriority() {}

  /** For this thread and those it will start. */
  // The restricted call is to a C function without pointers; the priority is a wish, not a need.
  @SuppressWarnings({"restricted", "ThreadPriorityCheck"})
  static void ofThisThread() {
    Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
    if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
      return;
    }
    Linker linker = Linker.nativeLinker();
    SymbolLookup library = linker.defaultLookup();
    try {
      MethodHandle nice =
          linker.downcallHandle(
              library.find("setpriority").orElseThrow(),
              FunctionDescriptor.of(
                  ValueLayout.JAVA_INT,
                  ValueLayout.JAVA_INT,
                  ValueLayout.JAVA_INT,
                  ValueLayout.JAVA_INT));
      int result = (int) nice.invokeExact(PRIO_PROCESS, 0, NICE);
      if (result != 0) {
        throw new IllegalStateException("setpriority gave " + result);
      }
    } catch (RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("the priority cannot be lowered", e);
    }
  }
}
