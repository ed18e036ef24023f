package io.github.certwright.run;

import io.github.certwright.keystore.CertificateReader;
import io.github.certwright.testing.OpensslAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One authority for all tests of a class; each test has its own request. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AnswerScene {
  Path shared;
  OpensslAuthority authority;
  Office office;
  Path folder;
  Path csr;
  Path keystore;
  int count;

  @BeforeAll
  void authority(@TempDir Path folder) throws IOException {
    shared = folder;
    authority = new OpensslAuthority(shared.resolve("authority"));
  }

  @BeforeEach
  void setUp() throws IOException {
    office = new Office(shared.resolve("office-" + ++count));
    folder = office.disk.resolve("asked");
    office.request(folder, "tw.example.com", "10.0.0.7").close();
    csr = folder.resolve("request.csr");
    keystore = folder.resolve("KeyStore.jks");
  }

  X509Certificate root() throws Exception {
    return certificate(authority.root());
  }

  static X509Certificate certificate(Path file) throws Exception {
    return CertificateReader.read(Files.readAllBytes(file)).getFirst();
  }
}
