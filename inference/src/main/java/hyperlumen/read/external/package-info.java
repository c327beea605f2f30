/**
 * Other makers' raw files, through LibRaw's command-line tools as separate processes with limits on
 * time, memory and output: native code never sees hostile bytes inside this program.
 */
package hyperlumen.read.external;
