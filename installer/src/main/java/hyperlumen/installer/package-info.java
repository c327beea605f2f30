/** Builds installers for the system it runs on: application image, deb, rpm, msi, dmg, pkg. */
package hyperlumen.installer;
