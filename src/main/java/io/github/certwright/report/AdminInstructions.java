package io.github.certwright.report;

import io.github.certwright.text.Text;
import io.github.certwright.tls.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A page for the administrator who is to copy a pair into tools' folders: what, why, and the exact
 * command for each tool. Holds no password; the commands name files only.
 */
public final class AdminInstructions {
  private final Text text;

  public AdminInstructions(Text text) {
    this.text = text;
  }

  /**
   * A tool and the command that sets it up.
   *
   * @param label product and version
   * @param folder its install folder
   * @param command one line for the administrator's shell
   */
  public record ToolCommand(String label, Path folder, String command) {}

  /**
   * The page as UTF-8 bytes, one file that needs nothing else.
   *
   * @param source folder that holds {@code cert.jks} and {@code cert.pass}
   * @param fingerprint of the certificate, for comparing
   * @param notAfter its end
   * @param windows whether the commands are for PowerShell rather than {@code sh}
   */
  public byte[] page(
      Path source,
      Fingerprint fingerprint,
      Instant notAfter,
      boolean windows,
      List<ToolCommand> tools) {
    Html html = new Html(text);
    HtmlReport.start(html, text, text.of("report.admin.title"));
    html.say("h1", "report.admin.title");
    html.say("p", "report.admin.text").raw("</div></header>\n");
    html.raw("<section>\n").say("h2", "report.admin.what.title").raw("<dl>\n");
    html.say("dt", "report.admin.what.from").show("dd class=\"path\"", source);
    html.say("dt", "report.admin.what.until").say("dd", "report.made.date", notAfter);
    html.say("dt", "report.admin.what.fingerprint");
    html.show("dd class=\"colons\"", fingerprint.withColons());
    html.raw("</dl>\n").say("p", "report.admin.what.text").raw("</section>\n");
    html.raw("<section>\n").say("h2", "report.admin.how.title");
    html.say("p", windows ? "report.admin.how.windows" : "report.admin.how.unix");
    for (ToolCommand tool : tools) {
      html.raw("<article>\n").show("h3", tool.label());
      html.show("p class=\"path\"", tool.folder()).show("pre", tool.command());
      html.raw("</article>\n");
    }
    html.say("p class=\"quiet\"", "report.admin.how.backup").raw("</section>\n");
    html.raw("</main></body></html>\n");
    return html.toString().getBytes(StandardCharsets.UTF_8);
  }
}
