package io.github.certwright.tls;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The proxies of this computer, for probing and for requests alike, but never one between this
 * computer and itself. What Java knows of the system comes first; then, as other programs on Linux
 * and macOS do, the environment ({@code https_proxy}, {@code no_proxy}). A user and password in
 * there are not used: nobody asked for them to be sent.
 */
public final class SystemProxy extends ProxySelector {
  private final Supplier<ProxySelector> system;
  private final Map<String, String> environment;

  /** The proxies as they are set when they are needed. */
  public SystemProxy() {
    this(ProxySelector::getDefault, System.getenv());
  }

  /**
   * With everything replaceable.
   *
   * @param system what Java knows; may give null
   * @param environment variables by name
   */
  public SystemProxy(Supplier<ProxySelector> system, Map<String, String> environment) {
    this.system = system;
    this.environment = Map.copyOf(environment);
  }

  /** No proxy at all. */
  public static SystemProxy none() {
    return new SystemProxy(() -> null, Map.of());
  }

  /**
   * The HTTP proxy that stands between this computer and a secure port; its name is not resolved
   * yet.
   *
   * @param host a DNS name in ASCII form, or a literal address without brackets
   */
  public Optional<InetSocketAddress> before(String host, int port) {
    URI place;
    try {
      place = URI.create("https://" + Target.authority(host, port));
    } catch (IllegalArgumentException _) {
      // No proxy could be asked for it; looking the name up will say what is wrong with it.
      return Optional.empty();
    }
    return select(place).stream()
        .filter(proxy -> proxy.type() == Proxy.Type.HTTP)
        .map(Proxy::address)
        .filter(InetSocketAddress.class::isInstance)
        .map(InetSocketAddress.class::cast)
        .findFirst();
  }

  /** Also of a name that RFC 3986 does not know as one, such as {@code my_server}. */
  private static String host(URI uri) {
    return uri.getHost() == null
        ? String.valueOf(uri.getRawAuthority()).replaceFirst(":\\d*$", "")
        : uri.getHost();
  }

  @Override
  public List<Proxy> select(URI uri) {
    String host = host(uri);
    if (loopback(host)) {
      return List.of(Proxy.NO_PROXY);
    }
    ProxySelector known = system.get();
    List<Proxy> chosen = known == null ? List.of() : known.select(uri);
    if (chosen.stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT)) {
      return chosen;
    }
    return ofEnvironment(host)
        .map(address -> List.of(new Proxy(Proxy.Type.HTTP, address)))
        .orElse(List.of(Proxy.NO_PROXY));
  }

  private Optional<InetSocketAddress> ofEnvironment(String host) {
    String value = variable("https_proxy").strip();
    if (value.isEmpty() || excepted(host.replaceAll("[\\[\\]]", ""))) {
      return Optional.empty();
    }
    try {
      URI proxy = URI.create(value.contains("://") ? value : "http://" + value);
      boolean usable = proxy.getHost() != null && "http".equalsIgnoreCase(proxy.getScheme());
      int port = proxy.getPort() < 0 ? 80 : proxy.getPort();
      return usable
          ? Optional.of(InetSocketAddress.createUnresolved(proxy.getHost(), port))
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private boolean excepted(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    for (String entry : variable("no_proxy").toLowerCase(Locale.ROOT).split(",", -1)) {
      String plain = entry.strip().replaceFirst("^\\*?\\.", "");
      if (plain.equals("*")
          || (!plain.isEmpty() && (name.equals(plain) || name.endsWith("." + plain)))) {
        return true;
      }
    }
    return false;
  }

  private String variable(String name) {
    return environment.getOrDefault(
        name, environment.getOrDefault(name.toUpperCase(Locale.ROOT), ""));
  }

  private static boolean loopback(String host) {
    return host.equalsIgnoreCase("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {
    ProxySelector known = system.get();
    if (known != null) {
      known.connectFailed(uri, address, failure);
    }
  }
}
