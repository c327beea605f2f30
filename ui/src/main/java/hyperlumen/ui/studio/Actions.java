package hyperlumen.ui.studio;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What menus and tool bars can start that is not an action of the model: it needs a dialog or
 * concerns the window itself.
 */
interface Actions {

  /** Opens files, and the photos in folders. */
  void open(List<Path> paths);

  /** Asks for files and opens them. */
  void openFiles();

  /** Asks for a folder and opens the photos in it. */
  void openFolder();

  /** Asks where to save the result. */
  void saveAs();

  /** Asks for the name of a preset; empty if the user does not want one. */
  Optional<String> askPresetName();

  /** Shows or hides the library strip. */
  void toggleLibrary();

  /** Shows or hides the inspector. */
  void toggleInspector();

  /** Moves to another photo in the strip. */
  void step(int files);

  /** Changes the colours of the window. */
  void setTheme(Theme theme);

  /** Changes the language from the next start on. */
  void setLanguage(String language);

  /** Offers every action by a few letters. */
  void showPalette();

  /** Leaves the program. */
  void quit();
}
