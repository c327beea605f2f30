/** The program's icon, drawn in code. */
package hyperlumen.installer.icon;
