package hyperlumen.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Lets the n-th call to the operating system fail, as on a full disk. */
final class FailingOperations implements FileOperations {

  private final int callsThatSucceed;
  private int calls;

  FailingOperations(int callsThatSucceed) {
    this.callsThatSucceed = callsThatSucceed;
  }

  /** Calls so far. */
  int calls() {
    return calls;
  }

  @Override
  public void write(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
    count();
    SYSTEM.write(channel, bytes, position);
  }

  @Override
  public void force(FileChannel channel) throws IOException {
    count();
    SYSTEM.force(channel);
  }

  @Override
  public void replace(Path temporary, Path target) throws IOException {
    count();
    SYSTEM.replace(temporary, target);
  }

  @Override
  public void publish(Path temporary, Path target) throws IOException {
    count();
    SYSTEM.publish(temporary, target);
  }

  @Override
  public void forceName(Path target) throws IOException {
    count();
    SYSTEM.forceName(target);
  }

  private void count() throws IOException {
    if (calls++ == callsThatSucceed) {
      throw new IOException("no space left");
    }
  }
}
