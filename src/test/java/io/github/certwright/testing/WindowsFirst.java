package io.github.certwright.testing;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/**
 * Starts with the tests that drive a window: they wait for one another, so they take longest. JUnit
 * lets one worker begin at the front and the other at the end.
 */
public final class WindowsFirst implements ClassOrderer {
  @Override
  public void orderClasses(ClassOrdererContext context) {
    context
        .getClassDescriptors()
        .sort(
            Comparator.comparing((ClassDescriptor it) -> !it.isAnnotated(NeedsTheWindow.class))
                .thenComparing(it -> it.getTestClass().getName()));
  }
}
