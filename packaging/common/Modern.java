import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;

/**
 * Gives classes of Java 5 (picocli) the form of Java 8. Java keeps older ones out of its start-up
 * cache, because they have no stack maps (JVMS 4.7.4) and so cannot be checked beforehand.
 */
final class Modern {
  private static final int MAJOR_OFFSET = 7;

  /** Bodies are rebuilt, because a body that is merely copied gets no stack map. */
  private static final ClassTransform NEWER =
      (builder, element) -> {
        switch (element) {
          case ClassFileVersion _ -> builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
          case MethodModel method ->
              builder.transformMethod(
                  method, MethodTransform.transformingCode(CodeTransform.ACCEPT_ALL));
          default -> builder.with(element);
        }
      };

  private final ClassFile file;

  /**
   * @param loader finds the classes that others extend
   */
  Modern(ClassLoader loader) {
    file =
        ClassFile.of(
            ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(loader)
                    .orElse(ClassHierarchyResolver.defaultResolver())));
  }

  /** The class as it goes into the image; everything else, and newer classes, unchanged. */
  byte[] bytes(String name, byte[] content) {
    boolean old =
        name.endsWith(".class")
            && content.length > MAJOR_OFFSET
            && content[MAJOR_OFFSET] < ClassFile.JAVA_6_VERSION;
    return old ? file.transformClass(file.parse(content), NEWER) : content;
  }
}
