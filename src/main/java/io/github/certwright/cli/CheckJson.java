package io.github.certwright.cli;

import io.github.certwright.check.CertificateCheck;
import io.github.certwright.check.ChainLink;
import io.github.certwright.check.CheckReport;
import io.github.certwright.check.CheckReport.Connection;
import io.github.certwright.keystore.KeystoreContents.Entry;
import io.github.certwright.run.Facts;
import io.github.certwright.run.RunReport.CertificateFacts;
import io.github.certwright.text.Text;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** What one thing looked at was like, as fields of a JSON object that stands open. */
record CheckJson(Text text, Clock clock) {

  void write(JsonGenerator json, CheckReport report) {
    json.writeStringProperty("target", report.asked());
    json.writeStringProperty("level", report.level().word());
    json.writeStringProperty("key", report.verdict().key());
    json.writeStringProperty(
        "verdict", text.of(report.verdict().key(), report.verdict().args().toArray()));
    report.connection().ifPresent(seen -> connection(json, seen));
    JsonDocument.array(json, "chain", report.links(), link -> link(json, link));
    JsonDocument.array(
        json,
        "stores",
        report.trusts(),
        trust -> {
          json.writeStringProperty("name", trust.label());
          json.writeStringProperty("path", trust.path().toString());
          json.writeStringProperty("outcome", word(trust.outcome()));
        });
    List<Entry> entries = report.contents().map(contents -> contents.entries()).orElse(List.of());
    JsonDocument.array(json, "entries", entries, entry -> entry(json, entry));
  }

  private static void connection(JsonGenerator json, Connection seen) {
    json.writeStringProperty("host", seen.where().host());
    json.writeNumberProperty("port", seen.where().port());
    if (!seen.protocol().isEmpty()) {
      json.writeStringProperty("protocol", seen.protocol());
      json.writeStringProperty("cipher", seen.cipher());
      json.writeArrayPropertyStart("versions");
      seen.versions().forEach(json::writeString);
      json.writeEndArray();
    }
    JsonDocument.array(
        json,
        "ports",
        seen.ports(),
        other -> {
          json.writeNumberProperty("port", other.port());
          json.writeStringProperty("state", other.state().word());
        });
  }

  private void link(JsonGenerator json, ChainLink link) {
    CertificateFacts facts = Facts.of(link.certificate());
    json.writeStringProperty("part", word(link.part()));
    json.writeStringProperty("validity", word(link.span()));
    json.writeStringProperty("issuedBy", word(link.joint()));
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
    json.writeStringProperty("signature", link.certificate().getSigAlgName());
    json.writeNumberProperty("daysLeft", CertificateCheck.daysLeft(link.certificate(), clock));
  }

  private void entry(JsonGenerator json, Entry entry) {
    json.writeStringProperty("alias", entry.alias());
    json.writeStringProperty("kind", word(entry.kind()));
    if (!entry.chain().isEmpty()) {
      CertificateFacts facts = Facts.of(entry.chain().getFirst());
      json.writeStringProperty("subject", facts.subject());
      json.writeStringProperty("sha256", facts.sha256().withColons());
      json.writeStringProperty("notAfter", facts.notAfter().toString());
      json.writeNumberProperty("daysLeft", facts.daysLeft(clock));
    }
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
