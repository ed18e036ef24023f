package io.github.certwright.check;

import io.github.certwright.install.CertsFolder;
import io.github.certwright.install.FoundTool;
import io.github.certwright.secret.Secret;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A client store to be asked whether it trusts a server.
 *
 * @param label product and version of the tool it belongs to, or the file's name
 * @param store the file, which need not be there
 * @param passwordFile the file with its password, read when {@code password} is empty
 * @param password its password when it is known; stays the caller's to close
 */
public record ClientStore(String label, Path store, Path passwordFile, Optional<Secret> password) {

  /** The pair of a tool found on this computer. */
  public static ClientStore of(FoundTool tool) {
    return ofTool(tool.label(), tool.path());
  }

  /** The pair in a tool's install folder, where the tool itself looks for it. */
  public static ClientStore ofTool(String label, Path folder) {
    CertsFolder certs = new CertsFolder(folder);
    return new ClientStore(label, certs.store(), certs.password(), Optional.empty());
  }

  /** A file named by the person, with its password. */
  public static ClientStore ofFile(Path store, Secret password) {
    Path name = store.getFileName();
    return new ClientStore(
        String.valueOf(name == null ? store : name), store, store, Optional.of(password));
  }
}
