package hyperlumen.training.data;

import java.nio.file.Path;

/**
 * Two files that show the same scene, pixel by pixel.
 *
 * @param name unique among the pairs of a set
 * @param reference what the picture should be
 * @param input what the program gets: a noisy picture, or a mosaic
 */
public record PicturePair(String name, Path reference, Path input) {}
