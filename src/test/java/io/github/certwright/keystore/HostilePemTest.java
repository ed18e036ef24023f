package io.github.certwright.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.certwright.problem.ProblemException;
import io.github.certwright.secret.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.misc.ScryptParams;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys in PEM that were made to keep a computer busy. */
class HostilePemTest {
  /** A key that says it was encrypted by scrypt (RFC 7914) with these costs. */
  private static byte[] scrypt(int cost, int blockSize, int parallel) throws IOException {
    PBES2Parameters how =
        new PBES2Parameters(
            new KeyDerivationFunc(
                MiscObjectIdentifiers.id_scrypt,
                new ScryptParams(new byte[8], cost, blockSize, parallel)),
            new EncryptionScheme(
                NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(new byte[16])));
    byte[] der =
        new EncryptedPrivateKeyInfo(
                new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBES2, how), new byte[160])
            .getEncoded();
    return ("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(der)
            + "\n-----END ENCRYPTED PRIVATE KEY-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static String refusal(byte[] pem) {
    try (Secret password = Secret.ofText("secret")) {
      PemKey.read(pem, password);
      return "";
    } catch (ProblemException e) {
      return e.problem().key();
    }
  }

  @ParameterizedTest
  @CsvSource({"1048576, 8, 1", "16384, 8, 100000", "2, 8, 260000", "131072, 8, 64"})
  void aKeyThatWouldTakeHoursOrAllMemoryIsRefusedAtOnce(int cost, int blockSize, int parallel)
      throws IOException {
    byte[] pem = scrypt(cost, blockSize, parallel);

    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertThat(refusal(pem)).isEqualTo("keystore.read.problem.rounds"));
  }

  @Test
  void whatOpensslWritesIsTried() throws IOException {
    assertThat(refusal(scrypt(16384, 8, 1))).isEqualTo("keystore.pem.problem.wrongPassword");
  }
}
