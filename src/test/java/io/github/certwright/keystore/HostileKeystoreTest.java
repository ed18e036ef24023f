package io.github.certwright.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.certwright.answers.StoreFormat;
import io.github.certwright.issue.Issued;
import io.github.certwright.problem.ProblemException;
import io.github.certwright.secret.Secret;
import io.github.certwright.testing.Pairs;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.junit.jupiter.api.Test;

/** Files that were made to hold a program up or to end it. */
class HostileKeystoreTest {
  private static final Issued ISSUED = Pairs.make("twcloud.example.com");

  private final Secret password = Secret.ofText("Correct-horse 9");

  private Pfx honest() {
    return Pfx.getInstance(
        KeystoreWriter.server(
            StoreFormat.PKCS12, "alias", ISSUED.privateKey(), ISSUED.certificate(), password));
  }

  private static void assertKey(ThrowingCallable call, String key) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().key()).isEqualTo(key));
  }

  @Test
  void roundsHiddenBehindATrailingByteAreCountedToo() throws Exception {
    Pfx honest = honest();
    byte[] safes = ASN1OctetString.getInstance(honest.getAuthSafe().getContent()).getOctets();
    int rounds = indexOf(safes, new byte[] {2, 2, 0x27, 0x10});
    byte[] hostile = Arrays.copyOf(safes, safes.length + 1);
    // 10,000 rounds become 32,767; the byte at the end hides them from a strict reader.
    hostile[rounds + 2] = 0x7f;
    hostile[rounds + 3] = (byte) 0xff;

    long most =
        Pkcs12Look.of(
                new Pfx(
                        new ContentInfo(PKCSObjectIdentifiers.data, new DEROctetString(hostile)),
                        honest.getMacData())
                    .getEncoded())
            .rounds()
            .getMax();

    assertThat(most).isEqualTo(0x7fff);
  }

  private static int indexOf(byte[] bytes, byte[] wanted) {
    for (int i = 0; i + wanted.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    throw new AssertionError("Not there.");
  }

  @Test
  void manyPartsWithManyRoundsEachAreRefusedBeforeTheyAreCounted() throws Exception {
    Pfx honest = honest();
    ASN1EncodableVector parts = new ASN1EncodableVector();
    for (int i = 0; i < 20; i++) {
      parts.add(
          new DERSequence(
              new ASN1Encodable[] {new DEROctetString(new byte[8]), new ASN1Integer(1_900_000)}));
    }
    byte[] bytes =
        new Pfx(
                new ContentInfo(
                    PKCSObjectIdentifiers.data,
                    new DEROctetString(new DERSequence(parts).getEncoded())),
                honest.getMacData())
            .getEncoded();
    assertKey(() -> KeystoreReader.read(bytes, password), "keystore.read.problem.rounds");
  }

  @Test
  void structuresNestedBeyondAllReasonAreOnlyDamagedFiles() throws Exception {
    byte[] nested = new byte[1_000_000];
    for (int i = 0; i < nested.length; i += 2) {
      nested[i] = 0x30;
      nested[i + 1] = (byte) 0x80;
    }
    assertKey(() -> CertificateReader.read(nested), "keystore.certificate.problem.none");
    assertKey(() -> KeystoreReader.read(nested, password), "keystore.read.problem.notAKeystore");

    byte[] store = jksAround(nested);
    assertKey(() -> KeystoreReader.read(store, password), "keystore.read.problem.damaged");
    assertKey(() -> KeystoreReader.peek(store), "keystore.read.problem.damaged");
  }

  /** A JKS file whose only certificate is what is given. */
  private static byte[] jksAround(byte[] certificate) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(0xFEEDFEED);
    out.writeInt(2);
    out.writeInt(1);
    out.writeInt(2);
    out.writeUTF("alias");
    out.writeLong(0);
    out.writeUTF("X.509");
    out.writeInt(certificate.length);
    out.write(certificate);
    out.write(new byte[20]);
    return bytes.toByteArray();
  }
}
