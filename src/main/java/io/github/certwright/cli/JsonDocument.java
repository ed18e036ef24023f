package io.github.certwright.cli;

import io.github.certwright.check.CheckReport;
import io.github.certwright.check.Finding;
import io.github.certwright.plan.Plan;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.ExportedFile;
import io.github.certwright.run.ListJob;
import io.github.certwright.run.Progress;
import io.github.certwright.run.RunReport;
import io.github.certwright.run.StoreReport;
import io.github.certwright.text.Text;
import java.io.StringWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * Prints a command's end as one JSON document; the names are a contract, fields are only ever
 * added.
 */
final class JsonDocument {
  private final Text text;
  private final Clock clock;

  private final boolean unicode;

  /**
   * @param unicode whether letters beyond ASCII can be printed as they are; otherwise they are
   *     written as escapes, which mean the same
   */
  JsonDocument(Text text, Clock clock, boolean unicode) {
    this.text = text;
    this.clock = clock;
    this.unicode = unicode;
  }

  /** The document with a line end. */
  String of(JobDocument document) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = factory().createGenerator(ObjectWriteContext.empty(), out)) {
      RunReport report = document.report();
      json.writeStartObject();
      json.writeStringProperty("job", document.job());
      json.writeStringProperty("state", report.state().word());
      plan(json, "plan", document.plan());
      plan(json, "change", document.change());
      steps(json, report.steps());
      files(json, report);
      report.certificate().ifPresent(certificate -> certificate(json, certificate));
      tools(json, report.tools());
      stores(json, report.trust().stores());
      if (report.uploaded()) {
        json.writeBooleanProperty("uploaded", true);
      }
      report
          .verified()
          .ifPresent(seen -> json.writeStringProperty("verifiedSha256", seen.withColons()));
      findings(json, document.checks());
      array(
          json,
          "checks",
          document.checks(),
          check -> new CheckJson(text, clock).write(json, check));
      next(json, "byHand", document.byHand());
      next(json, "toFinish", document.toFinish());
      next(json, "afterwards", document.afterwards());
      problems(json, report.problems());
      json.writeEndObject();
    }
    return out.append('\n').toString();
  }

  private JsonFactory factory() {
    return JsonFactory.builder().configure(JsonWriteFeature.ESCAPE_NON_ASCII, !unicode).build();
  }

  private void plan(JsonGenerator json, String name, List<Plan.Step> plan) {
    array(
        json,
        name,
        plan,
        step -> {
          json.writeStringProperty("id", step.id());
          json.writeStringProperty("text", text.of(step.key(), step.args().toArray()));
        });
  }

  private void steps(JsonGenerator json, List<Progress.StepReport> steps) {
    array(
        json,
        "steps",
        steps,
        step -> {
          json.writeStringProperty("id", step.step().id());
          json.writeStringProperty("state", step.state().word());
          json.writeStringProperty(
              "text",
              step.problem()
                  .map(problem -> text.problem(problem).what())
                  .orElseGet(() -> text.of(step.step().key(), step.step().args().toArray())));
        });
  }

  private static void files(JsonGenerator json, RunReport report) {
    List<ExportedFile> files = new ArrayList<>();
    report
        .files()
        .forEach(it -> files.add(new ExportedFile(it.role().word(), it.path(), it.sha256())));
    files.addAll(report.trust().files());
    array(
        json,
        "files",
        files,
        file -> {
          json.writeStringProperty("role", file.role());
          json.writeStringProperty("path", file.path().toString());
          json.writeStringProperty("sha256", file.sha256());
        });
  }

  private void certificate(JsonGenerator json, RunReport.CertificateFacts facts) {
    json.writeObjectPropertyStart("certificate");
    json.writeStringProperty("subject", facts.subject());
    json.writeStringProperty("issuer", facts.issuer());
    json.writeStringProperty("serial", facts.serial().toString(16));
    json.writeStringProperty("sha256", facts.sha256().withColons());
    json.writeStringProperty("notBefore", facts.notBefore().toString());
    json.writeStringProperty("notAfter", facts.notAfter().toString());
    json.writeArrayPropertyStart("names");
    facts.names().forEach(json::writeString);
    json.writeEndArray();
    json.writeStringProperty("key", facts.key());
    json.writeNumberProperty("daysLeft", facts.daysLeft(clock));
    json.writeEndObject();
  }

  private static void tools(JsonGenerator json, List<RunReport.ToolReport> tools) {
    array(
        json,
        "tools",
        tools,
        tool -> {
          json.writeStringProperty("product", tool.product());
          json.writeStringProperty("version", tool.version());
          json.writeStringProperty("path", tool.path().toString());
          json.writeStringProperty("state", tool.state());
        });
  }

  private static void stores(JsonGenerator json, List<StoreReport> stores) {
    array(
        json,
        "stores",
        stores,
        store -> {
          json.writeStringProperty("id", store.store().id());
          json.writeStringProperty("kind", store.store().kind().word());
          store
              .store()
              .place()
              .ifPresent(place -> json.writeStringProperty("path", place.toString()));
          json.writeStringProperty("state", store.state());
          if (!store.command().isEmpty()) {
            json.writeStringProperty("command", store.command());
          }
        });
  }

  private void findings(JsonGenerator json, List<CheckReport> checks) {
    List<Map.Entry<CheckReport, Finding>> all =
        checks.stream()
            .flatMap(check -> check.findings().stream().map(found -> Map.entry(check, found)))
            .toList();
    array(
        json,
        "findings",
        all,
        entry -> {
          Finding finding = entry.getValue();
          Text.ProblemText words = text.problem(finding.asProblem());
          json.writeStringProperty("level", finding.level().word());
          json.writeStringProperty("key", finding.key());
          json.writeStringProperty("text", words.what());
          if (!words.why().isEmpty()) {
            json.writeStringProperty("why", words.why());
          }
          json.writeStringProperty("action", words.next());
          finding.remedy().ifPresent(remedy -> json.writeStringProperty("remedy", remedy.word()));
          json.writeStringProperty("target", entry.getKey().asked());
        });
  }

  private void next(JsonGenerator json, String name, List<NextStep> steps) {
    array(
        json,
        name,
        steps,
        step -> {
          json.writeStringProperty("key", step.key());
          json.writeStringProperty("text", text.of(step.key(), step.args().toArray()));
        });
  }

  private void problems(JsonGenerator json, List<Problem> problems) {
    array(
        json,
        "problems",
        problems,
        problem -> {
          Text.ProblemText words = text.problem(problem);
          json.writeStringProperty("key", problem.key());
          json.writeStringProperty("field", problem.field());
          json.writeStringProperty("text", words.what());
          json.writeArrayPropertyStart("hints");
          words.hints().forEach(json::writeString);
          json.writeEndArray();
          json.writeBooleanProperty("warning", !problem.stops());
          if (ListJob.isBadLine(problem) && problem.args().getFirst() instanceof Integer line) {
            json.writeNumberProperty("line", line);
            json.writeStringProperty("cause", problem.detail());
          }
        });
  }

  /** An array of objects, left out when there are none. */
  static <T> void array(
      JsonGenerator json, String name, List<T> items, java.util.function.Consumer<T> fields) {
    if (items.isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart(name);
    for (T item : items) {
      json.writeStartObject();
      fields.accept(item);
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
