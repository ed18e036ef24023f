package io.github.certwright.cli;

import java.util.ArrayList;
import java.util.List;

/** A computer with a root authority of its own, and words for its commands. */
abstract class AuthorityScene extends CreateScene {
  static final String ROOT_WORD = "Marker-root-77";

  String[] serverWord() {
    return new String[] {"--server-password-file", bench.file("server", SERVER_WORD + "\n")};
  }

  String[] client() {
    return new String[] {"--client-password-file", bench.file("client", CLIENT_WORD + "\n")};
  }

  String[] root() {
    return new String[] {
      "--authority=" + bench.disk.resolve("root/authority.p12"),
      "--authority-password-file=" + bench.file("root", ROOT_WORD)
    };
  }

  int run(String[] first, String[]... more) {
    List<String> all = new ArrayList<>(List.of(first));
    for (String[] one : more) {
      all.addAll(List.of(one));
    }
    all.add("--json");
    return bench.run(all.toArray(String[]::new));
  }

  static String[] words(String... words) {
    return words;
  }

  int authority() {
    return run(
        words(
            "authority",
            "create",
            "--name=Example Root",
            "--domain=example.com",
            "--out=" + bench.disk.resolve("root"),
            "--authority-password-file=" + bench.file("root", ROOT_WORD)));
  }
}
