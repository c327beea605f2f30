/** The program: main class, command line, and the wiring of window and engine. */
package hyperlumen.app;
