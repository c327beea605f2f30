package hyperlumen.ui.studio;

import atlantafx.base.controls.Notification;
import atlantafx.base.theme.Styles;
import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/** Short messages at the window's lower edge that go away by themselves. */
final class Notices {

  private static final Duration SHOWN = Duration.seconds(8);

  /** More than these would hide the picture; the oldest goes. */
  private static final int MOST = 3;

  private final StackPane over;
  private final VBox pile = new VBox(8);

  Notices(StackPane over) {
    this.over = over;
    pile.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    pile.setPickOnBounds(false);
    StackPane.setAlignment(pile, Pos.BOTTOM_CENTER);
    StackPane.setMargin(pile, new Insets(0, 0, 44, 0));
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
    Notification notice = new Notification(message, new FontIcon(icon));
    notice.getStyleClass().addAll(style, Styles.ELEVATED_2);
    notice.setPrefWidth(420);
    notice.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    notice.setPrefHeight(Region.USE_COMPUTED_SIZE);
    notice.getPrimaryActions().setAll(actions);
    notice.setOnClose(e -> remove(notice));
    pile.getChildren().add(notice);
    if (pile.getChildren().size() > MOST) {
      pile.getChildren().removeFirst();
    }
    if (!over.getChildren().contains(pile)) {
      over.getChildren().add(pile);
    }
    PauseTransition end = new PauseTransition(SHOWN);
    end.setOnFinished(e -> remove(notice));
    end.play();
  }

  private void remove(Notification notice) {
    pile.getChildren().remove(notice);
    if (pile.getChildren().isEmpty()) {
      over.getChildren().remove(pile);
    }
  }
}
