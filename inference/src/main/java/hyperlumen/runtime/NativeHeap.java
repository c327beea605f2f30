package hyperlumen.runtime;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import java.util.Optional;

/**
 * What the C library keeps of the memory that ONNX Runtime has freed. glibc learns from the first
 * large block that is freed to keep such blocks, up to 32 MB each, in several heaps; with a session
 * per photo these hold memory that nobody uses, a little more with every photo. Other C libraries
 * give it back themselves: there nothing is done. Thread-safe.
 */
public final class NativeHeap {

  /** {@code M_MMAP_THRESHOLD} of glibc's malloc.h: larger blocks are given back when freed. */
  private static final int MMAP_THRESHOLD = -3;

  /** Weights and tiles are larger, everything that is asked for often is smaller. */
  private static final int LARGE_BYTES = 256 << 10;

  private final Optional<MethodHandle> trim;

  /** For a process that has not much to give back. */
  public static final NativeHeap UNLIMITED = new NativeHeap(Optional.empty());

  private NativeHeap(Optional<MethodHandle> trim) {
    this.trim = trim;
  }

  /**
   * Makes the C library give large blocks back from now on. Takes some 40 ms at first, so it is for
   * those who go on to more than one photo.
   */
  // The restricted calls are to C functions without pointers.
  @SuppressWarnings("restricted")
  public static NativeHeap limited() {
    if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
      return UNLIMITED;
    }
    Linker linker = Linker.nativeLinker();
    SymbolLookup library = linker.defaultLookup();
    Optional<MemorySegment> mallopt = library.find("mallopt");
    Optional<MemorySegment> mallocTrim = library.find("malloc_trim");
    if (mallopt.isEmpty() || mallocTrim.isEmpty()) {
      return UNLIMITED;
    }
    MethodHandle option =
        linker.downcallHandle(
            mallopt.get(),
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
    MethodHandle trim =
        linker.downcallHandle(
            mallocTrim.get(), FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG));
    try {
      int understood = (int) option.invokeExact(MMAP_THRESHOLD, LARGE_BYTES);
      if (understood != 1) {
        throw new IllegalStateException("mallopt gave " + understood);
      }
      return new NativeHeap(Optional.of(trim));
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  /** Gives back all pages that hold nothing; some milliseconds. */
  public void giveBack() {
    if (trim.isEmpty()) {
      return;
    }
    try {
      int released = (int) trim.get().invokeExact(0L);
      assert released == 0 || released == 1 : "malloc_trim gave " + released;
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  private static RuntimeException failure(Throwable e) {
    return e instanceof RuntimeException one ? one : new IllegalStateException(e);
  }
}
