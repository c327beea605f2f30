package hyperlumen.training.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;
import hyperlumen.metric.MsSsim;
import hyperlumen.metric.Psnr;
import hyperlumen.metric.Ssim;
import hyperlumen.photo.Raster;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * How near a picture, or on average a set, is to its truth; white = 1.
 *
 * @param psnr in dB, on a set the mean of its pictures'; null where a picture is the truth itself
 * @param ssim at most 1; null for pictures too small for its window
 * @param msSsim at most 1; null for pictures too small for five scales
 * @param linearPsnr of linear light in dB; null for finished pictures
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Score(Double psnr, Double ssim, Double msSsim, Double linearPsnr) {

  /** Metrics of a finished picture. */
  public static Score of(Raster reference, Raster picture) {
    double psnr = Psnr.of(reference, picture, 1);
    return new Score(
        Double.isFinite(psnr) ? psnr : null,
        Ssim.isDefinedFor(reference.size()) ? Ssim.of(reference, picture, 1) : null,
        MsSsim.isDefinedFor(reference.size()) ? MsSsim.of(reference, picture, 1) : null,
        null);
  }

  /** The same metrics with a PSNR of linear light. */
  public Score withLinear(double psnrOfLight) {
    return new Score(psnr, ssim, msSsim, psnrOfLight);
  }

  /** Means of every metric that all scores have. */
  public static Score mean(List<Score> scores) {
    return new Score(
        mean(scores, Score::psnr),
        mean(scores, Score::ssim),
        mean(scores, Score::msSsim),
        mean(scores, Score::linearPsnr));
  }

  private static Double mean(List<Score> scores, Function<Score, Double> metric) {
    if (scores.stream().map(metric).anyMatch(Objects::isNull)) {
      return null;
    }
    OptionalDouble mean = scores.stream().map(metric).mapToDouble(Double::doubleValue).average();
    return mean.isPresent() ? mean.getAsDouble() : null;
  }
}
