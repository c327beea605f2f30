package hyperlumen.app;

import hyperlumen.batch.JobError;
import hyperlumen.develop.FilterCheck;
import hyperlumen.photo.CameraColour;
import hyperlumen.photo.IntegerSamples;
import hyperlumen.photo.Levels;
import hyperlumen.photo.LinearPhoto;
import hyperlumen.photo.NoiseProfile;
import hyperlumen.photo.Photo;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.PixelScale;
import hyperlumen.photo.RawPhoto;
import hyperlumen.photo.Region;
import hyperlumen.photo.RgbPhoto;
import hyperlumen.photo.Size;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A photo's facts by name, in the order they are told, ready for JSON. */
final class PhotoFacts {

  private PhotoFacts() {}

  /** What is known of a photo. */
  static Map<String, Object> of(Path file, Photo photo) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("file", file.toString());
    switch (photo) {
      case RawPhoto raw -> {
        general(facts, "raw", photo);
        facts.put("bits", raw.bits());
        facts.put("cfa", raw.cfa().name());
        FilterCheck.doubt(raw).ifPresent(doubt -> facts.put("cfaDoubt", doubt));
        facts.put("activeArea", raw.mosaic().size().toString());
        facts.put("crop", crop(raw.crop()));
        levels(facts, raw.levels());
        colour(facts, raw.colour());
        facts.put("noiseProfile", raw.noiseProfile().map(PhotoFacts::noise).orElse(null));
      }
      case LinearPhoto linear -> {
        general(facts, "linear", photo);
        samples(facts, linear.samples());
        facts.put("crop", crop(linear.crop()));
        levels(facts, linear.levels());
        colour(facts, linear.colour());
      }
      case RgbPhoto rgb -> {
        general(facts, "rgb", photo);
        facts.put("format", rgb.format().name().toLowerCase(Locale.ROOT));
        samples(facts, rgb.samples());
        facts.put("iccProfileBytes", rgb.iccProfile().map(b -> b.length()).orElse(null));
      }
    }
    return facts;
  }

  /** Why nothing is known of it. */
  static Map<String, Object> ofFailure(Path file, PhotoException e) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("file", file.toString());
    facts.put("error", JobError.of(e));
    return facts;
  }

  /** A value in words: numbers short, lists with commas. */
  static String words(Object value) {
    return switch (value) {
      case null -> "-";
      case Double number -> String.format(Locale.ROOT, "%.6g", number);
      case List<?> list -> String.join(", ", list.stream().map(PhotoFacts::words).toList());
      case Map<?, ?> map ->
          String.join(
              "; ",
              map.entrySet().stream().map(e -> e.getKey() + " " + words(e.getValue())).toList());
      default -> value.toString();
    };
  }

  private static void general(Map<String, Object> facts, String kind, Photo photo) {
    facts.put("kind", kind);
    Size finished = photo.finishedSize();
    facts.put("width", finished.width());
    facts.put("height", finished.height());
    facts.put("megapixels", finished.megapixels());
    facts.put("compression", photo.compression());
    facts.put("orientation", photo.metadata().orientation().exif());
    PixelScale scale = photo.pixelScale();
    scale
        .shape()
        .ifPresent(
            shape -> {
              facts.put("defaultScale", List.of(scale.horizontal(), scale.vertical()));
              facts.put(
                  "pixelShape",
                  scale
                      .warning()
                      .orElse(shape + ": " + photo.size() + " are stretched to " + finished));
            });
    facts.put("exifTags", photo.metadata().exif().size());
    if (!photo.metadata().losses().isEmpty()) {
      facts.put("metadataLost", photo.metadata().losses());
    }
  }

  private static void samples(Map<String, Object> facts, IntegerSamples samples) {
    facts.put("bits", samples.bits());
    facts.put("channels", samples.channels());
  }

  private static Map<String, Object> crop(Region crop) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("x", crop.x());
    fields.put("y", crop.y());
    fields.put("width", crop.width());
    fields.put("height", crop.height());
    return fields;
  }

  private static void levels(Map<String, Object> facts, Levels levels) {
    Map<String, Object> black = new LinkedHashMap<>();
    black.put("rows", levels.blackRows());
    black.put("columns", levels.blackColumns());
    List<Double> values = new ArrayList<>();
    for (float level : levels.black()) {
      values.add((double) level);
    }
    black.put("levels", values);
    black.put("byColumn", levels.blackByColumn().length > 0);
    black.put("byRow", levels.blackByRow().length > 0);
    facts.put("black", black);
    facts.put("white", (double) levels.white());
  }

  private static void colour(Map<String, Object> facts, CameraColour colour) {
    facts.put("asShotNeutral", list(colour.asShotNeutral()));
    facts.put("asShotGains", list(colour.asShotGains()));
    facts.put("baselineExposure", colour.baselineExposure());
    List<Object> calibrations = new ArrayList<>();
    for (CameraColour.Calibration calibration : colour.calibrations()) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("illuminant", calibration.illuminant());
      fields.put("colorMatrix", list(calibration.colorMatrix()));
      fields.put("forwardMatrix", calibration.forwardMatrix().map(PhotoFacts::list).orElse(null));
      calibrations.add(fields);
    }
    facts.put("matrices", calibrations);
  }

  private static Map<String, Object> noise(NoiseProfile profile) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("shot", profile.shot());
    fields.put("read", profile.read());
    return fields;
  }

  private static List<Double> list(double[] values) {
    List<Double> list = new ArrayList<>();
    for (double value : values) {
      list.add(Json.finite(value));
    }
    return list;
  }
}
