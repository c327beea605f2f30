package hyperlumen.ui.studio;

import atlantafx.base.controls.Notification;
import atlantafx.base.theme.Styles;
import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/** Short messages at the window's lower edge that go away by themselves. */
final class Notices {

  private static final Duration SHOWN = Duration.seconds(8);

  private final StackPane over;

  Notices(StackPane over) {
    this.over = over;
  }

  /** Shows that something was done, with buttons for what can be done about it. */
  void show(String message, Button... actions) {
    show(message, MaterialDesignC.CHECK_CIRCLE_OUTLINE, Styles.SUCCESS, actions);
  }

  /** Tells something that is neither a success nor an error. */
  void tell(String message, Button... actions) {
    show(message, MaterialDesignI.INFORMATION_OUTLINE, Styles.ACCENT, actions);
  }

  private void show(String message, Ikon icon, String style, Button... actions) {
    over.getChildren().removeIf(n -> n instanceof Notification);
    Notification notice = new Notification(message, new FontIcon(icon));
    notice.getStyleClass().addAll(style, Styles.ELEVATED_2);
    notice.setPrefWidth(420);
    notice.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    notice.setPrefHeight(Region.USE_COMPUTED_SIZE);
    notice.getPrimaryActions().setAll(actions);
    notice.setOnClose(e -> over.getChildren().remove(notice));
    StackPane.setAlignment(notice, Pos.BOTTOM_CENTER);
    StackPane.setMargin(notice, new Insets(0, 0, 44, 0));
    over.getChildren().add(notice);
    PauseTransition end = new PauseTransition(SHOWN);
    end.setOnFinished(e -> over.getChildren().remove(notice));
    end.play();
  }
}
