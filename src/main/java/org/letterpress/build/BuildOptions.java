package org.letterpress.build;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * How to build.
 *
 * @param out the output folder
 * @param jobs how many threads work
 * @param strict publish nothing when there is an error
 * @param only what is made
 * @param verbose keep the details of defects
 * @param audit compare the words of each output with those of its source
 */
public record BuildOptions(
    Path out, int jobs, boolean strict, Set<Output> only, boolean verbose, boolean audit) {
  public BuildOptions {
    // In one order, whichever process asks: fingerprints are made of it.
    only = Collections.unmodifiableSet(new TreeSet<>(only));
  }
}
