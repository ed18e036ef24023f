package io.github.certwright.keystore;

import io.github.certwright.keystore.KeystoreContents.Entry;
import io.github.certwright.keystore.KeystoreContents.EntryKind;
import io.github.certwright.secret.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;

/**
 * Looks into the structure of a PKCS12 file (RFC 7292) for what Java's own reader cannot or should
 * not be asked.
 */
final class Pkcs12Look {
  private static final int MAX_DEPTH = 40;
  private static final int VERSION = 3;
  private static final byte SEQUENCE = 0x30;

  private final ASN1Sequence pfx;

  private Pkcs12Look(ASN1Sequence pfx) {
    this.pfx = pfx;
  }

  /** The structure, or null when the bytes are not one PKCS12 file. */
  static Pkcs12Look of(byte[] bytes) {
    try {
      ASN1Sequence sequence = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(bytes));
      boolean plausible =
          sequence.size() >= 2
              && sequence.size() <= 3
              && sequence.getObjectAt(0) instanceof ASN1Integer
              && sequence.getObjectAt(1) instanceof ASN1Sequence;
      return plausible ? new Pkcs12Look(sequence) : null;
    } catch (Exception e) {
      return null;
    }
  }

  /** True when the file says a version other than the only one there is (RFC 7292 section 4). */
  boolean otherVersion() {
    return !((ASN1Integer) pfx.getObjectAt(0)).hasValue(VERSION);
  }

  /**
   * The password rounds the file asks for, part by part: wherever it stands, an iteration count
   * follows its salt (RFC 8018 appendix A, RFC 7292 section 4). A hostile file asks for millions,
   * at once or in many small parts.
   */
  LongSummaryStatistics rounds() {
    return rounds(pfx);
  }

  /** The same for any structure that says how something is encrypted. */
  static LongSummaryStatistics rounds(ASN1Encodable structure) {
    LongSummaryStatistics rounds = new LongSummaryStatistics();
    count(structure, 0, rounds);
    return rounds;
  }

  private static void count(ASN1Encodable node, int depth, LongSummaryStatistics rounds) {
    if (depth > MAX_DEPTH) {
      rounds.accept(Integer.MAX_VALUE);
      return;
    }
    switch (node) {
      case ASN1Sequence sequence -> {
        for (int i = 0; i < sequence.size(); i++) {
          boolean afterSalt = i > 0 && sequence.getObjectAt(i - 1) instanceof ASN1OctetString;
          if (afterSalt && sequence.getObjectAt(i) instanceof ASN1Integer count) {
            rounds.accept(value(count));
          } else {
            count(sequence.getObjectAt(i), depth + 1, rounds);
          }
        }
      }
      case ASN1TaggedObject tagged -> count(tagged.getBaseObject(), depth + 1, rounds);
      case ASN1OctetString octets -> nested(octets.getOctets(), depth, rounds);
      default -> {}
    }
  }

  private static long value(ASN1Integer count) {
    return count.getValue().bitLength() < Integer.SIZE
        ? count.getValue().longValue()
        : Integer.MAX_VALUE;
  }

  // Java reads the first structure and passes over what follows it, so this does too.
  private static void nested(byte[] octets, int depth, LongSummaryStatistics rounds) {
    if (octets.length < 2 || octets[0] != SEQUENCE) {
      return;
    }
    try (ASN1InputStream in = new ASN1InputStream(octets)) {
      count(in.readObject(), depth + 1, rounds);
    } catch (IOException | RuntimeException _) {
      // No structure, only bytes that begin like one.
      return;
    }
  }

  /** Certificates that Java's reader passes over because nothing marks them as trusted. */
  static List<Entry> unmarked(byte[] bytes, Secret password) throws Exception {
    PKCS12PfxPdu pdu = new PKCS12PfxPdu(bytes);
    return password.use(
        chars -> {
          InputDecryptorProvider decryptor =
              new JcePKCSPBEInputDecryptorProviderBuilder()
                  .setProvider(new BouncyCastleProvider())
                  .build(chars);
          List<Entry> entries = new ArrayList<>();
          for (ContentInfo info : pdu.getContentInfos()) {
            boolean encrypted = info.getContentType().equals(PKCSObjectIdentifiers.encryptedData);
            PKCS12SafeBagFactory factory =
                encrypted
                    ? new PKCS12SafeBagFactory(info, decryptor)
                    : new PKCS12SafeBagFactory(info);
            for (PKCS12SafeBag bag : factory.getSafeBags()) {
              if (bag.getBagValue() instanceof X509CertificateHolder holder) {
                entries.add(
                    new Entry(
                        "certificate-" + (entries.size() + 1),
                        EntryKind.UNMARKED_CERTIFICATE,
                        List.of(certificate(holder))));
              }
            }
          }
          return entries;
        });
  }

  private static X509Certificate certificate(X509CertificateHolder holder) throws Exception {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(holder.getEncoded()));
  }
}
