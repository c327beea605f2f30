/** Sample photos of our own making: a rendered scene, a sensor, and the files in assets/samples. */
package hyperlumen.samples;
