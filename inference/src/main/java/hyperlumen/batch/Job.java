package hyperlumen.batch;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A job as the queue holds it.
 *
 * @param id number within its queue
 * @param order what was asked for
 * @param inputBytes size of the input when it was queued
 * @param inputModified when the input had been changed last when it was queued
 * @param inputSha256 of the input, known from the first attempt on
 * @param model the model that does it, known from the first attempt on
 * @param tile side of a tile in photo pixels, halo included; frozen by the first attempt, smaller
 *     only after running out of memory
 * @param tileShrunk whether it is smaller than the first attempt's
 * @param state where it stands
 * @param attempts how often it was begun
 * @param error why it failed
 * @param outputSha256 of the output, known just before it gets its name
 * @param report what it cost, once it is done
 * @param added when it was queued
 */
public record Job(
    long id,
    JobOrder order,
    long inputBytes,
    Instant inputModified,
    Optional<String> inputSha256,
    Optional<ModelChoice.Name> model,
    OptionalInt tile,
    boolean tileShrunk,
    JobState state,
    int attempts,
    Optional<JobError> error,
    Optional<String> outputSha256,
    Optional<Report.Entry> report,
    Instant added) {}
