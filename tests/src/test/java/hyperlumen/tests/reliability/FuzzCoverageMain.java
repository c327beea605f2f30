package hyperlumen.tests.reliability;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.data.ExecutionData;
import org.jacoco.core.data.ExecutionDataStore;
import org.jacoco.core.data.SessionInfoStore;
import org.jacoco.core.instr.Instrumenter;
import org.jacoco.core.runtime.IRuntime;
import org.jacoco.core.runtime.LoggerRuntime;
import org.jacoco.core.runtime.RuntimeData;

/**
 * {@link FuzzMain} with the readers' code watched: at its end it prints which share of their lines
 * was run, package by package. The same arguments; somewhat slower.
 */
public final class FuzzCoverageMain {

  private static final String READERS = "hyperlumen.read.";

  private FuzzCoverageMain() {}

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    IRuntime runtime = new LoggerRuntime();
    RuntimeData data = new RuntimeData();
    runtime.startup(data);
    Watching loader = new Watching(new Instrumenter(runtime));
    boolean clean;
    try {
      clean =
          (boolean)
              loader
                  .loadClass(FuzzMain.class.getName())
                  .getMethod("run", String[].class)
                  .invoke(null, (Object) arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    }
    ExecutionDataStore store = new ExecutionDataStore();
    data.collect(store, new SessionInfoStore(), false);
    runtime.shutdown();
    print(store);
    System.exit(clean ? 0 : 1);
  }

  private static void print(ExecutionDataStore store) throws IOException {
    CoverageBuilder builder = new CoverageBuilder();
    Analyzer analyzer = new Analyzer(store, builder);
    for (ExecutionData one : new ArrayList<>(store.getContents())) {
      try (InputStream in =
          FuzzCoverageMain.class.getResourceAsStream("/" + one.getName() + ".class")) {
        analyzer.analyzeClass(in, one.getName());
      }
    }
    Map<String, int[]> packages = new TreeMap<>();
    for (IClassCoverage one : builder.getClasses()) {
      int[] sum = packages.computeIfAbsent(group(one), name -> new int[2]);
      sum[0] += one.getLineCounter().getCoveredCount();
      sum[1] += one.getLineCounter().getTotalCount();
    }
    packages.forEach(
        (name, sum) ->
            System.out.printf(
                Locale.ROOT,
                "coverage of %-30s %4d of %4d lines, %.0f %%%n",
                name,
                sum[0],
                sum[1],
                100.0 * sum[0] / sum[1]));
  }

  /** The package; the bitmap readers' one by format. */
  private static String group(IClassCoverage one) {
    String packageName = one.getPackageName().replace('/', '.');
    String name = one.getName().substring(one.getName().lastIndexOf('/') + 1);
    for (String format : new String[] {"Png", "Jpeg", "Tiff"}) {
      if (packageName.endsWith(".bitmap") && name.startsWith(format)) {
        return packageName + ": " + format;
      }
    }
    return packageName;
  }

  /** Loads this program once more, its readers with probes. */
  private static final class Watching extends ClassLoader {

    private final Instrumenter instrumenter;

    Watching(Instrumenter instrumenter) {
      super(FuzzCoverageMain.class.getClassLoader());
      this.instrumenter = instrumenter;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("hyperlumen.")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded != null ? loaded : define(name);
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = in.readAllBytes();
        byte[] code = name.startsWith(READERS) ? instrumenter.instrument(bytes, name) : bytes;
        return defineClass(name, code, 0, code.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
