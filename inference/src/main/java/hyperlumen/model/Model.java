package hyperlumen.model;

import hyperlumen.network.Network;
import hyperlumen.photo.Bytes;
import java.util.Optional;

/**
 * A model ready to run: its card, its network, its two graphs, all checked against the hash.
 *
 * @param card what it is
 * @param network built from the card's specification
 * @param predict the graph that predicts filters; empty where there are none to predict
 * @param forward the graph that is run on tiles
 * @param sha256 of card, forward and predict in this order, 64 hexadecimal digits
 */
public record Model(
    ModelCard card, Network network, Optional<Bytes> predict, Bytes forward, String sha256) {

  /** The card's id. */
  public String id() {
    return card.id();
  }
}
