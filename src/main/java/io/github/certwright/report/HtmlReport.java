package io.github.certwright.report;

import io.github.certwright.answers.HostName;
import io.github.certwright.plan.FileRole;
import io.github.certwright.report.ReportFacts.BackupFact;
import io.github.certwright.report.ReportFacts.CertificateFact;
import io.github.certwright.report.ReportFacts.FileFact;
import io.github.certwright.report.ReportFacts.ToolFact;
import io.github.certwright.report.ReportFacts.UploadFact;
import io.github.certwright.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The page {@code report.html}: what was made, for whom each file is, what remains to be done and
 * how to undo it. One file that needs nothing else, readable on a screen in light and dark, and on
 * paper; without a script, without a secret.
 */
public final class HtmlReport {
  private static final int DEFAULT_TLS_PORT = 10002;

  private final Text text;

  public HtmlReport(Text text) {
    this.text = text;
  }

  /** The page as UTF-8 bytes. */
  public byte[] page(ReportFacts facts) {
    Html html = new Html(text);
    head(html, facts);
    made(html, facts);
    fingerprint(html, facts);
    files(html, facts);
    done(html, facts);
    remains(html, facts);
    undo(html, facts);
    html.raw("<footer>").say("p", "report.foot.text", facts.madeAt()).raw("</footer>\n");
    html.raw("</main></body></html>\n");
    return html.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Everything before the first heading, the same for every page we make. */
  static void start(Html html, Text text, String title) {
    html.raw("<!DOCTYPE html>\n<html lang=\"" + text.locale().toLanguageTag() + "\">\n<head>\n");
    html.raw("<meta charset=\"utf-8\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.raw("<meta name=\"referrer\" content=\"no-referrer\">\n");
    html.raw("<meta http-equiv=\"Content-Security-Policy\"");
    html.raw(" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    html.raw("<title>" + Html.plain(title) + "</title>\n");
    html.raw("<style>\n" + resource("report.css") + "</style>\n</head>\n<body><main>\n");
    html.raw("<header>").raw(resource("mark.svg")).raw("<div>");
  }

  private void head(Html html, ReportFacts facts) {
    String name = facts.mainName().both();
    start(html, text, text.of("report.page.title", name));
    html.say("h1", "report.page.title", name);
    html.say("p", "report.page.text", facts.madeAt(), facts.certificate().notAfter(), facts.days());
    html.raw("</div></header>\n");
  }

  private static void made(Html html, ReportFacts facts) {
    CertificateFact certificate = facts.certificate();
    html.raw("<section>\n").say("h2", "report.made.title").raw("<dl>\n");
    html.say("dt", "report.made.names").raw("<dd>");
    for (HostName name : certificate.names()) {
      html.raw("<bdi class=\"chip\">" + Html.escape(name.both()) + "</bdi> ");
    }
    html.raw("</dd>\n");
    html.say("dt", "report.made.from").say("dd", "report.made.date", certificate.notBefore());
    html.say("dt", "report.made.until");
    html.say("dd", "report.made.days", certificate.notAfter(), facts.days());
    html.say("dt", "report.made.subject").show("dd dir=\"auto\"", certificate.subject());
    html.say("dt", "report.made.key").show("dd", certificate.key());
    html.say("dt", "report.made.folder").show("dd class=\"path\"", facts.folder());
    html.raw("</dl>\n</section>\n");
  }

  private static void fingerprint(Html html, ReportFacts facts) {
    String digits = facts.certificate().fingerprint().hex().toUpperCase(Locale.ROOT);
    html.raw("<section>\n").say("h2", "report.fingerprint.title");
    html.say("p", "report.fingerprint.text").raw("<ol class=\"aloud\">\n");
    for (int line = 0; line < 4; line++) {
      html.raw("<li>");
      for (int block = 0; block < 4; block++) {
        int at = line * 16 + block * 4;
        html.raw("<code>" + digits.substring(at, at + 4) + "</code> ");
      }
      html.raw("</li>\n");
    }
    html.raw("</ol>\n").say("p class=\"quiet\"", "report.fingerprint.colons");
    html.show("p class=\"colons\"", facts.certificate().fingerprint().withColons());
    html.raw("</section>\n");
  }

  private static void files(Html html, ReportFacts facts) {
    html.raw("<section>\n").say("h2", "report.files.title").say("p", "report.files.text");
    for (FileFact file : facts.files()) {
      html.raw("<article class=\"file\">\n<h3>");
      html.raw("<bdi>" + Html.escape(fileName(file.path())) + "</bdi> ");
      html.say("span class=\"role\"", roleKey(file.role()));
      if (file.role().ownerOnly()) {
        html.say("span class=\"own\"", "report.files.secret");
      }
      html.raw("</h3>\n").say("p", whoKey(file.role()));
      html.raw("<p class=\"digest\">").say("span", "report.files.digest");
      html.show("code", file.sha256()).raw("</p>\n</article>\n");
    }
    html.raw("</section>\n");
  }

  private static void done(Html html, ReportFacts facts) {
    html.raw("<section>\n").say("h2", "report.done.title").raw("<ul class=\"done\">\n");
    if (facts.tools().isEmpty()) {
      html.say("li", "report.tool.none");
    }
    for (ToolFact tool : facts.tools()) {
      Path certs = tool.path().resolve("certs");
      switch (tool.state()) {
        case INSTALLED ->
            html.say("li class=\"good\"", "report.tool.installed", tool.label(), certs);
        case ALREADY_THERE ->
            html.say("li class=\"good\"", "report.tool.already", tool.label(), certs);
        case NEEDS_ADMIN -> html.say("li class=\"open\"", "report.tool.admin", tool.label(), certs);
        case ROLLED_BACK ->
            html.say("li class=\"open\"", "report.tool.rolled", tool.label(), certs);
        case UNDONE -> html.say("li class=\"open\"", "report.tool.undone", tool.label(), certs);
      }
    }
    switch (facts.upload()) {
      case UploadFact.NotAsked() -> html.say("li", "report.upload.none");
      case UploadFact.Sent(String url) ->
          html.say("li class=\"good\"", "report.upload.sent", url, facts.tlsPort());
      case UploadFact.Failed(String url) ->
          html.say("li class=\"open\"", "report.upload.failed", url);
    }
    if (facts.verified().isPresent()) {
      boolean same = facts.verified().get().equals(facts.certificate().fingerprint());
      String key = same ? "report.verified.same" : "report.verified.other";
      html.say("li class=\"" + (same ? "good" : "open") + "\"", key, facts.tlsPort());
    }
    html.raw("</ul>\n</section>\n");
  }

  private static void remains(Html html, ReportFacts facts) {
    html.raw("<section>\n").say("h2", "report.remains.title");
    if (!(facts.upload() instanceof UploadFact.Sent)) {
      html.say("h3", "report.console.title").raw("<ol>\n");
      Path keystore = path(facts, FileRole.SERVER_KEYSTORE);
      for (HandSteps.HandStep step : HandSteps.console(keystore, facts.tlsPort())) {
        html.say("li", step.key(), step.args().toArray());
      }
      html.raw("</ol>\n");
    }
    html.say("h3", "report.login.title");
    String address =
        facts.tlsPort() == DEFAULT_TLS_PORT
            ? facts.mainName().ascii()
            : facts.mainName().ascii() + ":" + facts.tlsPort();
    html.say("p", "report.login.text", address);
    html.say("h3", "report.platform.title").say("p", "report.platform.text");
    html.raw("<pre>");
    Path client = path(facts, FileRole.CLIENT_STORE);
    for (String line : new Afterwards(facts.format(), client, facts.tlsPort()).lines()) {
      html.raw(Html.escape(line)).raw("\n");
    }
    html.raw("</pre>\n").say("p class=\"quiet\"", "report.platform.password");
    html.say("h3", "report.plain.title").say("p", "report.plain.text");
    html.say("h3", "report.end.title").say("p", "report.end.text", facts.certificate().notAfter());
    html.raw("</section>\n");
  }

  private static void undo(Html html, ReportFacts facts) {
    html.raw("<section>\n").say("h2", "report.undo.title").raw("<ul>\n");
    if (!facts.tools().isEmpty()) {
      html.say("li", "report.undo.tools");
    }
    for (BackupFact backup : facts.backups()) {
      html.say("li", "report.undo.backup", backup.original(), backup.kept());
    }
    if (!(facts.upload() instanceof UploadFact.NotAsked)) {
      html.say("li", "report.undo.server");
    }
    html.say("li", "report.undo.folder", facts.folder()).raw("</ul>\n</section>\n");
  }

  private static Path path(ReportFacts facts, FileRole role) {
    return facts.files().stream()
        .filter(file -> file.role() == role)
        .map(FileFact::path)
        .findFirst()
        .orElse(facts.folder().resolve(role.fileName()));
  }

  private static String fileName(Path path) {
    return path.getFileName() == null ? path.toString() : path.getFileName().toString();
  }

  private static String roleKey(FileRole role) {
    return switch (role) {
      case SERVER_KEYSTORE -> "report.role.keystore";
      case SERVER_PASSWORD -> "report.role.pass";
      case CERTIFICATE -> "report.role.certificate";
      case CLIENT_STORE -> "report.role.client";
      case CLIENT_PASSWORD -> "report.role.clientpass";
      case CLIENT_KIT -> "report.role.kit";
      case REPORT -> "report.role.report";
    };
  }

  private static String whoKey(FileRole role) {
    return switch (role) {
      case SERVER_KEYSTORE -> "report.who.keystore";
      case SERVER_PASSWORD -> "report.who.pass";
      case CERTIFICATE -> "report.who.certificate";
      case CLIENT_STORE -> "report.who.client";
      case CLIENT_PASSWORD -> "report.who.clientpass";
      case CLIENT_KIT -> "report.who.kit";
      case REPORT -> "report.who.report";
    };
  }

  private static String resource(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The program is incomplete: " + name + " is missing.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
