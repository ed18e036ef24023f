package io.github.certwright.wizard.page;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;

/** Says how easily a password can be guessed. Reads word lists at first use, so it is slow once. */
public final class PasswordMeter {
  private static final int LONGEST_MEASURED = 100;

  private Zxcvbn lists;

  /**
   * Measures a password.
   *
   * @param related words an attacker would try first
   */
  public synchronized Grade measure(CharSequence password, List<String> related) {
    if (lists == null) {
      lists = new Zxcvbn();
    }
    CharSequence measured = password.subSequence(0, Math.min(password.length(), LONGEST_MEASURED));
    Strength strength = lists.measure(measured, related);
    Grade grade = new Grade(strength.getScore(), PasswordAdvice.of(strength.getFeedback()));
    strength.wipe();
    return grade;
  }

  /**
   * How good a password is.
   *
   * @param score 0 (guessed at once) to 4 (very hard to guess)
   * @param advice message keys of what would make it better
   */
  public record Grade(int score, List<String> advice) {
    public Grade {
      advice = List.copyOf(advice);
    }

    /** Very hard to guess, nothing to add. */
    public static final Grade BEST = new Grade(4, List.of());
  }
}
