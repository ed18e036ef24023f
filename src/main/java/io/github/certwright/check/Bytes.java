package io.github.certwright.check;

import io.github.certwright.answers.Visible;
import io.github.certwright.files.ReadOnce;
import io.github.certwright.keystore.KeystoreReader;
import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads files to be checked, never more of them than a keystore may have. */
final class Bytes {
  private Bytes() {}

  /**
   * At most one byte more than a keystore may have, so that its reader says that it is too large.
   */
  static byte[] of(Path file) throws ProblemException {
    String name = Visible.text(file.toString());
    if (ReadOnce.isOther(file)) {
      throw new ProblemException(Problem.of("", "check.file.notAFile", name));
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(KeystoreReader.MAX_BYTES + 1);
    } catch (NoSuchFileException e) {
      throw new ProblemException(Problem.of("", "check.file.missing", name), e);
    } catch (AccessDeniedException e) {
      throw new ProblemException(Problem.of("", "check.file.denied", name), e);
    } catch (IOException e) {
      throw new ProblemException(
          Problem.of("", "check.file.unreadable", name).withDetail(e.getMessage()), e);
    }
  }
}
