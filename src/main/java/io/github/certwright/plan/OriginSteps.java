package io.github.certwright.plan;

import io.github.certwright.plan.Plan.Step;
import java.util.ArrayList;
import java.util.List;

/** The sentences of how a plan comes by its key and certificate. */
final class OriginSteps {
  private OriginSteps() {}

  static List<Step> of(Plan plan) {
    CertificatePlan certificate = plan.certificate();
    return switch (plan.origin()) {
      case Origin.NewKey _ ->
          List.of(key(certificate), certificate("plan.certificate.text", certificate));
      case Origin.KeptKey _ -> List.of(certificate("plan.certificate.kept.text", certificate));
      case Origin.Answered(String authority, Origin.Trusted trusted) ->
          List.of(
              certificate("plan.certificate.answered.text", certificate, authority),
              trust(trusted, authority));
      case Origin.OwnAuthority(String authority, boolean newKey) -> {
        List<Step> steps = new ArrayList<>();
        if (newKey) {
          steps.add(key(certificate));
        }
        steps.add(certificate("plan.certificate.issued.text", certificate, authority));
        steps.add(trust(Origin.Trusted.ROOT, authority));
        yield steps;
      }
      case Origin.Existing(String authority, Origin.Trusted trusted) ->
          List.of(
              certificate("plan.certificate.existing.text", certificate),
              trust(trusted, authority));
    };
  }

  static Step key(CertificatePlan certificate) {
    return new Step(
        "key", "plan.key.text", List.of(certificate.key().algorithm(), certificate.key().bits()));
  }

  static Step certificate(String key, CertificatePlan certificate, Object... more) {
    List<Object> args = new ArrayList<>();
    args.add(certificate.names().stream().map(name -> (Object) name.both()).toList());
    args.add(certificate.notAfter());
    args.addAll(List.of(more));
    return new Step("certificate", key, args);
  }

  private static Step trust(Origin.Trusted trusted, String authority) {
    return switch (trusted) {
      case ROOT -> new Step("trust", "plan.trust.root.text", List.of(authority));
      case CERTIFICATE -> new Step("trust", "plan.trust.certificate.text", List.of());
    };
  }
}
