package io.github.certwright.trust;

import io.github.certwright.files.ReadOnce;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The families of Linux distribution that differ for us; from os-release(5). */
enum Distribution {
  DEBIAN("libnss3-tools", "sudo apt install libnss3-tools"),
  REDHAT("nss-tools", "sudo dnf install nss-tools"),
  ARCH("nss", "sudo pacman -S nss"),
  SUSE("mozilla-nss-tools", "sudo zypper install mozilla-nss-tools"),
  OTHER("nss-tools", "");

  private static final int MOST = 64 * 1024;

  // The values of ID and ID_LIKE.
  private static final Map<Distribution, Set<String>> FAMILIES =
      Map.of(
          DEBIAN,
          Set.of("debian", "ubuntu"),
          REDHAT,
          Set.of("rhel", "fedora", "centos"),
          ARCH,
          Set.of("arch"),
          SUSE,
          Set.of("suse", "opensuse", "sles", "sled", "opensuse-leap", "opensuse-tumbleweed"));

  private final String certutil;
  private final String command;

  Distribution(String certutil, String command) {
    this.certutil = certutil;
    this.command = command;
  }

  /** The package that brings {@code certutil}. */
  String certutil() {
    return certutil;
  }

  /** What installs it, or empty where that is not known. */
  String command() {
    return command;
  }

  static Distribution of(Path root) {
    // The second file is what the first usually leads to.
    return Stream.of("etc/os-release", "usr/lib/os-release")
        .map(root::resolve)
        .filter(Files::isRegularFile)
        .findFirst()
        .map(Distribution::read)
        .orElse(OTHER);
  }

  private static Distribution read(Path file) {
    try {
      byte[] bytes = ReadOnce.bytes(file.toRealPath(), MOST);
      return read(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException _) {
      return OTHER;
    }
  }

  private static Distribution read(String text) {
    List<String> names = new ArrayList<>();
    text.lines()
        .filter(line -> line.startsWith("ID=") || line.startsWith("ID_LIKE="))
        .sorted()
        .map(line -> line.substring(line.indexOf('=') + 1).replaceAll("[\"']", ""))
        .forEach(value -> names.addAll(List.of(value.toLowerCase(Locale.ROOT).split(" "))));
    return names.stream()
        .flatMap(name -> FAMILIES.entrySet().stream().filter(it -> it.getValue().contains(name)))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(OTHER);
  }
}
