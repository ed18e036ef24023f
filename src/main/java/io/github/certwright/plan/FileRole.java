package io.github.certwright.plan;

import java.util.List;
import java.util.Locale;

/** What a written file is for; the words are those of the command line's JSON. */
public enum FileRole {
  SERVER_KEYSTORE("server-keystore", "KeyStore.jks", true),
  SERVER_PASSWORD("server-password", "KeyStore.pass", true),
  CERTIFICATE("certificate", "certificate.cer", false),
  CLIENT_STORE("client-store", "cert.jks", false),
  CLIENT_PASSWORD("client-password", "cert.pass", false),
  CLIENT_KIT("client-kit", "client-kit.zip", false),
  REPORT("report", "report.html", false),
  REQUEST("request", "request.csr", false),
  AUTHORITY_KEYSTORE("authority-keystore", "authority.p12", true),
  AUTHORITY_CERTIFICATE("authority-certificate", "authority.crt", false);

  /** The files of a server and its clients, in the order of writing. */
  public static final List<FileRole> PAIR =
      List.of(
          SERVER_KEYSTORE,
          SERVER_PASSWORD,
          CERTIFICATE,
          CLIENT_STORE,
          CLIENT_PASSWORD,
          CLIENT_KIT,
          REPORT);

  /** The files of a request whose answer is waited for. */
  public static final List<FileRole> ASKED = List.of(SERVER_KEYSTORE, SERVER_PASSWORD, REQUEST);

  /** The files of a root authority. */
  public static final List<FileRole> AUTHORITY = List.of(AUTHORITY_KEYSTORE, AUTHORITY_CERTIFICATE);

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
