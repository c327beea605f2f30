package hyperlumen.training.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a model reaches on one set.
 *
 * @param pictures how many
 * @param baseline what {@code before} is: input or bilinear
 * @param before means without the model
 * @param after means with the model
 * @param secondsPerMegapixel from file to file, on this machine as busy as it was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SetResult(
    int pictures, String baseline, Score before, Score after, double secondsPerMegapixel) {}
