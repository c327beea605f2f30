package hyperlumen.read.dng;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.photo.Cfa;
import hyperlumen.photo.IntegerSamples.Samples16;
import hyperlumen.photo.LinearPhoto;
import hyperlumen.photo.Orientation;
import hyperlumen.photo.RawPhoto;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import hyperlumen.progress.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the test tree's writer wrote comes back sample for sample, in every variant of DNG. */
class DngRoundTripTest {

  /** Odd sides, so that tiles and strips stick out at the right and at the bottom. */
  private static final Size SIZE = new Size(150, 101);

  @TempDir Path folder;

  record Variant(String name, int bits, int channels, UnaryOperator<DngWriter> setting) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** A ramp with noise and, now and then, a jump over the whole range. */
  private static short[] samples(int bits, int channels) {
    Random random = new Random(bits);
    int top = (1 << bits) - 1;
    short[] samples = new short[SIZE.width() * SIZE.height() * channels];
    for (int i = 0; i < samples.length; i++) {
      int value = (int) ((long) i * top / samples.length) + random.nextInt(top / 8 + 1);
      samples[i] = (short) (random.nextInt(50) == 0 ? random.nextInt(top + 1) : value & top);
    }
    samples[0] = 0;
    samples[1] = (short) top;
    return samples;
  }

  static List<Variant> variants() {
    List<Variant> all = new ArrayList<>();
    for (int bits : new int[] {8, 10, 12, 14, 16}) {
      all.add(new Variant("uncompressed " + bits + " bits", bits, 1, w -> w.strips(7)));
      all.add(new Variant("tiles " + bits + " bits", bits, 1, w -> w.tiles(64, 48)));
    }
    all.add(new Variant("big-endian 16 bits", 16, 1, DngWriter::bigEndian));
    all.add(new Variant("big-endian 12 bits", 12, 1, DngWriter::bigEndian));
    all.add(new Variant("BigTIFF", 16, 1, DngWriter::bigTiff));
    all.add(new Variant("big-endian BigTIFF", 14, 1, w -> w.bigTiff().bigEndian().tiles(32, 32)));
    all.add(new Variant("raw in a SubIFD", 16, 1, DngWriter::inSubIfd));
    all.add(new Variant("linear RGB", 16, 3, w -> w));
    all.add(new Variant("linear RGB 8 bits", 8, 3, w -> w.tiles(64, 64)));
    for (int predictor = 1; predictor <= 7; predictor++) {
      int p = predictor;
      all.add(
          new Variant(
              "lossless JPEG predictor " + p + " in tiles of two components",
              14,
              1,
              w -> w.losslessJpeg(p, 2).tiles(64, 48)));
      all.add(
          new Variant(
              "lossless JPEG predictor " + p + " in strips with 16 bits",
              16,
              1,
              w -> w.losslessJpeg(p, 1).strips(20)));
    }
    all.add(
        new Variant(
            "lossless JPEG of four components", 12, 1, w -> w.losslessJpeg(6, 4).tiles(64, 48)));
    all.add(
        new Variant("lossless JPEG of linear RGB", 16, 3, w -> w.losslessJpeg(7, 3).tiles(64, 48)));
    all.add(
        new Variant(
            "lossless JPEG with restart markers",
            16,
            1,
            w -> w.losslessJpeg(4, 2).tiles(64, 48).restartEvery(5)));
    all.add(
        new Variant(
            "lossless JPEG of two lines in one",
            12,
            1,
            w -> w.losslessJpeg(1, 2).tiles(64, 48).joinLines(2)));
    for (int bits : new int[] {8, 16}) {
      for (int predictor : new int[] {1, 2, 34892, 34893}) {
        all.add(
            new Variant(
                "deflate " + bits + " bits, predictor " + predictor,
                bits,
                1,
                w -> w.deflate(predictor).tiles(64, 48)));
        all.add(
            new Variant(
                "deflate " + bits + " bits, predictor " + predictor + " big-endian RGB",
                bits,
                3,
                w -> w.deflate(predictor).bigEndian()));
      }
    }
    all.add(new Variant("deflate 12 bits packed", 12, 1, w -> w.deflate(1)));
    return all;
  }

