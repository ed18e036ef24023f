package io.github.certwright.run;

import io.github.certwright.answers.KeyChoice;
import io.github.certwright.issue.CertificateMaker;
import io.github.certwright.issue.Issued;
import io.github.certwright.plan.CertificatePlan;
import java.security.KeyPair;
import java.util.function.BiFunction;

/** Gives a run its key and certificate. */
@FunctionalInterface
interface KeySource {

  /** Makes or takes them, and tells of the steps {@code key} and {@code certificate}. */
  Issued issue(Workbench bench, StepTracker steps, Cancellation cancellation);

  /** A new key whose certificate signs itself. */
  static KeySource selfSigned(CertificatePlan plan) {
    return made(plan.key(), (maker, pair) -> maker.selfSigned(plan, pair));
  }

  /** A new key, and whatever certificate is made for it. */
  static KeySource made(
      KeyChoice choice, BiFunction<CertificateMaker, KeyPair, Issued> certificate) {
    return (bench, steps, cancellation) -> {
      CertificateMaker maker = bench.certificateMaker();
      steps.running("key");
      KeyPair pair = cancellation.await(() -> bench.keys().pair(choice));
      steps.done("key");
      steps.running("certificate");
      Issued issued = certificate.apply(maker, pair);
      cancellation.check();
      steps.done("certificate");
      return issued;
    };
  }

  /** A key that is there, and whatever certificate is made for it. */
  static KeySource kept(KeyPair pair, BiFunction<CertificateMaker, KeyPair, Issued> certificate) {
    return (bench, steps, _) -> {
      steps.running("certificate");
      Issued issued = certificate.apply(bench.certificateMaker(), pair);
      steps.done("certificate");
      return issued;
    };
  }

  /** Key and certificate as they are. */
  static KeySource given(Issued issued) {
    return (_, steps, _) -> {
      steps.running("certificate");
      steps.done("certificate");
      return issued;
    };
  }
}
