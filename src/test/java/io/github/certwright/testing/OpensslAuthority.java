package io.github.certwright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A certificate authority as other people run one, with {@code openssl ca}: root and issuer. */
public final class OpensslAuthority {
  private static final String CONFIG =
      """
      [ca]
      default_ca = issuing
      [issuing]
      dir = FOLDER
      database = $dir/index.txt
      new_certs_dir = $dir/new
      certificate = $dir/issuer.pem
      private_key = $dir/issuer.key
      rand_serial = yes
      unique_subject = no
      default_md = sha256
      default_days = 90
      policy = any
      email_in_dn = no
      copy_extensions = copy
      x509_extensions = server
      [rooted]
      dir = FOLDER
      database = $dir/index.txt
      new_certs_dir = $dir/new
      certificate = $dir/root.pem
      private_key = $dir/root.key
      rand_serial = yes
      unique_subject = no
      default_md = sha256
      default_days = 900
      policy = any
      copy_extensions = copy
      x509_extensions = server
      [nameless]
      dir = FOLDER
      database = $dir/index.txt
      new_certs_dir = $dir/new
      certificate = $dir/issuer.pem
      private_key = $dir/issuer.key
      rand_serial = yes
      unique_subject = no
      default_md = sha256
      default_days = 90
      policy = any
      copy_extensions = none
      x509_extensions = server
      [any]
      commonName = optional
      organizationName = optional
      organizationalUnitName = optional
      localityName = optional
      stateOrProvinceName = optional
      countryName = optional
      [server]
      basicConstraints = critical, CA:FALSE
      keyUsage = critical, digitalSignature
      extendedKeyUsage = serverAuth
      authorityKeyIdentifier = keyid
      [person]
      basicConstraints = critical, CA:FALSE
      extendedKeyUsage = clientAuth
      [authority]
      basicConstraints = critical, CA:TRUE, pathlen:0
      keyUsage = critical, keyCertSign, cRLSign
      subjectKeyIdentifier = hash
      [root]
      basicConstraints = critical, CA:TRUE
      keyUsage = critical, keyCertSign, cRLSign
      subjectKeyIdentifier = hash
      [req]
      distinguished_name = dn
      prompt = no
      [dn]
      CN = placeholder
      """;

  private final Path folder;
  private int count;

  /** Makes both in a new folder. */
  public OpensslAuthority(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    Files.createDirectories(folder.resolve("new"));
    Files.writeString(folder.resolve("index.txt"), "");
    Files.writeString(folder.resolve("openssl.cnf"), CONFIG.replace("FOLDER", folder.toString()));
    key("root");
    openssl(
        "req -x509 -sha256 -days 3650 -extensions root -key @root.key -out @root.pem"
            + " -config @openssl.cnf -subj",
        "/O=Example/CN=Example Root CA");
    key("issuer");
    openssl(
        "req -new -key @issuer.key -out @issuer.csr -config @openssl.cnf -subj",
        "/O=Example/CN=Example Issuing CA");
    ca("rooted", "issuer", folder.resolve("issuer.csr"), "-extensions authority");
  }

  private void key(String name) {
    openssl("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out @" + name + ".key");
  }

  private void ca(String section, String name, Path csr, String more) {
    openssl(
        "ca -batch -notext -config @openssl.cnf -name "
            + section
            + " -out @"
            + name
            + ".pem "
            + more
            + " -in",
        csr.toString());
  }

  /** Issues as the issuing authority does every day. */
  public Path sign(Path csr) {
    return sign("issuing", csr, "");
  }

  /**
   * Issues.
   *
   * @param section issuing, rooted or nameless
   * @param more further options of {@code openssl ca}
   */
  public Path sign(String section, Path csr, String more) {
    String name = "issued-" + ++count;
    ca(section, name, csr, more);
    return file(name + ".pem");
  }

  public Path root() {
    return file("root.pem");
  }

  public Path issuer() {
    return file("issuer.pem");
  }

  /** A file of the authority's folder. */
  public Path file(String name) {
    return folder.resolve(name);
  }

  /** The same certificate as DER. */
  public Path der(Path pem) {
    Path der = file(++count + ".cer");
    openssl("x509 -outform DER -in " + pem + " -out", der.toString());
    return der;
  }

  /** Several certificates in one PKCS#7 file. */
  public Path pkcs7(String form, Path... pems) {
    Path p7b = file(++count + ".p7b");
    StringBuilder files = new StringBuilder();
    for (Path pem : pems) {
      files.append(" -certfile ").append(pem);
    }
    openssl("crl2pkcs7 -nocrl -outform " + form + files + " -out", p7b.toString());
    return p7b;
  }

  /** Several certificates in one PEM file, one behind the other, with text around them. */
  public Path together(Path... pems) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Path pem : pems) {
      text.append("subject of what follows\n").append(Files.readString(pem));
    }
    return Files.writeString(file(++count + ".crt"), text.toString());
  }

  /** Runs openssl; {@code @} stands for the authority's folder, the last words are taken whole. */
  public String openssl(String words, String... last) {
    List<String> command = new ArrayList<>(List.of("openssl"));
    for (String word : words.split(" +", -1)) {
      if (!word.isEmpty()) {
        command.add(word.startsWith("@") ? folder.resolve(word.substring(1)).toString() : word);
      }
    }
    command.addAll(List.of(last));
    Programs.Ran ran = Programs.run(command);
    assertThat(ran.exitCode()).as("%s: %s", command, ran.output()).isZero();
    return ran.output();
  }
}
