package hyperlumen.write;

/**
 * Where an output comes from, as its XMP says it besides model and settings: which bytes, and what
 * else the result depends on. It says nothing of time or machine, so that the same work gives the
 * same file.
 *
 * @param sourceSha256 of the input file
 * @param settings what the result depends on besides source and model, JSON
 */
public record Provenance(String sourceSha256, String settings) {}