  @ParameterizedTest
  @MethodSource("variants")
  void integersComeBackExactly(Variant variant) throws Exception {
    short[] samples = samples(variant.bits(), variant.channels());
    Path file = folder.resolve("photo.dng");
    DngWriter writer = new DngWriter(SIZE).bits(variant.bits());
    if (variant.channels() == 3) {
      writer.linearRaw();
    }
    variant.setting().apply(writer).write(file, samples);

    if (variant.channels() == 3) {
      LinearPhoto photo = (LinearPhoto) DngReader.read(file, Progress.NONE);
      assertThat(((Samples16) photo.samples()).samples()).isEqualTo(samples);
      assertThat(photo.levels().white()).isEqualTo((1 << variant.bits()) - 1);
    } else {
      RawPhoto photo = (RawPhoto) DngReader.read(file, Progress.NONE);
      assertThat(photo.mosaic().samples()).isEqualTo(samples);
      assertThat(photo.bits()).isEqualTo(variant.bits());
      assertThat(photo.size()).isEqualTo(SIZE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyBayerOrderIsKnown(Cfa cfa) throws Exception {
    Path file = folder.resolve("photo.dng");
    new DngWriter(SIZE).cfa(cfa).write(file, samples(16, 1));

    assertThat(((RawPhoto) DngReader.read(file, Progress.NONE)).cfa()).isEqualTo(cfa);
  }

  @Test
  void whatIsSaidAboutTheSamplesComesBack() throws Exception {
    Path file = folder.resolve("photo.dng");
    new DngWriter(SIZE)
        .blackPattern(2, 2, 256, 257, 258.5, 259)
        .levels(0, 15000)
        .blackPattern(2, 2, 256, 257, 258.5, 259)
        .asShotNeutral(1, 2.5, 1.25)
        .colorMatrix(1, 17, 1, 0, 0, 0, 1, 0, 0, 0, 1)
        .colorMatrix(2, 21, 0.9, -0.2, -0.1, -0.4, 1.2, 0.2, -0.1, 0.2, 0.6)
        .forwardMatrix(2, 0.6, 0.2, 0.1, 0.2, 0.8, 0, 0, 0.1, 0.7)
        .noiseProfile(2e-4, 3e-7)
        .orientation(6)
        .baselineExposure(0.35)
        .activeArea(new Region(6, 4, 140, 90))
        .crop(new Region(2, 3, 120, 80))
        .camera("Lumen", "One")
        .exposure(0.01, 2.8, 800)
        .write(file, samples(16, 1));

    RawPhoto photo = (RawPhoto) DngReader.read(file, Progress.NONE);

    assertThat(photo.levels().black()).containsExactly(256, 257, 258.5f, 259);
    assertThat(photo.levels().white()).isEqualTo(15000);
    assertThat(photo.colour().asShotNeutral()).containsExactly(0.4, 1, 0.5);
    assertThat(photo.colour().calibrations()).hasSize(2);
    assertThat(photo.colour().calibrations().get(1).illuminant()).isEqualTo(21);
    assertThat(photo.colour().calibrations().get(1).forwardMatrix()).isPresent();
    assertThat(photo.colour().calibrations().get(1).colorMatrix()[1]).isEqualTo(-0.2);
    assertThat(photo.colour().baselineExposure()).isEqualTo(0.35);
    assertThat(photo.noiseProfile().orElseThrow().shot()).isEqualTo(2e-4);
    assertThat(photo.metadata().orientation()).isEqualTo(Orientation.ROTATE_90);
    assertThat(photo.metadata().exif()).hasSize(5);
    assertThat(photo.mosaic().size()).isEqualTo(new Size(140, 90));
    assertThat(photo.crop()).isEqualTo(new Region(2, 3, 120, 80));
    short[] stored = samples(16, 1);
    assertThat(photo.mosaic().sample(7, 9)).isEqualTo(stored[(4 + 7) * 150 + 6 + 9] & 0xffff);
  }

  @Test
  void theLinearisationTableIsApplied() throws Exception {
    Path file = folder.resolve("photo.dng");
    long[] table = new long[200];
    Arrays.setAll(table, i -> i * 300L);
    new DngWriter(SIZE)
        .bits(8)
        .linearizationTable(table)
        .levels(10, 59700)
        .write(file, samples(8, 1));

    RawPhoto photo = (RawPhoto) DngReader.read(file, Progress.NONE);

    short[] stored = samples(8, 1);
    for (int i = 0; i < SIZE.pixels(); i++) {
      assertThat(photo.mosaic().samples()[i] & 0xffff)
          .isEqualTo(Math.min(stored[i] & 0xff, 199) * 300);
    }
  }

  record FloatVariant(int bits, int predictor, boolean bigEndian) {}

  static List<FloatVariant> floatVariants() {
    List<FloatVariant> all = new ArrayList<>();
    for (int bits : new int[] {16, 24, 32}) {
      for (int predictor : new int[] {0, 1, 3, 34894, 34895}) {
        all.add(new FloatVariant(bits, predictor, false));
        all.add(new FloatVariant(bits, predictor, true));
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("floatVariants")
  void floatsAreScaledToTheWhiteLevel(FloatVariant variant) throws Exception {
    Path file = folder.resolve("photo.dng");
    DngWriter writer = new DngWriter(SIZE).floats(variant.bits()).levels(0.25, 2).tiles(64, 48);
    if (variant.predictor() > 0) {
      writer.deflate(variant.predictor());
    }
    if (variant.bigEndian()) {
      writer.bigEndian();
    }
    writer.writeFloats(
        file,
        (y, row) -> {
          for (int x = 0; x < row.length; x++) {
            row[x] = (x - 10) / 64f;
          }
        });

    RawPhoto photo = (RawPhoto) DngReader.read(file, Progress.NONE);

    assertThat(photo.levels().white()).isEqualTo(65535);
    double scale = (65535 - 2048) / 2.0;
    assertThat((double) photo.levels().blackAt(0, 0)).isEqualTo(2048 + 0.25 * scale);
    for (int x = 0; x < SIZE.width(); x++) {
      double code = Math.min(65535, Math.max(0, Math.floor(2048.5 + (x - 10) / 64.0 * scale)));
      assertThat((double) photo.mosaic().sample(50, x)).as("column " + x).isEqualTo(code);
    }
  }

  @Test
  void integersWiderThan16BitsKeepTheirHighBits() throws Exception {
    Path file = folder.resolve("photo.dng");
    for (int bits : new int[] {24, 32}) {
      new DngWriter(SIZE)
          .bits(bits)
          .levels(1 << (bits - 16), 1 << 23)
          .write(file, (y, row) -> Arrays.setAll(row, x -> (x * 77) << (bits - 16) | 5));

      RawPhoto photo = (RawPhoto) DngReader.read(file, Progress.NONE);

      assertThat(photo.mosaic().sample(3, 100)).isEqualTo(7700);
      assertThat(photo.levels().blackAt(0, 0)).isEqualTo(1);
      assertThat(photo.levels().white()).isEqualTo((float) ((1 << 23) >> (bits - 16)));
    }
  }
}
