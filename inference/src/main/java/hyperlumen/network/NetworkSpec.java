package hyperlumen.network;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a network with its numbers, such as {@code isp:n=32,e=16,h=256,noise=2}.
 *
 * <p>Kinds: {@code isp}, {@code isp-plain}, {@code denoise}, {@code denoise-plain}, {@code
 * isp-sep}, {@code isp-sep-plain}, {@code denoise-sep}, {@code denoise-sep-plain}, {@code vdn},
 * {@code vdn-hc}. Numbers: n channels, e embedding width, h hidden units, c divisor of VDN's
 * widths, h1 and h2 its hidden layers, noise inputs, deep further convolutions per lower level, n0
 * to n2 channels of each level, a0 to a2 its blocks on the way down and d1, d0 on the way up.
 * Switches (1 = on): n2 normalisation per filter instead of per slice, gain per output channel,
 * bias per output channel, gelu instead of hard-sigmoid in the first two layers, skip (RAW only)
 * past the network for the demosaiced input, sigma (VDN only) counts the noise network that is used
 * in training.
 *
 * <p>{@code graph} is a graph made elsewhere, of which only this is known: reach around an output
 * pixel, align (the grid of its tiles), kmac (thousands of multiplications per pixel), maps
 * (numbers alive per pixel), and tile, the only side it can be run on (absent if any).
 *
 * @param kind which family
 * @param values numbers by name
 */
public record NetworkSpec(String kind, Map<String, Integer> values) {

  /** Upper limit of every number: keeps a mistyped specification from asking for terabytes. */
  private static final int LARGEST = 8192;

  /** The kind of a graph made elsewhere. */
  public static final String GRAPH = "graph";

  /** The largest attention networks need some ten million multiplications per pixel. */
  private static final int LARGEST_OF_GRAPH = 99_999;

  private static final Pattern FORM = Pattern.compile("([a-z-]+)(?::([a-z0-9=,]+))?");
  private static final Pattern VALUE = Pattern.compile("([a-z][a-z0-9]*)=([0-9]{1,5})");

  private static final Map<String, String> ALLOWED =
      Map.ofEntries(
          entry("isp", "n,e,h,noise,n2,gain,bias,gelu,deep,skip"),
          entry("isp-plain", "n,gelu,deep,skip"),
          entry("denoise", "n,e,h,noise,n2,gain,bias,gelu,deep"),
          entry("denoise-plain", "n,gelu,deep"),
          entry("isp-sep", "n0,n1,n2,e,h,noise,a0,a1,a2,d0,d1"),
          entry("isp-sep-plain", "n0,n1,n2,a0,a1,a2,d0,d1"),
          entry("denoise-sep", "n0,n1,n2,e,h,noise,a0,a1,a2,d0,d1"),
          entry("denoise-sep-plain", "n0,n1,n2,a0,a1,a2,d0,d1"),
          entry("vdn", "c,sigma"),
          entry("vdn-hc", "c,h1,h2,noise,n2,gain,sigma"),
          entry("graph", "reach,align,kmac,maps,tile"));

  public NetworkSpec {
    values = Map.copyOf(values);
  }

  /**
   * Reads a specification.
   *
   * @throws IllegalArgumentException with one sentence that says what is wrong
   */
  public static NetworkSpec parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches() || !ALLOWED.containsKey(form.group(1))) {
      throw new IllegalArgumentException(
          "'" + text + "' names no network; one is, for example, isp:n=64,e=32,h=2048");
    }
    String kind = form.group(1);
    List<String> allowed = List.of(ALLOWED.get(kind).split(",", -1));
    Map<String, Integer> values = new TreeMap<>();
    if (form.group(2) != null) {
      for (String part : form.group(2).split(",", -1)) {
        Matcher value = VALUE.matcher(part);
        if (!value.matches() || !allowed.contains(value.group(1))) {
          throw new IllegalArgumentException(
              "'" + part + "' is no number of a network of kind " + kind + "; it has " + allowed);
        }
        int number = Integer.parseInt(value.group(2));
        int largest = kind.equals(GRAPH) ? LARGEST_OF_GRAPH : LARGEST;
        if (number > largest) {
          throw new IllegalArgumentException("'" + part + "' is above " + largest);
        }
        values.put(value.group(1), number);
      }
    }
    return new NetworkSpec(kind, values);
  }

  /** Builds the network. */
  public Network network() {
    return switch (kind) {
      case "isp" -> IspNetwork.isp(this, true);
      case "isp-plain" -> IspNetwork.isp(this, false);
      case "denoise" -> IspNetwork.denoiser(this, true);
      case "denoise-plain" -> IspNetwork.denoiser(this, false);
      case "isp-sep" -> SeparableNetwork.isp(this, true);
      case "isp-sep-plain" -> SeparableNetwork.isp(this, false);
      case "denoise-sep" -> SeparableNetwork.denoiser(this, true);
      case "denoise-sep-plain" -> SeparableNetwork.denoiser(this, false);
      case "vdn" -> VdnNetwork.denoiser(this, false);
      case "vdn-hc" -> VdnNetwork.denoiser(this, true);
      case GRAPH -> graph();
      default -> throw new IllegalArgumentException("no network of kind " + kind);
    };
  }

  private Network graph() {
    int align = get("align", 1);
    if (align < 1 || align > LARGEST) {
      throw new IllegalArgumentException("a graph's alignment is at least 1");
    }
    Operation.Foreign all =
        new Operation.Foreign(get("reach", 0), align, 1000L * get("kmac", 0), get("maps", 0));
    return new Network(
        text(),
        Packing.RGB,
        0,
        List.of(
            Layer.of(Network.INPUT, new Operation.Input(3)), Layer.of("graph", all, Network.INPUT)),
        List.of());
  }

  /** The only side of a tile that a graph made elsewhere can be run on; empty if any. */
  public OptionalInt fixedTile() {
    int tile = get("tile", 0);
    return tile > 0 ? OptionalInt.of(tile) : OptionalInt.empty();
  }

  /** The noise network that VDN trains beside its denoiser. */
  public Network sigmaNetwork() {
    return VdnNetwork.sigma(this);
  }

  /** The number of that name. */
  int require(String name) {
    Integer value = values.get(name);
    if (value == null || value < 1) {
      throw new IllegalArgumentException("a network of kind " + kind + " needs " + name);
    }
    return value;
  }

  /** The number of that name or a default. */
  int get(String name, int otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  /** Whether the switch is on. */
  public boolean flag(String name) {
    return values.getOrDefault(name, 0) != 0;
  }

  /** The specification as text, in canonical order. */
  public String text() {
    if (values.isEmpty()) {
      return kind;
    }
    StringBuilder text = new StringBuilder(kind);
    char separator = ':';
    for (Map.Entry<String, Integer> entry : new TreeMap<>(values).entrySet()) {
      text.append(separator).append(entry.getKey()).append('=').append(entry.getValue());
      separator = ',';
    }
    return text.toString();
  }
}
