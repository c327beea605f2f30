package hyperlumen.batch;

import hyperlumen.write.ProcessMark;
import java.util.UUID;

/**
 * Who works on a job: a runner of a process. Lets another process of the same machine see at once
 * that the owner was killed, without waiting for its lease.
 *
 * @param process the process
 * @param runner one of its runners
 */
record Owner(ProcessMark process, UUID runner) {

  private static final String SEPARATOR = "/";

  /** A new runner of this process. */
  static Owner here() {
    return new Owner(ProcessMark.here(), UUID.randomUUID());
  }

  /** As it stands in the queue. */
  String text() {
    return process.text() + SEPARATOR + runner;
  }

  /** Whether the owner of a row has certainly ended. */
  static boolean isGone(String text) {
    return ProcessMark.parse(text.substring(0, Math.max(0, text.indexOf(SEPARATOR))))
        .map(ProcessMark::isGone)
        .orElse(false);
  }
}
