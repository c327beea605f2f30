package hyperlumen.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Notes after every call what a power cut at that moment would leave under the final name at worst:
 * a new name is on the disk at once, but of the new file only what it held when it was flushed.
 */
final class ForgetfulDisk implements FileOperations {

  private final Path folder;
  private final List<String> calls = new ArrayList<>();
  private final List<byte[]> leftByPowerCuts = new ArrayList<>();
  private byte[] flushed = new byte[0];
  private byte[] named;

  /** The only folder that is written to, and what the final name stands for before. */
  ForgetfulDisk(Path folder, byte[] before) {
    this.folder = folder;
    named = before;
  }

  @Override
  public void write(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
    SYSTEM.write(channel, bytes, position);
    called("write");
  }

  @Override
  public void force(FileChannel channel) throws IOException {
    SYSTEM.force(channel);
    try (DirectoryStream<Path> hidden = Files.newDirectoryStream(folder, ".hyperlumen-*")) {
      flushed = Files.readAllBytes(hidden.iterator().next());
    }
    called("flush");
  }

  @Override
  public void replace(Path temporary, Path target) throws IOException {
    SYSTEM.replace(temporary, target);
    named = flushed;
    called("name");
  }

  @Override
  public void publish(Path temporary, Path target) throws IOException {
    SYSTEM.publish(temporary, target);
    named = flushed;
    called("name");
  }

  @Override
  public void forceName(Path target) throws IOException {
    SYSTEM.forceName(target);
    called("flush the name");
  }

  /** Something else that happens in between. */
  void called(String call) {
    calls.add(call);
    leftByPowerCuts.add(named);
  }

  List<String> calls() {
    return calls;
  }

  List<byte[]> leftByPowerCuts() {
    return leftByPowerCuts;
  }
}
