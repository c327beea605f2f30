package hyperlumen.enhance;

import hyperlumen.develop.FilterCheck;
import hyperlumen.photo.Photo;
import hyperlumen.photo.RawPhoto;
import java.util.ArrayList;
import java.util.List;

/**
 * Something a user should know of a photo before its result is judged.
 *
 * @param subject what it is about
 * @param text one clause in English, without the file's name
 */
public record PhotoNote(Subject subject, String text) {

  /** What a note is about. */
  public enum Subject {
    /** Pixels of a shape to which no picture is stretched. */
    PIXEL_SHAPE,
    /** The colour filters that the file names cannot be right. */
    FILTERS,
    /** Part of the metadata is damaged and is not in the result. */
    METADATA
  }

  /** All of a photo; looks at its samples, but at no more than four million of them. */
  public static List<PhotoNote> of(Photo photo) {
    List<PhotoNote> notes = new ArrayList<>();
    photo
        .pixelScale()
        .warning()
        .ifPresent(text -> notes.add(new PhotoNote(Subject.PIXEL_SHAPE, text)));
    if (photo instanceof RawPhoto raw) {
      FilterCheck.doubt(raw).ifPresent(text -> notes.add(new PhotoNote(Subject.FILTERS, text)));
    }
    photo.metadata().losses().forEach(text -> notes.add(new PhotoNote(Subject.METADATA, text)));
    return notes;
  }
}
