/** Takes models from elsewhere: checks, probes and tries them before they are installed. */
package hyperlumen.adopt;
