package hyperlumen.training.peer;

import hyperlumen.develop.BalancedRows;
import hyperlumen.model.Model;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import hyperlumen.runtime.NetworkInput;
import java.util.Random;

/**
 * Planes of a made-up photo of any size for any model: seeded noise on a slope, mirrored beyond the
 * border as every photo is. Costs next to nothing to make.
 *
 * @param planes of the network's input
 * @param factor photo pixels per network pixel
 * @param packed size in network pixels
 * @param values drawn once
 */
record PatternInput(int planes, int factor, Size packed, float[] values) implements NetworkInput {

  private static final int VALUES = 1 << 12;

  /** A photo with so many network pixels. */
  static PatternInput of(Model model, Size packed) {
    Random random = new Random(5);
    float[] values = new float[VALUES];
    for (int i = 0; i < VALUES; i++) {
      values[i] = 0.2f + 0.6f * i / VALUES + 0.1f * random.nextFloat();
    }
    return new PatternInput(
        model.network().packing().planes(), model.network().packing().factor(), packed, values);
  }

  @Override
  public Size size() {
    return new Size(packed.width() * factor, packed.height() * factor);
  }

  @Override
  public Region crop() {
    return size().region();
  }

  @Override
  public Filler filler() {
    return (region, out) -> {
      int at = 0;
      for (int p = 0; p < planes; p++) {
        for (int y = region.y(); y < region.endY(); y++) {
          int row = BalancedRows.mirrored(y, packed.height()) * 37 + p * 11;
          for (int x = region.x(); x < region.endX(); x++) {
            int column =
                x >= 0 && x < packed.width() ? x : BalancedRows.mirrored(x, packed.width());
            out[at++] = values[(row + column * 5) & (VALUES - 1)];
          }
        }
      }
    };
  }
}
