import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Our style sheets in JavaFX's own binary form, which it takes wherever it stands beside the text
 * (javafx.css.Stylesheet): to read the text takes as long as to lay out the first page. Made by the
 * JavaFX that is packaged, because another one may read another form.
 */
final class StyleSheets {
  private static final String FOLDER = "io/github/certwright/wizard/";

  private final Work work;

  StyleSheets(Work work) {
    this.work = work;
  }

  /** By the name of each in our jar. */
  Map<String, byte[]> binary() throws IOException, InterruptedException {
    Path texts = Files.createDirectories(work.build().resolve("sheets"));
    Path source = work.project().resolve("src/main/resources").resolve(FOLDER);
    List<Path> sheets =
        Folders.all(source, Comparator.naturalOrder()).stream()
            .filter(path -> path.toString().endsWith(".css"))
            .toList();
    String jars =
        Folders.all(work.app().resolve("lib"), Comparator.naturalOrder()).stream()
            .map(Path::toString)
            .filter(path -> path.contains("javafx-") && path.endsWith(".jar"))
            .collect(Collectors.joining(File.pathSeparator));
    List<String> words =
        new ArrayList<>(
            List.of(
                Work.jdk("java"),
                "-cp",
                jars,
                work.packaging("common").resolve("Convert.java").toString(),
                texts.toString()));
    sheets.forEach(sheet -> words.add(sheet.toString()));
    Call.run(work.build().resolve("sheets.log"), Map.of(), words);
    Map<String, byte[]> made = new TreeMap<>();
    for (Path file : Folders.all(texts, Comparator.naturalOrder())) {
      if (Files.isRegularFile(file)) {
        made.put(FOLDER + file.getFileName(), Files.readAllBytes(file));
      }
    }
    return made;
  }
}
