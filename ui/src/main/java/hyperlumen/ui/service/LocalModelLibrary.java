package hyperlumen.ui.service;

import hyperlumen.adopt.ModelImport;
import hyperlumen.model.ModelException;
import hyperlumen.model.ModelStore;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The models of a store on disk. Thread-safe. */
public final class LocalModelLibrary implements ModelLibrary {

  private static final System.Logger LOG = System.getLogger(LocalModelLibrary.class.getName());

  private final ModelStore store;

  /** The models of {@code store}. */
  public LocalModelLibrary(ModelStore store) {
    this.store = store;
  }

  @Override
  public List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (String id : store.allIds()) {
      try {
        ModelFacts facts = ModelFacts.of(store, store.get(id));
        entries.add(new Entry(facts, store.isAdded(id), store.isEnabled(id)));
      } catch (IOException e) {
        LOG.log(Level.WARNING, e.getMessage(), e);
      }
    }
    return entries;
  }

  /** Something that changes the store. */
  @FunctionalInterface
  private interface Change<R> {
    R make() throws IOException;
  }

  private static <R> R worded(Change<R> change) throws ModelException {
    try {
      return change.make();
    } catch (ModelException e) {
      throw e;
    } catch (IOException e) {
      throw new ModelException("the folder of added models cannot be written: " + e, e);
    }
  }

  @Override
  public void setEnabled(String id, boolean enabled) throws ModelException {
    worded(
        () -> {
          store.setEnabled(id, enabled);
          return id;
        });
  }

  @Override
  public void remove(String id) throws ModelException {
    worded(
        () -> {
          store.remove(id);
          return id;
        });
  }

  @Override
  public String addFolder(Path folder) throws ModelException {
    return worded(() -> ModelImport.folder(store, folder).id());
  }

  @Override
  public String addGraph(Path file, String title, String licence, OptionalInt halo)
      throws ModelException {
    return worded(
        () -> ModelImport.graph(store, new ModelImport.Order(file, title, licence, halo)).id());
  }
}
