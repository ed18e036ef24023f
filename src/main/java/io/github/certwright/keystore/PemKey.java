package io.github.certwright.keystore;

import io.github.certwright.problem.Problem;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.secret.Secret;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.misc.ScryptParams;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/**
 * Reads a private key in PEM: PKCS#8 (RFC 5958), with or without a password, and the traditional
 * forms of OpenSSL.
 */
public final class PemKey {
  private static final String BEGIN = "-----BEGIN ";
  private static final String KEY = "PRIVATE KEY-----";
  private static final long MAX_ROUNDS = 2_000_000;

  /**
   * Work that scrypt may want (RFC 7914 section 2): N times r times p blocks of 128 bytes, which
   * keeps its memory below 128 MiB, too. Openssl writes an eighth of that.
   */
  private static final long MAX_SCRYPT_BLOCKS = 1L << 20;

  private PemKey() {}

  /** Whether there is a private key in the bytes, as far as its heading tells. */
  public static boolean isIn(byte[] bytes) {
    return text(bytes).lines().map(String::strip).anyMatch(PemKey::keyLine);
  }

  private static boolean keyLine(String line) {
    return line.startsWith(BEGIN) && line.endsWith(KEY);
  }

  /** Whether a key in the bytes wants a password. */
  public static boolean encrypted(byte[] bytes) {
    String text = text(bytes);
    return text.contains("-----BEGIN ENCRYPTED PRIVATE KEY-----")
        || text.contains("Proc-Type: 4,ENCRYPTED");
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /**
   * The first private key in the bytes.
   *
   * @param password opens the key; empty when it has none
   * @throws ProblemException with its own key when there is none, when the password is missing or
   *     wrong, or when the key is damaged
   */
  public static PrivateKey read(byte[] bytes, Secret password) throws ProblemException {
    if (bytes.length > CertificateReader.MAX_BYTES) {
      throw problem("keystore.pem.problem.damaged", null);
    }
    if (encrypted(bytes) && password.isEmpty()) {
      throw problem("keystore.pem.problem.passwordMissing", null);
    }
    try (PEMParser parser = new PEMParser(new StringReader(text(bytes)))) {
      for (Object found = parser.readObject(); found != null; found = parser.readObject()) {
        PrivateKeyInfo info = key(found, password);
        if (info != null) {
          return new JcaPEMKeyConverter().getPrivateKey(info);
        }
      }
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // What decrypts to nonsense was, as a rule, given the wrong password.
      throw problem(
          encrypted(bytes) ? "keystore.pem.problem.wrongPassword" : "keystore.pem.problem.damaged",
          e);
    }
    throw problem("keystore.pem.problem.none", null);
  }

  private static PrivateKeyInfo key(Object found, Secret password)
      throws IOException, ProblemException {
    return switch (found) {
      case PrivateKeyInfo plain -> plain;
      case PEMKeyPair pair -> pair.getPrivateKeyInfo();
      case PEMEncryptedKeyPair locked -> traditional(locked, password);
      case PKCS8EncryptedPrivateKeyInfo locked -> pkcs8(locked, password);
      default -> null;
    };
  }

  private static PrivateKeyInfo traditional(PEMEncryptedKeyPair locked, Secret password)
      throws IOException {
    return password.use(
        chars ->
            locked
                .decryptKeyPair(
                    new JcePEMDecryptorProviderBuilder()
                        .setProvider(new BouncyCastleProvider())
                        .build(chars))
                .getPrivateKeyInfo());
  }

  private static PrivateKeyInfo pkcs8(PKCS8EncryptedPrivateKeyInfo locked, Secret password)
      throws ProblemException {
    AlgorithmIdentifier how = locked.getEncryptionAlgorithm();
    if (Pkcs12Look.rounds(how.toASN1Primitive()).getMax() > MAX_ROUNDS || tooLarge(how)) {
      throw problem("keystore.read.problem.rounds", null);
    }
    try {
      return password.<PrivateKeyInfo, Exception>use(
          chars ->
              locked.decryptPrivateKeyInfo(
                  new JceOpenSSLPKCS8DecryptorProviderBuilder()
                      .setProvider(new BouncyCastleProvider())
                      .build(chars)));
    } catch (Exception e) {
      // Besides its checked exceptions the library throws others for what decrypts to nonsense.
      throw problem("keystore.pem.problem.wrongPassword", e);
    }
  }

  private static boolean tooLarge(AlgorithmIdentifier how) {
    if (!how.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)) {
      return false;
    }
    var derivation = PBES2Parameters.getInstance(how.getParameters()).getKeyDerivationFunc();
    if (!derivation.getAlgorithm().equals(MiscObjectIdentifiers.id_scrypt)) {
      return false;
    }
    ScryptParams scrypt = ScryptParams.getInstance(derivation.getParameters());
    BigInteger blocks =
        scrypt
            .getCostParameter()
            .multiply(scrypt.getBlockSize())
            .multiply(scrypt.getParallelizationParameter());
    return blocks.compareTo(BigInteger.valueOf(MAX_SCRYPT_BLOCKS)) > 0;
  }

  private static ProblemException problem(String key, Throwable cause) {
    return new ProblemException(Problem.of("", key), cause);
  }
}
