package hyperlumen.read.dng;

import hyperlumen.photo.PhotoException;
import hyperlumen.read.tiff.Entry;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes an opcode list apart: always big-endian, whatever the file is. */
final class OpcodeList {

  /** Most opcodes of a list; real ones have under 20. */
  private static final int MAX_OPCODES = 256;

  /**
   * One opcode as it stands in the list.
   *
   * @param id its number
   * @param optional whether a reader that does not know it may go on
   * @param body its parameters
   */
  record Item(int id, boolean optional, ByteBuffer body) {

    /** Whether it moves pixels, so that what follows belongs to other places. */
    boolean isWarp() {
      return id == 1 || id == 2 || id == 14;
    }

    /** How a message calls it. */
    String name() {
      return switch (id) {
        case 1 -> "WarpRectilinear before demosaicing";
        case 2 -> "WarpFisheye before demosaicing";
        case 6 -> "TrimBounds";
        case 14 -> "WarpRectilinear2 before demosaicing";
        default -> "number " + id;
      };
    }
  }

  private OpcodeList() {}

  /** The opcodes of the list with this tag, none if there is no such list. */
  static List<Item> read(RawDirectory directory, int tag) throws PhotoException {
    Optional<Entry> entry = directory.find(tag);
    if (entry.isEmpty()) {
      return List.of();
    }
    ByteBuffer list = ByteBuffer.wrap(entry.get().bytes());
    List<Item> items = new ArrayList<>();
    try {
      int count = list.getInt();
      if (count < 0 || count > MAX_OPCODES) {
        throw directory.view().damaged("has a list of " + count + " opcodes");
      }
      for (int i = 0; i < count; i++) {
        int id = list.getInt();
        // The version of DNG that brought it says nothing the number does not.
        list.getInt();
        boolean optional = (list.getInt() & 1) != 0;
        int length = list.getInt();
        if (length < 0 || length > list.remaining()) {
          throw new BufferUnderflowException();
        }
        items.add(new Item(id, optional, list.slice(list.position(), length)));
        list.position(list.position() + length);
      }
    } catch (BufferUnderflowException e) {
      throw directory.view().damaged("has an opcode list (tag " + tag + ") that is cut short");
    }
    return items;
  }
}
