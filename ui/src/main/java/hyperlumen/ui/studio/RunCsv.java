package hyperlumen.ui.studio;

import hyperlumen.ui.quality.Quality;
import java.util.List;

/**
 * Runs as a table for other programs: comma-separated values after RFC 4180, one run per line, a
 * point as the decimal sign, empty where a figure is unknown.
 */
final class RunCsv {

  private static final String HEADER =
      "photo,megapixels,run,model,model_sha256,noise,total_s,useful_flop,executed_flop,"
          + "peak_memory_bytes,tile_px,halo_px,tiles,threads,psnr_db,ssim,ms_ssim";

  private RunCsv() {}

  static String of(List<RunRow> rows) {
    StringBuilder csv = new StringBuilder(HEADER).append("\r\n");
    for (RunRow row : rows) {
      var cost = row.run().cost();
      csv.append(quoted(row.photo())).append(',');
      csv.append(number(row.megapixels())).append(',');
      csv.append(row.run().number()).append(',');
      csv.append(quoted(row.run().model().id())).append(',');
      csv.append(cost.modelSha256()).append(',');
      csv.append(number(row.run().noise())).append(',');
      csv.append(number(cost.totalSeconds())).append(',');
      csv.append(number(cost.usefulFlop())).append(',');
      csv.append(number(cost.executedFlop())).append(',');
      csv.append(cost.peakMemory().isPresent() ? cost.peakMemory().getAsLong() : "").append(',');
      csv.append(cost.tile()).append(',').append(cost.halo()).append(',');
      csv.append(cost.tiles()).append(',').append(cost.threads()).append(',');
      csv.append(number(row.quality(Quality::psnr))).append(',');
      csv.append(number(row.quality(q -> q.ssim().orElse(Double.NaN)))).append(',');
      csv.append(number(row.quality(q -> q.msSsim().orElse(Double.NaN)))).append("\r\n");
    }
    return csv.toString();
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : Double.isInfinite(value) ? "inf" : Double.toString(value);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
