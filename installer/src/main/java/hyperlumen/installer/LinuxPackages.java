package hyperlumen.installer;

import hyperlumen.write.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The Debian and the RPM package of one tree of files. */
final class LinuxPackages {

  private static final String SUMMARY = "Develops RAW photos and removes noise on the CPU";

  /**
   * Debian demands an address, and there is none yet; the ending "invalid" is reserved for saying
   * so (RFC 2606).
   */
  private static final String MAINTAINER =
      "Hyperlumen contributors <contributors@hyperlumen.invalid>";

  private final Build build;
  private final Path tree;

  LinuxPackages(Build build, Path tree) {
    this.build = build;
    this.tree = tree;
  }

  /** Builds the Debian package with dpkg-deb and returns it. */
  Path deb() throws IOException {
    Path control = Files.createDirectories(tree.resolve("DEBIAN")).resolve("control");
    // Names ending in t64 are those of releases since 2024.
    Files.writeString(
        control,
        """
        Package: hyperlumen
        Version: %s
        Architecture: %s
        Maintainer: %s
        Section: graphics
        Priority: optional
        Installed-Size: %d
        Depends: libc6, zlib1g, libstdc++6, libgtk-3-0 | libgtk-3-0t64, libgl1, libx11-6, libxtst6, libxxf86vm1, libasound2 | libasound2t64, libfontconfig1, libfreetype6
        Recommends: fonts-dejavu-core
        Suggests: libraw-bin
        Description: %s
         Hyperlumen enhances photographs with HyperConvolution networks, which predict
         their own filters for each photo. It has a window with a before/after viewer,
         and a command line. Nothing leaves the computer.
        """
            .formatted(
                build.version(),
                build.platform().debianArchitecture(),
                MAINTAINER,
                ApplicationImage.bytes(tree) / 1024,
                SUMMARY));
    Path deb =
        build
            .target()
            .resolve(
                "hyperlumen_%s_%s.deb"
                    .formatted(build.version(), build.platform().debianArchitecture()));
    Tool.run(
        List.of(
            "dpkg-deb",
            "--root-owner-group",
            "-Zgzip",
            "--build",
            tree.toString(),
            deb.toString()));
    FolderTree.delete(tree.resolve("DEBIAN"));
    return deb;
  }

  /** Builds the RPM package with rpmbuild and returns it. */
  Path rpm(Path work) throws IOException {
    FolderTree.delete(work);
    Path spec = Files.createDirectories(work).resolve("hyperlumen.spec");
    Files.writeString(
        spec,
        """
        Name: hyperlumen
        Version: %s
        Release: 1
        Summary: %s
        License: Apache-2.0
        AutoReqProv: no
        Requires: gtk3, libXtst, libXxf86vm, mesa-libGL, alsa-lib, fontconfig, freetype
        %%global __os_install_post %%{nil}
        %%global _binary_payload w6.gzdio
        %%global _build_id_links none
        %%global debug_package %%{nil}
        %%description
        Hyperlumen enhances photographs with HyperConvolution networks, which predict
        their own filters for each photo. It has a window with a before/after viewer,
        and a command line. Nothing leaves the computer.
        %%install
        mkdir -p %%{buildroot}
        cp -a %s/. %%{buildroot}
        %%files
        /opt/hyperlumen
        /usr/bin/hyperlumen
        /usr/share/applications/*
        /usr/share/metainfo/*
        /usr/share/mime/packages/*
        /usr/share/icons/hicolor/*/apps/*
        /usr/share/man/man1/*
        /usr/share/bash-completion/completions/*
        /usr/share/doc/hyperlumen
        """
            .formatted(build.version(), SUMMARY, tree.toAbsolutePath()));
    Tool.run(
        List.of(
            "rpmbuild",
            "-bb",
            "--define",
            "_topdir " + work.toAbsolutePath(),
            "--target",
            build.platform().rpmArchitecture(),
            spec.toString()));
    String name =
        "hyperlumen-%s-1.%s.rpm".formatted(build.version(), build.platform().rpmArchitecture());
    Path rpm = build.target().resolve(name);
    Files.move(
        work.resolve("RPMS").resolve(build.platform().rpmArchitecture()).resolve(name),
        rpm,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    FolderTree.delete(work);
    return rpm;
  }
}
