package io.github.certwright.report;

import io.github.certwright.text.Text;
import io.github.certwright.tls.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A page for whoever manages many computers: how each of the files beside it is used, one section
 * for each kind of computer. Holds no secret.
 */
public final class WorkstationGuide {
  private final Text text;

  public WorkstationGuide(Text text) {
    this.text = text;
  }

  /**
   * The page as UTF-8 bytes, one file that needs nothing else.
   *
   * @param subject whose certificate it is
   * @param fingerprint for comparing
   * @param notAfter its end
   * @param authority whether it is an authority's; a server's own has limits that are told
   */
  public byte[] page(String subject, Fingerprint fingerprint, Instant notAfter, boolean authority) {
    Html html = new Html(text);
    HtmlReport.start(html, text, text.of("report.guide.title"));
    html.say("h1", "report.guide.title");
    html.say("p", "report.guide.text", WorkstationFiles.CERTIFICATE).raw("</div></header>\n");
    html.raw("<section>\n").say("h2", "report.guide.what.title").raw("<dl>\n");
    html.say("dt", "report.guide.what.who").show("dd", subject);
    html.say("dt", "report.guide.what.until").say("dd", "report.made.date", notAfter);
    html.say("dt", "report.guide.what.fingerprint");
    html.show("dd class=\"colons\"", fingerprint.withColons()).raw("</dl>\n");
    html.say("p", "report.guide.what.text");
    if (!authority) {
      html.say("p class=\"quiet\"", "report.guide.what.leaf");
    }
    html.raw("</section>\n");
    windows(html);
    firefox(html, authority);
    mac(html);
    linux(html);
    html.raw("<footer>").say("p", "report.guide.foot").raw("</footer>\n");
    html.raw("</main></body></html>\n");
    return html.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void windows(Html html) {
    html.raw("<section>\n").say("h2", "report.guide.windows.title").raw("<ol>\n");
    html.say("li", "report.guide.windows.open");
    html.say("li", "report.guide.windows.go");
    html.say("li", "report.guide.windows.import", WorkstationFiles.CERTIFICATE);
    html.say("li", "report.guide.windows.wait").show("pre", "gpupdate /force").raw("</ol>\n");
    html.say("p", "report.guide.windows.check");
    html.show("pre", "certutil -store ROOT").raw("</section>\n");
  }

  private static void firefox(Html html, boolean authority) {
    html.raw("<section>\n").say("h2", "report.guide.firefox.title");
    html.say("p", "report.guide.firefox.text").raw("<ol>\n");
    html.say("li", "report.guide.firefox.policy", WorkstationFiles.FIREFOX);
    html.show("pre", "/etc/firefox/policies/policies.json");
    html.show("pre", "/Applications/Firefox.app/Contents/Resources/distribution/policies.json");
    html.show("pre", "C:\\Program Files\\Mozilla Firefox\\distribution\\policies.json");
    if (authority) {
      html.say("li", "report.guide.firefox.certificate", WorkstationFiles.CERTIFICATE);
      html.show("pre", "/usr/lib/mozilla/certificates");
      html.show("pre", "/Library/Application Support/Mozilla/Certificates");
      html.show("pre", "%USERPROFILE%\\AppData\\Roaming\\Mozilla\\Certificates");
    }
    html.say("li", "report.guide.firefox.check").raw("</ol>\n</section>\n");
  }

  private static void mac(Html html) {
    html.raw("<section>\n").say("h2", "report.guide.mac.title").raw("<ol>\n");
    html.say("li", "report.guide.mac.profile", WorkstationFiles.MAC);
    html.say("li", "report.guide.mac.alone").raw("</ol>\n</section>\n");
  }

  private static void linux(Html html) {
    html.raw("<section>\n").say("h2", "report.guide.linux.title");
    html.say("h3", "report.guide.linux.debian");
    html.show(
        "pre",
        "sudo install -m 644 "
            + WorkstationFiles.CERTIFICATE
            + " /usr/local/share/ca-certificates/ && sudo update-ca-certificates");
    html.say("h3", "report.guide.linux.redhat");
    html.show(
        "pre",
        "sudo install -m 644 "
            + WorkstationFiles.CERTIFICATE
            + " /etc/pki/ca-trust/source/anchors/ && sudo update-ca-trust extract");
    html.say("p", "report.guide.linux.chromium").raw("</section>\n");
  }
}
