package org.letterpress.build;

/**
 * What a build did.
 *
 * @param letters letters in the edition
 * @param written files made anew
 * @param kept files that were still right
 * @param published false when nothing was put into the output folder
 * @param impossible true when the work could not be done at all
 * @param audited what the audit saw, or null when there was none
 */
public record BuildSummary(
    int letters, int written, int kept, boolean published, boolean impossible, Audited audited) {
  static final BuildSummary IMPOSSIBLE = new BuildSummary(0, 0, 0, false, true, null);

  /** Of a build that read its letters and put nothing into the output folder. */
  static BuildSummary unpublished(int letters, Audited audited) {
    return new BuildSummary(letters, 0, 0, false, false, audited);
  }

  /**
   * What the audit saw of what was made anew.
   *
   * @param letters how many these are
   * @param volumes how many volumes have text besides their letters
   * @param words in their texts and notes
   * @param lost words that some output lacks
   */
  public record Audited(int letters, int volumes, long words, long lost) {}
}
