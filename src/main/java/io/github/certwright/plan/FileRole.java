package io.github.certwright.plan;

import java.util.Locale;

/** What a written file is for; the words are those of the command line's JSON. */
public enum FileRole {
  SERVER_KEYSTORE("server-keystore", "KeyStore.jks", true),
  SERVER_PASSWORD("server-password", "KeyStore.pass", true),
  CERTIFICATE("certificate", "certificate.cer", false),
  CLIENT_STORE("client-store", "cert.jks", false),
  CLIENT_PASSWORD("client-password", "cert.pass", false),
  CLIENT_KIT("client-kit", "client-kit.zip", false),
  REPORT("report", "report.html", false);

  private final String word;
  private final String fileName;
  private final boolean ownerOnly;

  FileRole(String word, String fileName, boolean ownerOnly) {
    this.word = word;
    this.fileName = fileName;
    this.ownerOnly = ownerOnly;
  }

  /**
   * Whether a file's name is a client kit's: a ZIP archive, or the extension that opens Certwright
   * by a double click.
   */
  public static boolean isClientKit(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return small.endsWith(".zip") || small.endsWith(".certkit");
  }

  public String word() {
    return word;
  }

  /** The file's name in the output folder. */
  public String fileName() {
    return fileName;
  }

  /** Whether only its owner may read it, from the moment it exists. */
  public boolean ownerOnly() {
    return ownerOnly;
  }
}
