package io.github.certwright.kit;

import io.github.certwright.answers.HostNames;
import io.github.certwright.text.Text;
import java.util.List;

/**
 * {@code READ-ME.html}: how to put the kit in place by hand. One file without references to others,
 * readable in light and dark and on paper.
 */
final class KitReadMe {
  private static final int USUAL_PORT = 10_002;
  private static final String STYLE =
      """
      :root { color-scheme: light dark; }
      body { font: 16px/1.55 system-ui, "Segoe UI", Roboto, sans-serif; margin: 0 auto;
        max-width: 44rem; padding: 2.5rem 1.5rem; color: #1f2933; background: #fff; }
      h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .6rem; }
      h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
      ol { padding-left: 1.4rem; } li { margin: .5rem 0; }
      dl { display: grid; grid-template-columns: max-content 1fr; gap: .4rem 1.2rem;
        padding: 1rem 1.2rem; border: 1px solid #cbd2d9; border-radius: .6rem; }
      dt { color: #52606d; } dd { margin: 0; overflow-wrap: anywhere; }
      code { font: .92em ui-monospace, Consolas, monospace; background: #eef1f4;
        padding: .1em .35em; border-radius: .3em; overflow-wrap: anywhere; }
      .print { font: .92em/1.7 ui-monospace, Consolas, monospace; max-width: 48ch; }
      h1 { overflow-wrap: anywhere; }
      .note { border-left: 4px solid #2f6fb0; padding: .1rem 0 .1rem 1rem; }
      @media (prefers-color-scheme: dark) {
        body { color: #e4e7eb; background: #15191e; } dt { color: #a6b1bd; }
        dl { border-color: #3b4652; } code { background: #252c34; } }
      @media print { body { color: #000; background: #fff; padding: 0; max-width: none; }
        dl, li { break-inside: avoid; } }
      """;

  private final StringBuilder html = new StringBuilder(6000);
  private final Text text;

  private KitReadMe(Text text) {
    this.text = text;
  }

  static String html(KitManifest manifest, Text text) {
    return new KitReadMe(text).page(manifest);
  }

  private String page(KitManifest manifest) {
    String server = HostNames.both(manifest.servers().getFirst());
    String login =
        manifest.tlsPort() == USUAL_PORT
            ? server
            : address(manifest.servers().getFirst(), manifest.tlsPort());
    html.append("<!DOCTYPE html>\n<html lang=\"")
        .append(escape(text.locale().toLanguageTag()))
        .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
        .append(escape(text.of("kit.readme.title", server)))
        .append("</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<main>\n");
    element("h1", text.of("kit.readme.title", server));
    element("p", text.of("kit.readme.intro", server));
    facts(manifest);
    element("h2", text.of("kit.readme.byhand.title"));
    list(
        text.of("kit.readme.byhand.close"),
        text.of("kit.readme.byhand.folder"),
        text.of("kit.readme.byhand.copy"),
        text.of("kit.readme.byhand.start"),
        text.of("kit.readme.byhand.tick", login));
    element("p class=\"note\"", text.of("kit.readme.where"));
    element("h2", text.of("kit.readme.newer.title"));
    element("p", text.of("kit.readme.newer.intro"));
    list(
        text.of("kit.readme.newer.open"),
        text.of("kit.readme.newer.add"),
        text.of("kit.readme.newer.restart"));
    element("h2", text.of("kit.readme.check.title"));
    element("p", text.of("kit.readme.check"));
    element("h2", text.of("kit.readme.certwright.title"));
    element("p", text.of("kit.readme.certwright"));
    return html.append("</main>\n</body>\n</html>\n").toString();
  }

  private void facts(KitManifest manifest) {
    html.append("<dl>\n");
    fact(
        text.of("kit.readme.facts.server"),
        String.join(", ", manifest.servers().stream().map(HostNames::both).toList()),
        "");
    fact(text.of("kit.readme.facts.port"), String.valueOf(manifest.tlsPort()), "");
    fact(text.of("kit.readme.facts.until"), text.date(manifest.notAfter()), "");
    fact(
        text.of("kit.readme.facts.fingerprint"),
        manifest.fingerprint().withColons(),
        " class=\"print\"");
    fact(text.of("kit.readme.facts.made"), text.date(manifest.made()), "");
    html.append("</dl>\n");
  }

  private void fact(String name, String value, String attributes) {
    html.append("<dt>")
        .append(escape(name))
        .append("</dt><dd")
        .append(attributes)
        .append('>')
        .append(escape(value))
        .append("</dd>\n");
  }

  private void list(String... items) {
    html.append("<ol>\n");
    for (String item : List.of(items)) {
      element("li", item);
    }
    html.append("</ol>\n");
  }

  private void element(String start, String content) {
    String name = start.split(" ", 2)[0];
    html.append('<').append(start).append('>').append(withCode(escape(content)));
    html.append("</").append(name).append(">\n");
  }

  /** File names stand between back quotes in the bundle. */
  private static String withCode(String escaped) {
    return escaped.replaceAll("`([^`]*)`", "<code>$1</code>");
  }

  private static String address(String server, int port) {
    // RFC 3986 3.2.2: an IPv6 address before a port stands in brackets.
    return (server.indexOf(':') >= 0 ? "[" + server + "]" : server) + ":" + port;
  }

  private static String escape(String plain) {
    return plain
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
