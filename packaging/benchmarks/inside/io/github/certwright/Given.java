package io.github.certwright;

import io.github.certwright.wizard.control.Picker;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is typed into which field, and what is chosen; earlier jobs' files are later jobs' answers. */
final class Given implements Picker {
  private final Map<String, String> typed = new HashMap<>();
  private Optional<Path> file = Optional.empty();

  Given(Path home) {
    typed.put("server-name", "localhost");
    typed.put("list-file", home.resolve("list.csv").toString());
  }

  /** Field ids and what to type. */
  Map<String, String> typed() {
    return typed;
  }

  /** What a job made, and the password on its pages. */
  void made(String job, Path folder, String password) {
    if (job.equals("create")) {
      Path keystore = folder.resolve("KeyStore.jks");
      file = Optional.of(keystore);
      typed.put("keystore-file", keystore.toString());
      typed.put("keystore-password", password);
      typed.put("import-password", password);
      typed.put("source-file", folder.resolve("client-kit.zip").toString());
      typed.put("anchor-file", folder.resolve("certificate.cer").toString());
      typed.put("what", folder.resolve("certificate.cer").toString());
    } else if (job.equals("use-root")) {
      typed.put("authority-file", folder.resolve("authority.p12").toString());
      typed.put("authority-password", password);
    }
  }

  @Override
  public Optional<Path> folder(String title) {
    return Optional.empty();
  }

  @Override
  public Optional<Path> file(String title) {
    return file;
  }

  @Override
  public List<Path> files(String title) {
    return file.stream().toList();
  }

  @Override
  public Optional<Path> save(String title, String name) {
    return Optional.empty();
  }

  @Override
  public boolean print(String words) {
    return false;
  }
}
