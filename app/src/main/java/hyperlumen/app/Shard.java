package hyperlumen.app;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Every N-th input, so that N processes share a folder.
 *
 * @param index 1 to {@code count}
 * @param count number of shards
 */
record Shard(int index, int count) {

  static final Shard ALL = new Shard(1, 1);

  /** Whether the input at this place, counted from 0, belongs to it. */
  boolean contains(int place) {
    return place % count == index - 1;
  }

  /** Reads "2/4". */
  static final class Converter implements ITypeConverter<Shard> {
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,3})/([1-9][0-9]{0,3})");

    @Override
    public Shard convert(String text) {
      Matcher matcher = FORM.matcher(text);
      if (matcher.matches()) {
        int index = Integer.parseInt(matcher.group(1));
        int count = Integer.parseInt(matcher.group(2));
        if (index <= count) {
          return new Shard(index, count);
        }
      }
      throw new TypeConversionException("'" + text + "' is not a shard; the second of four is 2/4");
    }
  }
}
