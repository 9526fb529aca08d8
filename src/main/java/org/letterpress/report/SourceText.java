package org.letterpress.report;

import java.util.Optional;

/** Gives the lines of sources for excerpts. Safe to use from several threads. */
@FunctionalInterface
public interface SourceText {
  /** A line of a file, counted from 1; empty when it cannot be had. */
  Optional<String> line(String file, int number);
}
