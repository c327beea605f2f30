package hyperlumen.write;

import hyperlumen.photo.Bytes;
import hyperlumen.photo.Metadata;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an output comes from, as its XMP says it: which bytes, which model, which settings. It says
 * nothing of time or machine, so that the same work gives the same file.
 *
 * @param sourceSha256 of the input file
 * @param model id of the model
 * @param modelSha256 its hash
 * @param settings what else the result depends on, JSON
 */
public record Provenance(String sourceSha256, String model, String modelSha256, String settings) {

  /** A name, not an address: nothing is ever fetched from it. */
  static final String NAMESPACE = "http://hyperlumen.org/ns/provenance/1.0/";

  private static final Pattern END = Pattern.compile("</([A-Za-z_][A-Za-z0-9_.-]*):RDF\\s*>");

  /** Our own entry of before, where an output is enhanced once more. */
  private static final Pattern OURS =
      Pattern.compile(
          "\\s*<[A-Za-z_][A-Za-z0-9_.-]*:Description[^<>]*"
              + Pattern.quote("xmlns:hl=\"" + NAMESPACE + "\"")
              + "[^<>]*/>");

  /**
   * The metadata with this in its XMP packet, all else in it as it was. A packet that is not UTF-8
   * text with an RDF element is left alone.
   */
  public Metadata addedTo(Metadata metadata) {
    Optional<Bytes> packet =
        metadata.xmp().isEmpty()
            ? Optional.of(packet())
            : metadata.xmp().map(present -> added(present));
    return new Metadata(metadata.exif(), packet, metadata.iptc(), metadata.orientation());
  }

  private Bytes packet() {
    return bytes(
        "<?xpacket begin=\"\u00ef\u00bb\u00bf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
            + "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
            + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
            + description("rdf")
            + "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>");
  }

  private Bytes added(Bytes present) {
    // One byte is one character: what is not ours comes out as it was.
    String text = new String(present.array(), StandardCharsets.ISO_8859_1);
    text = OURS.matcher(text).replaceAll("");
    Matcher end = END.matcher(text);
    int at = -1;
    String prefix = "";
    while (end.find()) {
      at = end.start();
      prefix = end.group(1);
    }
    return at < 0
        ? present
        : bytes(text.substring(0, at) + description(prefix) + text.substring(at));
  }

  private String description(String rdf) {
    return "<"
        + rdf
        + ":Description "
        + rdf
        + ":about=\"\" xmlns:hl=\""
        + NAMESPACE
        + "\""
        + attribute("SourceSHA256", sourceSha256)
        + attribute("Model", model)
        + attribute("ModelSHA256", modelSha256)
        + attribute("Settings", settings)
        + "/>\n";
  }

  private static String attribute(String name, String value) {
    StringBuilder text = new StringBuilder("\n hl:" + name + "=\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean plain = c >= ' ' && c < 127 && c != '<' && c != '>' && c != '&' && c != '"';
      text.append(plain ? String.valueOf(c) : "&#" + (int) c + ";");
    }
    return text.append('"').toString();
  }

  private static Bytes bytes(String text) {
    return new Bytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
