package hyperlumen.enhance;

import hyperlumen.colour.RenderingSettings;
import hyperlumen.model.Model;
import hyperlumen.photo.Bytes;
import hyperlumen.photo.Photo;
import hyperlumen.photo.RgbPhoto;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a picture was made with, as properties of its XMP packet: model, strength, noise, and of a
 * developed photo white balance, exposure, look and colour space, each as the command line takes
 * it.
 */
final class SettingsXmp {

  private static final String NAMESPACE = "urn:hyperlumen:settings/1.0/";

  private static final String BEGIN = "<rdf:Description rdf:about=\"\" xmlns:hyperlumen=";

  /** What an earlier run said of itself; its values are numbers and names, never markup. */
  private static final Pattern EARLIER = Pattern.compile(Pattern.quote(BEGIN) + "\"[^<>]*+>\\n?");

  private static final String RDF_END = "</rdf:RDF>";

  private static final String EMPTY_PACKET =
      "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
          + "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
          + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
          + "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>";

  private SettingsXmp() {}

  /**
   * The photo's packet with the settings, or a new one. A packet that is not in UTF-8 or has no end
   * stays as it is.
   */
  static Optional<Bytes> packet(Photo photo, Model model, EnhanceOptions options) {
    Optional<Bytes> source = photo.metadata().xmp();
    // One byte is one character, so that everything else comes out as it was.
    String text =
        new String(
            source.map(Bytes::array).orElse(EMPTY_PACKET.getBytes(StandardCharsets.UTF_8)),
            StandardCharsets.ISO_8859_1);
    text = EARLIER.matcher(text).replaceAll("");
    int end = text.lastIndexOf(RDF_END);
    if (end < 0) {
      return source;
    }
    String all = text.substring(0, end) + description(photo, model, options) + text.substring(end);
    return Optional.of(new Bytes(all.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static String description(Photo photo, Model model, EnhanceOptions options) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("Model", model.id());
    values.put("ModelSha256", model.sha256());
    values.put("Strength", options.strength().luminance());
    if (options.strength().colour() != options.strength().luminance()) {
      values.put("ColourStrength", options.strength().colour());
    }
    values.put("Noise", options.noiseScale());
    if (!(photo instanceof RgbPhoto)) {
      RenderingSettings rendering = options.rendering();
      values.put("WhiteBalance", rendering.whiteBalance().text());
      values.put("Exposure", rendering.exposure());
      values.put("Look", rendering.look().label());
      values.put("ColourSpace", rendering.colourSpace().label());
    }
    StringBuilder text = new StringBuilder(BEGIN).append('"').append(NAMESPACE).append('"');
    values.forEach(
        (name, value) ->
            text.append("\n hyperlumen:").append(name).append("=\"").append(value).append('"'));
    return text.append("/>\n").toString();
  }
}
