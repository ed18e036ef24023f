package io.github.certwright.server;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;

/** The system's proxies, but never one between this computer and itself. */
final class SystemProxy extends ProxySelector {

  @Override
  public List<Proxy> select(URI uri) {
    ProxySelector system = ProxySelector.getDefault();
    return system == null || loopback(uri.getHost()) ? List.of(Proxy.NO_PROXY) : system.select(uri);
  }

  private static boolean loopback(String host) {
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {
    ProxySelector system = ProxySelector.getDefault();
    if (system != null) {
      system.connectFailed(uri, address, failure);
    }
  }
}
