package io.github.certwright.report;

import io.github.certwright.report.CheckFacts.Found;
import io.github.certwright.report.CheckFacts.Said;
import io.github.certwright.report.CheckFacts.Shown;
import io.github.certwright.text.Text;
import java.nio.charset.StandardCharsets;

/**
 * What a check found as one page for a screen or for paper; needs no other file, has no script and
 * no secret.
 */
public final class CheckHtml {
  private final Text text;

  public CheckHtml(Text text) {
    this.text = text;
  }

  /** The page as UTF-8 bytes. */
  public byte[] page(CheckFacts facts) {
    Html html = new Html(text);
    HtmlReport.start(html, text, text.of("verdict.html.title", facts.asked()));
    html.say("h1", "verdict.html.title", facts.asked()).say("p", "verdict.html.at", facts.at());
    html.raw("</div></header>\n<section>\n");
    html.say("h2", word(facts.level())).say("p", facts.verdict().key(), args(facts.verdict()));
    html.raw("</section>\n<section>\n").say("h2", "verdict.findings.title");
    html.raw("<ul class=\"done\">\n");
    facts.findings().forEach(found -> finding(html, found));
    html.raw("</ul>\n</section>\n");
    if (!facts.chain().isEmpty()) {
      html.raw("<section>\n").say("h2", "verdict.chain.title");
      facts.chain().forEach(shown -> certificate(html, shown));
      html.raw("</section>\n");
    }
    html.raw("</main></body></html>\n");
    return html.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void finding(Html html, Found found) {
    boolean good = found.level().equals("green");
    Said what = found.what();
    html.raw("<li class=\"" + (good ? "good" : "open") + "\">");
    html.raw(html.sentence(what.key(), args(what)));
    for (String suffix : new String[] {".why", ".next"}) {
      if (text.has(what.key() + suffix)) {
        html.say("p class=\"quiet\"", what.key() + suffix, args(what));
      }
    }
    html.raw("</li>\n");
  }

  private static void certificate(Html html, Shown shown) {
    html.raw("<article class=\"file\">\n").show("h3 dir=\"auto\"", shown.title()).raw("<dl>\n");
    html.say("dt", "verdict.details.subject").show("dd dir=\"auto\"", shown.subject());
    html.say("dt", "verdict.details.issuer").show("dd dir=\"auto\"", shown.issuer());
    html.say("dt", "verdict.details.valid");
    html.say("dd", "verdict.details.span", shown.from(), shown.until());
    html.say("dt", "verdict.details.key").show("dd", shown.key());
    html.say("dt", "verdict.details.fingerprint");
    html.show("dd class=\"colons\"", shown.fingerprint().withColons());
    html.raw("</dl>\n</article>\n");
  }

  private static String word(String level) {
    return switch (level) {
      case "green" -> "verdict.green.word";
      case "amber" -> "verdict.amber.word";
      default -> "verdict.red.word";
    };
  }

  private static Object[] args(Said said) {
    return said.args().toArray();
  }
}
