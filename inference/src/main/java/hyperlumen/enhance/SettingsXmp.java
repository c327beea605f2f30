package hyperlumen.enhance;

import hyperlumen.colour.RenderingSettings;
import hyperlumen.model.Model;
import hyperlumen.photo.Bytes;
import hyperlumen.photo.Photo;
import hyperlumen.photo.RgbPhoto;
import hyperlumen.write.Provenance;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a picture was made with, as properties of its XMP packet: model, strength, noise, and of a
 * developed photo white balance, exposure, look and colour space, each as the command line takes
 * it; from which file, where that is known. One entry, whichever earlier runs left one.
 */
final class SettingsXmp {

  static final String NAMESPACE = "urn:hyperlumen:settings/1.0/";

  /** A second entry had this name once. */
  private static final String FORMER_NAMESPACE = "http://hyperlumen.org/ns/provenance/1.0/";

  /** What an earlier run said of itself; its values are attributes, never markup. */
  private static final Pattern EARLIER =
      Pattern.compile(
          "<[A-Za-z_][A-Za-z0-9_.-]*+:Description\\s[^<>]*?xmlns:(?:hyperlumen=\""
              + Pattern.quote(NAMESPACE)
              + "|hl=\""
              + Pattern.quote(FORMER_NAMESPACE)
              + ")\"[^<>]*+(?<=/)>\\n?");

  private static final Pattern RDF_END = Pattern.compile("</([A-Za-z_][A-Za-z0-9_.-]*+):RDF\\s*+>");

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
  static Optional<Bytes> packet(
      Photo photo, Model model, EnhanceOptions options, Optional<Provenance> provenance) {
    Optional<Bytes> source = photo.metadata().xmp();
    // One byte is one character, so that everything else comes out as it was.
    String text =
        new String(
            source.map(Bytes::array).orElse(EMPTY_PACKET.getBytes(StandardCharsets.UTF_8)),
            StandardCharsets.ISO_8859_1);
    text = EARLIER.matcher(text).replaceAll("");
    Matcher matcher = RDF_END.matcher(text);
    int end = -1;
    String rdf = "";
    while (matcher.find()) {
      end = matcher.start();
      rdf = matcher.group(1);
    }
    if (end < 0) {
      return source;
    }
    String own = description(rdf, values(photo, model, options, provenance));
    String all = text.substring(0, end) + own + text.substring(end);
    return Optional.of(new Bytes(all.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static Map<String, Object> values(
      Photo photo, Model model, EnhanceOptions options, Optional<Provenance> provenance) {
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
      options.cfa().ifPresent(cfa -> values.put("ColourFilters", cfa.name()));
    }
    provenance.ifPresent(
        from -> {
          values.put("SourceSha256", from.sourceSha256());
          values.put("Settings", from.settings());
        });
    return values;
  }

  private static String description(String rdf, Map<String, Object> values) {
    StringBuilder text = new StringBuilder("<" + rdf + ":Description " + rdf + ":about=\"\"");
    text.append(" xmlns:hyperlumen=\"").append(NAMESPACE).append('"');
    values.forEach(
        (name, value) ->
            text.append("\n hyperlumen:")
                .append(name)
                .append("=\"")
                .append(escaped(value.toString()))
                .append('"'));
    return text.append("/>\n").toString();
  }

  private static String escaped(String value) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean plain = c >= ' ' && c < 127 && c != '<' && c != '>' && c != '&' && c != '"';
      text.append(plain ? String.valueOf(c) : "&#" + (int) c + ";");
    }
    return text.toString();
  }
}
