package hyperlumen.training.data;

import java.util.List;

/**
 * One training sample: patches of one photo with one noise, which share one filter set.
 *
 * @param patches number of patches K
 * @param inputSide side of the network's input in its own pixels
 * @param input [K, planes, side, side], coded as the network sees it
 * @param target [K, 3, side * packing, side * packing], coded as the network gives it
 * @param noise the numbers the network is told
 */
public record Group(int patches, int inputSide, float[] input, float[] target, float[] noise) {

  /**
   * All patches as one batch, for a network whose filters do not depend on the group.
   *
   * @param groups of the same size, at least one
   */
  public static Group joined(List<Group> groups) {
    Group first = groups.getFirst();
    float[] input = new float[groups.size() * first.input.length];
    float[] target = new float[groups.size() * first.target.length];
    int patches = 0;
    for (int i = 0; i < groups.size(); i++) {
      Group group = groups.get(i);
      System.arraycopy(group.input, 0, input, i * first.input.length, first.input.length);
      System.arraycopy(group.target, 0, target, i * first.target.length, first.target.length);
      patches += group.patches;
    }
    return new Group(patches, first.inputSide, input, target, first.noise);
  }
}
