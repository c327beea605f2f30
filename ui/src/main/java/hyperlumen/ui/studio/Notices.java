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
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Short messages at the window's lower edge that go away by themselves. */
final class Notices {

  private static final Duration SHOWN = Duration.seconds(8);

  private final StackPane over;

  Notices(StackPane over) {
    this.over = over;
  }

  /** Shows {@code message} with buttons for what can be done about it. */
  void show(String message, Button... actions) {
    over.getChildren().removeIf(n -> n instanceof Notification);
    Notification notice =
        new Notification(message, new FontIcon(MaterialDesignC.CHECK_CIRCLE_OUTLINE));
    notice.getStyleClass().addAll(Styles.SUCCESS, Styles.ELEVATED_2);
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
