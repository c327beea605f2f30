/**
 * RAW to linear camera RGB without a network: black and white level, as-shot white balance, plain
 * demosaicing. The view before enhancement, and the baseline of comparisons.
 */
package hyperlumen.develop;
