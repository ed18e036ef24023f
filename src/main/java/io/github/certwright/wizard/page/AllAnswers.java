package io.github.certwright.wizard.page;

import io.github.certwright.answers.Answers;

/** Wipes the secrets in a set of answers. */
final class AllAnswers {
  private AllAnswers() {}

  static void close(Answers answers) {
    answers.passwords().close();
    answers.where().upload().ifPresent(upload -> upload.signIn().close());
  }
}
