package io.github.certwright.testing;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The program's own Java files, read as trees by the compiler that made it. */
public final class Sources {
  private Sources() {}

  /** The folder {@code src}. */
  public static Path folder() {
    return Path.of(System.getProperty("test.sources"));
  }

  /** Every Java file below a folder of {@code src}, for example {@code main/java}. */
  public static List<Source> below(String part) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (Stream<Path> walk = Files.walk(folder().resolve(part));
        StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<Path> paths = walk.filter(it -> it.toString().endsWith(".java")).sorted().toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(paths));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      List<Source> sources = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        sources.add(new Source(Path.of(unit.getSourceFile().toUri()), unit, positions));
      }
      return sources;
    }
  }

  /** One Java file. */
  public record Source(Path path, CompilationUnitTree unit, SourcePositions positions) {

    public List<String> lines() {
      try {
        return Files.readAllLines(path);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Every piece of one kind, in the order of the file. */
    public <T extends Tree> List<T> all(Class<T> kind) {
      List<T> found = new ArrayList<>();
      new TreeScanner<Void, Void>() {
        @Override
        public Void scan(Tree tree, Void nothing) {
          if (kind.isInstance(tree)) {
            found.add(kind.cast(tree));
          }
          return super.scan(tree, null);
        }
      }.scan(unit, null);
      return found;
    }

    /** The first line of a piece of this file, counted from 1. */
    public long firstLine(Tree tree) {
      return unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
    }

    /** The last line of a piece of this file, counted from 1. */
    public long lastLine(Tree tree) {
      return unit.getLineMap().getLineNumber(positions.getEndPosition(unit, tree));
    }

    /** Where a piece of this file stands, as {@code Name.java:12}. */
    public String at(Tree tree) {
      return path.getFileName() + ":" + firstLine(tree);
    }
  }
}
