package hyperlumen.ui.studio;

/**
 * What menus and tool bars can start that is not an action of the model: it needs a dialog or
 * concerns the window itself.
 */
interface Actions {

  /** Asks for files and opens them. */
  void openFiles();

  /** Asks for a folder and opens the photos in it. */
  void openFolder();

  /** Asks where to save the result. */
  void saveAs();

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

  /** Shows all shortcuts. */
  void showShortcuts();

  /** Shows version, licences and the promise about the network. */
  void showAbout();

  /** Leaves the program. */
  void quit();
}
