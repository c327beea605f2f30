package hyperlumen.ui.studio;

import atlantafx.base.theme.Styles;
import hyperlumen.ui.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;

/** What the program is, under which licences, and that it never uses the network. */
final class AboutBox {

  private static final double WIDTH = 560;

  private AboutBox() {}

  /** Shows the box. */
  static void show(Dialogs dialogs, String version, Texts texts) {
    Dialog<Void> dialog = dialogs.plain(texts.get("about.title"));
    Label name = new Label("Hyperlumen " + version);
    name.getStyleClass().add(Styles.TITLE_2);
    Label what = wrapped(texts.get("about.what"));
    Label network = wrapped(texts.get("about.network"));
    network.setId("about-network");
    network.getStyleClass().add(Styles.TEXT_BOLD);
    Label licences = wrapped(texts.get("about.licences"));
    licences.getStyleClass().add(Styles.TEXT_MUTED);
    Label system =
        wrapped(
            "Java "
                + Runtime.version()
                + ", JavaFX "
                + System.getProperty("javafx.runtime.version")
                + ", "
                + System.getProperty("os.name")
                + " "
                + System.getProperty("os.arch"));
    system.getStyleClass().add(Styles.TEXT_MUTED);
    dialog
        .getDialogPane()
        .setContent(Dialogs.column(name, what, network, licences, components(texts), system));
    dialog.show();
  }

  /** Every component with its licence, as the program was built. */
  private static TextArea components(Texts texts) {
    TextArea list = new TextArea(licenceList());
    list.setId("about-components");
    list.setEditable(false);
    list.setWrapText(true);
    list.setPrefSize(WIDTH, 190);
    list.setAccessibleText(texts.get("about.components"));
    return list;
  }

  private static String licenceList() {
    try (InputStream in = AboutBox.class.getResourceAsStream("/hyperlumen/ui/licences.txt")) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Label wrapped(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMaxWidth(WIDTH);
    return label;
  }
}
