package org.letterpress.build;

/**
 * What a build did.
 *
 * @param letters letters in the edition
 * @param written files made anew
 * @param kept files that were still right
 * @param published false when nothing was put into the output folder
 * @param impossible true when the work could not be done at all
 */
public record BuildSummary(
    int letters, int written, int kept, boolean published, boolean impossible) {
  static final BuildSummary IMPOSSIBLE = new BuildSummary(0, 0, 0, false, true);
}
