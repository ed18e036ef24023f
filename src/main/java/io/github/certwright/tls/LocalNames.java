package io.github.certwright.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The names and addresses of this computer. Reading them may ask the name service and take seconds,
 * so not on a window's thread.
 *
 * @param hostName the short name, lower case, or empty when unknown
 * @param fullName the name with its domain, lower case, or empty when there is none
 * @param addresses literal addresses other computers may use; neither loopback nor link-local
 */
public record LocalNames(String hostName, String fullName, List<String> addresses) {
  public LocalNames {
    addresses = List.copyOf(addresses);
  }

  /** Asks the system. */
  public static LocalNames read() {
    String host = "";
    String full = "";
    try {
      InetAddress local = InetAddress.getLocalHost();
      host = firstLabel(local.getHostName());
      full = nameOnly(local.getCanonicalHostName());
    } catch (IOException _) {
      // A computer whose own name does not resolve still has addresses.
      host = "";
    }
    return new LocalNames(host, full, ownAddresses());
  }

  /** Whether a name or address as typed means this computer; compares text, asks nobody. */
  public boolean isThisComputer(String typed) {
    String name = typed.strip().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
    if (name.isEmpty()) {
      return false;
    }
    return name.equals("localhost")
        || name.equals("::1")
        || name.matches("127(\\.\\d{1,3}){3}")
        || name.equals(hostName)
        || name.equals(fullName)
        || addresses.contains(name);
  }

  private static String firstLabel(String name) {
    String only = nameOnly(name);
    return only.contains(".") ? only.substring(0, only.indexOf('.')) : only;
  }

  private static String nameOnly(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean literal = lower.contains(":") || lower.matches("[0-9.]+");
    return literal || lower.startsWith("localhost") ? "" : lower;
  }

  private static List<String> ownAddresses() {
    Set<String> found = new LinkedHashSet<>();
    try {
      for (NetworkInterface card : Collections.list(NetworkInterface.getNetworkInterfaces())) {
        for (InetAddress address : Collections.list(card.getInetAddresses())) {
          if (!address.isLoopbackAddress() && !address.isLinkLocalAddress()) {
            found.add(address.getHostAddress().replaceFirst("%.*$", ""));
          }
        }
      }
    } catch (IOException _) {
      // Without the list there is simply nothing to suggest.
      return List.of();
    }
    return List.copyOf(found);
  }
}
