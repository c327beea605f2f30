package hyperlumen.write;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.PhotoException.Kind;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Size;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.w3c.dom.Element;

/**
 * Writes baseline JPEG: grey or YCbCr without subsampling (4:4:4), an alpha channel is left out.
 * The JDK's encoder makes the JFIF stream; our segments are put behind its JFIF header.
 */
final class JpegPictureWriter {

  /** What the JDK's encoder takes (libjpeg, JPEG_MAX_DIMENSION). */
  private static final int MAX_SIDE = 65_500;

  private static final String NATIVE_FORMAT = "javax_imageio_jpeg_image_1.0";

  private final OutputSpec spec;
  private final Path target;
  private final AtomicFile file;

  JpegPictureWriter(OutputSpec spec, Path target, AtomicFile file) {
    this.spec = spec;
    this.target = target;
    this.file = file;
  }

  void write(RasterSource source, Progress progress) throws PhotoException, CancelledException {
    Size size = source.size();
    if (size.width() > MAX_SIDE || size.height() > MAX_SIDE) {
      throw new PhotoException(
          Kind.UNSUPPORTED,
          target,
          "a JPEG cannot be " + size + " pixels large; the limit is " + MAX_SIDE + " on a side");
    }
    int channels = source.channels() <= 2 ? 1 : 3;
    PulledRaster rows = PulledRaster.of(source, channels, spec.bandRows(), progress);
    byte[] segments = JpegSegmentWriter.segments(spec, size);
    try (OutputStream out =
            new BufferedOutputStream(new SegmentInserter(file.stream(), segments), 1 << 16);
        ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      encode(new PulledImage(rows), stream);
    } catch (IOException | RuntimeException e) {
      rethrow(rows, e);
    }
  }

  /** The JPEG stream of a small picture, without segments of ours. */
  byte[] bytes(RasterSource source) throws PhotoException, CancelledException {
    PulledRaster rows = PulledRaster.of(source, 3, spec.bandRows(), Progress.NONE);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      encode(new PulledImage(rows), stream);
    } catch (IOException | RuntimeException e) {
      rethrow(rows, e);
    }
    return out.toByteArray();
  }

  private void encode(PulledImage image, ImageOutputStream stream) throws IOException {
    ImageWriter writer = jdkWriter();
    try {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(spec.jpegQuality() / 100f);
      IIOMetadata metadata =
          writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), param);
      withoutSubsampling(metadata);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, metadata), param);
      stream.flush();
    } finally {
      writer.dispose();
    }
  }

  /** Gives every component the sampling factors 1x1. */
  private static void withoutSubsampling(IIOMetadata metadata) throws IOException {
    IIOMetadataNode tree = (IIOMetadataNode) metadata.getAsTree(NATIVE_FORMAT);
    var components = tree.getElementsByTagName("componentSpec");
    for (int i = 0; i < components.getLength(); i++) {
      Element component = (Element) components.item(i);
      component.setAttribute("HsamplingFactor", "1");
      component.setAttribute("VsamplingFactor", "1");
    }
    metadata.setFromTree(NATIVE_FORMAT, tree);
  }

  /** The JDK's own encoder, whatever other plug-ins are registered. */
  private ImageWriter jdkWriter() throws PhotoException {
    Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
    while (writers.hasNext()) {
      ImageWriter writer = writers.next();
      if (writer.getClass().getName().startsWith("com.sun.imageio.")) {
        return writer;
      }
    }
    throw new PhotoException(Kind.UNSUPPORTED, target, "this Java runtime has no JPEG encoder");
  }

  /** What the source threw comes out as itself, and so does an error of the file. */
  private void rethrow(PulledRaster rows, Exception thrown)
      throws PhotoException, CancelledException {
    switch (rows.failure().orElse(thrown)) {
      case PhotoException e -> throw e;
      case CancelledException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e ->
          throw new PhotoException(
              Kind.WRITE_FAILED, target, "could not be written: " + e.getMessage(), e);
    }
  }

  /** Puts bytes behind the start of image and the JFIF segment, which come first. */
  private static final class SegmentInserter extends FilterOutputStream {

    /** Start of image, marker, length. */
    private static final int UP_TO_LENGTH = 6;

    private final byte[] segments;
    private final byte[] start = new byte[UP_TO_LENGTH];
    private int seen;
    private int insertAt = UP_TO_LENGTH;

    SegmentInserter(OutputStream out, byte[] segments) {
      super(out);
      this.segments = segments;
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      int at = from;
      int end = from + count;
      while (at < end && seen < insertAt) {
        if (seen < UP_TO_LENGTH) {
          start[seen] = bytes[at];
          if (seen == UP_TO_LENGTH - 1) {
            insertAt = 4 + ((start[4] & 0xff) << 8 | (start[5] & 0xff));
          }
        }
        out.write(bytes[at++]);
        if (++seen == insertAt) {
          out.write(segments);
        }
      }
      out.write(bytes, at, end - at);
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }
  }
}
