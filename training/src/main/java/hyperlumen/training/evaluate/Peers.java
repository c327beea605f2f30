package hyperlumen.training.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What other programs reach on the same sets.
 *
 * @param source where the figures are from, in words
 * @param methods the programs
 */
public record Peers(String source, List<Method> methods) {

  private static final String RESOURCE = "peers.json";

  /**
   * One program.
   *
   * @param name with what it was told
   * @param parameters of its network, if it has one
   * @param kflopPerPixel of its network
   * @param secondsPerMegapixel on two cores
   * @param scores by set and condition
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Method(
      String name,
      Long parameters,
      Double kflopPerPixel,
      Double secondsPerMegapixel,
      Map<String, Score> scores) {}

  /** The figures that come with the program. */
  public static Peers read() throws IOException {
    try (InputStream in = Peers.class.getResourceAsStream(RESOURCE)) {
      return new ObjectMapper().readValue(in, Peers.class);
    }
  }

  /** The strongest method on a set, by PSNR, or by linear PSNR where only that is known. */
  public Optional<Method> strongest(String set) {
    return methods.stream()
        .filter(method -> method.scores().containsKey(set))
        .max(Comparator.comparingDouble(method -> decibels(method.scores().get(set))));
  }

  /** PSNR, or linear PSNR where there is no other. */
  static double decibels(Score score) {
    return score.psnr() != null ? score.psnr() : score.linearPsnr();
  }
}
