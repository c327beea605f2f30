package hyperlumen.training.paper;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * What the paper prints.
 *
 * @param source where from
 * @param table1 RAW to picture on Zurich RAW to DSLR, at 12.6 megapixels
 * @param table2 denoising on SIDD; seconds per megapixel
 */
public record PaperTables(String source, List<Row> table1, List<Row> table2) {

  private static final String RESOURCE = "tables.json";

  /**
   * One network; null where the paper prints nothing that was at hand.
   *
   * @param name in words
   * @param spec our reconstruction; null where there is none
   * @param pynet whether it is rebuilt from PyNET's layer list
   * @param flop in units of 10^12
   * @param parameters in millions
   * @param seconds of a processor
   * @param memory of all convolutions' outputs in GiB
   * @param psnr in dB
   * @param msSsim at most 1
   * @param ssim at most 1
   */
  public record Row(
      String name,
      String spec,
      boolean pynet,
      Double flop,
      Double parameters,
      Double seconds,
      Double memory,
      Double psnr,
      Double msSsim,
      Double ssim) {}

  /** The tables that come with the program. */
  public static PaperTables read() throws IOException {
    try (InputStream in = PaperTables.class.getResourceAsStream(RESOURCE)) {
      return new ObjectMapper().readValue(in, PaperTables.class);
    }
  }
}
