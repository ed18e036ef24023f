package io.github.certwright.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Secrets planted for a test, looked for in every form in which one may leak. */
public final class Markers {
  private final Map<String, byte[]> forms = new LinkedHashMap<>();

  /** Looks for a word in plain, base64, URL-encoded, hexadecimal and UTF-16 forms. */
  public Markers word(String word) {
    for (Charset charset :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      bytes(word + " in " + charset, word.getBytes(charset));
    }
    forms.put(
        word + " URL-encoded",
        URLEncoder.encode(word, StandardCharsets.UTF_8).getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  /** Looks for bytes as they are, in base64 at any place of a longer text, and in hexadecimal. */
  public Markers bytes(String name, byte[] secret) {
    forms.put(name, secret);
    forms.put(
        name + " in hex", HexFormat.of().formatHex(secret).getBytes(StandardCharsets.US_ASCII));
    forms.put(
        name + " in HEX",
        HexFormat.of().withUpperCase().formatHex(secret).getBytes(StandardCharsets.US_ASCII));
    for (int shift = 0; shift < 3; shift++) {
      byte[] shifted = new byte[shift + secret.length];
      System.arraycopy(secret, 0, shifted, shift, secret.length);
      String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
      // The first and last signs also hold bits of what stands before and behind.
      String core = text.substring(shift == 0 ? 0 : shift + 1, text.length() - 2);
      forms.put(name + " in base64 +" + shift, core.getBytes(StandardCharsets.US_ASCII));
      forms.put(
          name + " in base64url +" + shift,
          core.replace('+', '-').replace('/', '_').getBytes(StandardCharsets.US_ASCII));
    }
    return this;
  }

  /** The forms found, each with where. */
  public List<String> in(String where, byte[] haystack) {
    List<String> found = new ArrayList<>();
    forms.forEach(
        (name, form) -> {
          if (contains(haystack, form)) {
            found.add(where + " has " + name);
          }
        });
    if (haystack.length > 3 && haystack[0] == 'P' && haystack[1] == 'K') {
      found.addAll(inZip(where, haystack));
    }
    return found;
  }

  public List<String> in(String where, String haystack) {
    return in(where, haystack.getBytes(StandardCharsets.UTF_8));
  }

  /** The same for every file below a folder, inside archives too. */
  public List<String> below(Path folder) {
    List<String> found = new ArrayList<>();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        found.addAll(in(file.toString(), Files.readAllBytes(file)));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return found;
  }

  private List<String> inZip(String where, byte[] zip) {
    List<String> found = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        found.addAll(in(where + "!" + entry.getName(), in.readAllBytes()));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return found;
  }

  private static boolean contains(byte[] haystack, byte[] needle) {
    for (int at = 0; at + needle.length <= haystack.length; at++) {
      if (haystack[at] == needle[0]
          && Arrays.equals(haystack, at, at + needle.length, needle, 0, needle.length)) {
        return true;
      }
    }
    return false;
  }
}
