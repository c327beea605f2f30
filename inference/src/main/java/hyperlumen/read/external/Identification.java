package hyperlumen.read.external;

import hyperlumen.photo.CameraColour;
import hyperlumen.photo.CameraColour.Calibration;
import hyperlumen.photo.Cfa;
import hyperlumen.photo.Orientation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What {@code raw-identify -v} says about a file.
 *
 * @param text all it printed
 */
record Identification(String text) {

  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");

  private static final double[] IDENTITY = {1, 0, 0, 0, 1, 0, 0, 0, 1};

  /** EXIF LightSource values. */
  private static final int STANDARD_LIGHT_A = 17;

  private static final int D65 = 21;

  /** The camera, or nothing if the file was not recognised. */
  Optional<String> camera() {
    return line("Camera:").map(name -> name.replaceFirst(" ID: .*", ""));
  }

  /** Colours of the filter array: 3 or 4. */
  int colours() {
    return line("Raw colors:")
        .map(Identification::numbers)
        .filter(n -> n.length > 0)
        .map(n -> (int) n[0])
        .orElse(0);
  }

  /** The filter array of the visible area if it is a Bayer one. */
  Optional<Cfa> bayer() {
    String pattern = line("Filter pattern:").orElse("").replace("/", "");
    for (Cfa cfa : Cfa.values()) {
      boolean repeats = !pattern.isEmpty() && pattern.length() % 4 == 0;
      for (int i = 0; i < pattern.length(); i++) {
        repeats &= pattern.charAt(i) == cfa.name().charAt(i % 4);
      }
      if (repeats) {
        return Optional.of(cfa);
      }
    }
    return Optional.empty();
  }

  /** How the picture is turned: LibRaw's flip 0, 3, 5 or 6. */
  Orientation orientation() {
    int flip =
        line("Image flip:")
            .map(Identification::numbers)
            .filter(n -> n.length > 0)
            .map(n -> (int) n[0])
            .orElse(0);
    return switch (flip) {
      case 3 -> Orientation.ROTATE_180;
      case 5 -> Orientation.ROTATE_270;
      case 6 -> Orientation.ROTATE_90;
      default -> Orientation.NORMAL;
    };
  }

  /** Matrices and as-shot white of a three-colour camera. */
  CameraColour colour() {
    List<Calibration> calibrations = new ArrayList<>();
    matrix("XYZ->CamRGB matrix:").ifPresent(m -> calibrations.add(calibration(D65, m)));
    for (int i = 1; i <= 2 && calibrations.size() < i; i++) {
      String illuminant = line("DNG Illuminant " + i + ":").orElse("D65");
      int code = illuminant.contains("A") ? STANDARD_LIGHT_A : D65;
      matrix("DNG color matrix " + i + ":").ifPresent(m -> calibrations.add(calibration(code, m)));
    }
    double[] neutral =
        multipliers("As shot")
            .or(() -> multipliers("Derived D65 multipliers:"))
            .orElse(new double[] {1, 1, 1});
    return new CameraColour(calibrations, new double[] {1, 1, 1}, neutral, 0);
  }

  private static Calibration calibration(int illuminant, double[] matrix) {
    return new Calibration(illuminant, matrix, IDENTITY, Optional.empty());
  }

  /** The neutral of white-balance gains: 1 / gain, scaled so that the largest is 1. */
  private Optional<double[]> multipliers(String label) {
    double[] gains = line(label).map(Identification::numbers).orElse(new double[0]);
    if (gains.length < 3 || !(gains[0] > 0 && gains[1] > 0 && gains[2] > 0)) {
      return Optional.empty();
    }
    double least = Math.min(gains[0], Math.min(gains[1], gains[2]));
    return Optional.of(new double[] {least / gains[0], least / gains[1], least / gains[2]});
  }

  private Optional<double[]> matrix(String label) {
    int at = text.indexOf(label);
    if (at < 0) {
      return Optional.empty();
    }
    List<String> lines = text.substring(at + label.length()).lines().skip(1).limit(3).toList();
    double[] matrix = new double[9];
    double sum = 0;
    for (int row = 0; row < lines.size(); row++) {
      double[] numbers = numbers(lines.get(row));
      if (numbers.length != 3) {
        return Optional.empty();
      }
      for (int i = 0; i < 3; i++) {
        matrix[3 * row + i] = numbers[i];
        sum += Math.abs(numbers[i]);
      }
    }
    return lines.size() == 3 && sum > 0 ? Optional.of(matrix) : Optional.empty();
  }

  /** What follows {@code label} where it begins a line. */
  private Optional<String> line(String label) {
    return text.lines()
        .map(String::strip)
        .filter(line -> line.startsWith(label))
        .findFirst()
        .map(line -> line.substring(label.length()).strip());
  }

  private static double[] numbers(String text) {
    return NUMBER
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .mapToDouble(Double::parseDouble)
        .toArray();
  }
}
