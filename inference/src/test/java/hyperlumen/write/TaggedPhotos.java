package hyperlumen.write;

import hyperlumen.photo.CameraColour;
import hyperlumen.photo.CameraColour.Calibration;
import hyperlumen.photo.Raster;
import hyperlumen.photo.Size;
import hyperlumen.progress.Progress;
import hyperlumen.read.bitmap.TiffPages;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;

/** Small photos in every format, with the metadata of cameras and of programs for photos. */
final class TaggedPhotos {

  private static final double[] IDENTITY = {1, 0, 0, 0, 1, 0, 0, 0, 1};

  /** As cameras and programs for photos write them; the blank behind the model is deliberate. */
  private static final List<String> TAGS =
      List.of(
          "-Make=Canon",
          "-Model=EOS 5D ",
          "-Artist=Zo\u00eb",
          "-Copyright=Me",
          "-ImageDescription=Hill",
          "-Orientation#=6",
          "-XResolution=240",
          "-YResolution=240",
          "-ResolutionUnit=inches",
          "-Software=Cam",
          "-IFD0:ModifyDate=2024:01:02 03:04:05",
          "-ExifIFD:DateTimeOriginal=2024:05:06 07:08:09",
          "-ExifIFD:CreateDate#=    :  :     :  :  ",
          "-OffsetTimeOriginal=+01:00",
          "-ExposureTime=1/125",
          "-FNumber=2.8",
          "-ISO=400",
          "-LensModel=EF 50",
          "-UserComment=hello",
          "-ExifIFD:ColorSpace#=1",
          "-ExifImageWidth=48",
          "-ExifImageHeight=32",
          "-InteropIndex=R98",
          "-XPKeywords=hill",
          "-GPSLatitude=48.137",
          "-GPSLatitudeRef=N",
          "-GPSLongitude=11.5",
          "-GPSLongitudeRef=E",
          "-GPSAltitude=519",
          "-GPSDateStamp=2024:05:06",
          "-GPSTimeStamp=07:08:09",
          "-IPTC:CodedCharacterSet=UTF8",
          "-IPTC:Keywords=one",
          "-IPTC:Keywords=two",
          "-IPTC:City=M\u00fcnchen",
          "-XMP-xmp:Rating=4",
          "-XMP-dc:Subject=one",
          "-XMP-dc:Title=Hill",
          "-XMP-tiff:Orientation#=6",
          "-XMP-crs:Exposure2012=+1.0",
          "-XMP-photoshop:City=M\u00fcnchen");

  /** Samples of the small picture in the TIFF. */
  static final byte[] SMALL_PICTURE = smallPicture();

  private TaggedPhotos() {}

  /** A small photo of that format with {@link #TAGS} and a thumbnail. */
  static Path write(Path folder, String ending) throws Exception {
    Path file = folder.resolve("source." + ending);
    BufferedImage image = new BufferedImage(48, 32, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 48; x++) {
      image.setRGB(x, x % 32, 0x40_80_f0);
    }
    Path thumbnail = folder.resolve("thumb-source.jpg");
    ImageIO.write(image, "jpg", thumbnail.toFile());
    if (ending.equals("dng")) {
      CameraColour colour =
          new CameraColour(
              List.of(new Calibration(21, IDENTITY, IDENTITY, Optional.empty())),
              new double[] {1, 1, 1},
              new double[] {0.5, 1, 0.7},
              0,
              List.of());
      PhotoWriter.writeLinearDng(
          new LinearDng(
              new GradientSource(new Size(48, 32), 3, 255),
              colour,
              small -> new Raster(3, small.height(), small.width())),
          file,
          OutputSpec.of(OutputFormat.DNG, "Cam"),
          Progress.NONE);
    } else if (ending.equals("tif")) {
      writeTiff(image, file);
    } else {
      ImageIO.write(image, ending, file.toFile());
    }
    List<String> arguments = new ArrayList<>(List.of("-q", "-overwrite_original"));
    arguments.addAll(TAGS);
    arguments.add("-IFD1:ThumbnailImage<=" + thumbnail);
    arguments.add(file.toString());
    Exiftool.run(arguments.toArray(String[]::new));
    return file;
  }

  /** A TIFF whose second directory has a smaller version of the picture (NewSubfileType 1). */
  private static void writeTiff(BufferedImage image, Path file) throws IOException {
    BufferedImage small = new BufferedImage(12, 8, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 96; i++) {
      int at = 3 * i;
      small.setRGB(
          i % 12,
          i / 12,
          (SMALL_PICTURE[at] & 0xff) << 16
              | (SMALL_PICTURE[at + 1] & 0xff) << 8
              | (SMALL_PICTURE[at + 2] & 0xff));
    }
    TiffPages.write(file, image, small, 1);
  }

  /** Bytes that stand nowhere else. */
  private static byte[] smallPicture() {
    byte[] bytes = new byte[12 * 8 * 3];
    new Random(7).nextBytes(bytes);
    return bytes;
  }
}
