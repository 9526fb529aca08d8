package org.letterpress.diagnostic;

import java.util.List;

/**
 * A change that mends a finding and about which nobody need be asked. It concerns the file of the
 * finding.
 *
 * @param edits what to change, all of it or nothing; empty when there is an obstacle
 * @param obstacle why the change cannot be made in the file as it stands, in one clause; else empty
 */
public record Fix(List<Edit> edits, String obstacle) {
  public Fix {
    edits = edits.stream().sorted().toList();
  }

  /** A change that can be made. */
  public static Fix of(List<Edit> edits) {
    return new Fix(edits, "");
  }

  /** A change that is known but cannot be made. */
  public static Fix hindered(String obstacle) {
    return new Fix(List.of(), obstacle);
  }
}
