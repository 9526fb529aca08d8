package org.letterpress.browser;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The Nu checker of HTML. It has a Jing of its own under the names of ours, so it is loaded from a
 * folder into which Maven puts it, apart from everything else.
 */
final class NuChecker implements AutoCloseable {
  private static final Path FOLDER = Path.of("target", "nu");

  private final URLClassLoader loader;

  NuChecker() throws IOException {
    List<URL> jars = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(name -> name.toString().endsWith(".jar")).sorted().toList()) {
        jars.add(file.toUri().toURL());
      }
    }
    loader = new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  /** True when Maven has put it there. */
  static boolean isThere() {
    return Files.isDirectory(FOLDER);
  }

  /** What it calls an error on a page. */
  List<String> errors(Path page) throws IOException, ReflectiveOperationException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try (InputStream html = Files.newInputStream(page)) {
      Class<?> type = loader.loadClass("nu.validator.client.EmbeddedValidator");
      Object checker = type.getConstructor().newInstance();
      for (Class<?> inner : type.getDeclaredClasses()) {
        if (inner.getSimpleName().equals("OutputFormat")) {
          Object gnu = inner.getMethod("valueOf", String.class).invoke(null, "GNU");
          type.getMethod("setOutputFormat", inner).invoke(checker, gnu);
        }
      }
      Method validate = type.getMethod("validate", InputStream.class);
      return validate
          .invoke(checker, html)
          .toString()
          .lines()
          .filter(line -> line.contains("error"))
          .toList();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
