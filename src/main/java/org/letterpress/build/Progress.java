package org.letterpress.build;

/** Told how far a build has come; calls come from several threads. */
@FunctionalInterface
public interface Progress {
  /**
   * One more thing of a step is done.
   *
   * @param step key of the step
   * @param done how many are done
   * @param all how many there are
   */
  void at(String step, int done, int all);
}
