package hyperlumen.ui.service;

import hyperlumen.model.ModelException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * The models of this installation as the user looks after them. Calls may take seconds and are made
 * on background threads.
 */
public interface ModelLibrary {

  /**
   * One model.
   *
   * @param facts what it is
   * @param added whether the user has added it; what came with the program cannot be removed
   * @param enabled whether it is offered
   */
  record Entry(ModelFacts facts, boolean added, boolean enabled) {}

  /** All models, also those that are switched off. */
  List<Entry> entries();

  /** Offers a model or not. */
  void setEnabled(String id, boolean enabled) throws ModelException;

  /** Deletes a model that was added. */
  void remove(String id) throws ModelException;

  /**
   * Adds a model's folder in this program's own form.
   *
   * @return its id
   */
  String addFolder(Path folder) throws ModelException;

  /**
   * Adds a plain image-to-image ONNX file.
   *
   * @param halo pixels around a tile; empty to have it measured
   * @return its id
   */
  String addGraph(Path file, String title, String licence, OptionalInt halo) throws ModelException;
}
