package hyperlumen.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import hyperlumen.network.Network;
import hyperlumen.photo.Bytes;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Reads and writes one model's folder: {@code card.json}, {@code forward.onnx}, {@code
 * predict.onnx}.
 */
final class ModelFolder {

  private static final String CARD = "card.json";
  private static final String FORWARD = "forward.onnx";
  private static final String PREDICT = "predict.onnx";

  /** The largest file of a model: four times the paper's largest network stored as fp16. */
  private static final long LARGEST_FILE = 2L << 30;

  /** A card is a page of text. */
  private static final long LARGEST_CARD = 1L << 20;

  private ModelFolder() {}

  /** Reads a model and its hash. */
  static Model read(Path folder) throws IOException {
    String id = folder.getFileName().toString();
    byte[] cardBytes = bytes(folder, CARD);
    ModelCard card;
    Network network;
    try {
      card = ModelJson.MAPPER.readValue(cardBytes, ModelCard.class);
      check(card, id);
      network = card.spec().network();
    } catch (JsonProcessingException e) {
      throw new ModelException(
          "model " + id + ": card.json cannot be read: " + e.getOriginalMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new ModelException("model " + id + ": " + e.getMessage(), e);
    }
    byte[] forward = bytes(folder, FORWARD);
    Optional<Bytes> predict =
        network.isHyper() ? Optional.of(new Bytes(bytes(folder, PREDICT))) : Optional.empty();
    return new Model(card, network, predict, new Bytes(forward), hash(cardBytes, forward, predict));
  }

  private static void check(ModelCard card, String id) throws ModelException {
    if (card.schema() != ModelCard.SCHEMA) {
      throw new ModelException(
          "model " + id + ": its card has version " + card.schema() + ", known is 1");
    }
    if (!id.equals(card.id())) {
      throw new ModelException("model " + id + ": its card names another model, " + card.id());
    }
    if (card.window() < 16 || card.window() > 4096 || card.windows() < 1 || card.windows() > 64) {
      throw new ModelException("model " + id + ": its windows are out of bounds");
    }
    if (card.task() == null || card.code() == null || card.output() == null) {
      throw new ModelException("model " + id + ": its card is incomplete");
    }
  }

  /** Writes a model; the folder must not hold another one. */
  static String write(Path folder, ModelCard card, byte[] forward, Optional<Bytes> predict)
      throws IOException {
    Files.createDirectories(folder);
    byte[] cardBytes = ModelJson.MAPPER.writeValueAsBytes(card);
    Files.write(folder.resolve(CARD), cardBytes);
    Files.write(folder.resolve(FORWARD), forward);
    if (predict.isPresent()) {
      Files.write(folder.resolve(PREDICT), predict.get().array());
    } else {
      Files.deleteIfExists(folder.resolve(PREDICT));
    }
    return hash(cardBytes, forward, predict);
  }

  /** Deletes a model's files and its folder; what else is in it stays, and then the folder too. */
  static void delete(Path folder) throws IOException {
    for (String name : List.of(CARD, FORWARD, PREDICT)) {
      Files.deleteIfExists(folder.resolve(name));
    }
    try {
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException e) {
      throw new ModelException("there are other files in " + folder + ", which were kept", e);
    }
  }

  private static byte[] bytes(Path folder, String name) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new ModelException("model " + folder.getFileName() + ": there is no " + name);
    }
    if (Files.size(file) > (name.equals(CARD) ? LARGEST_CARD : LARGEST_FILE)) {
      throw new ModelException("model " + folder.getFileName() + ": " + name + " is too large");
    }
    return Files.readAllBytes(file);
  }

  private static String hash(byte[] card, byte[] forward, Optional<Bytes> predict) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(card);
      digest.update(forward);
      predict.ifPresent(bytes -> digest.update(bytes.array()));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
