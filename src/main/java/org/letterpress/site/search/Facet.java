package org.letterpress.site.search;

/** What a list of results can be narrowed by. */
public enum Facet {
  CORRESPONDENT,
  YEAR,
  PLACE,
  PERSON,
  LANGUAGE,
  /** Letter, other text or entry of a register: which one, the page says itself. */
  KIND;

  /** Its name in addresses and file names. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /**
   * A value of a facet.
   *
   * @param key what stands for it in an address: the entry's id, else the name
   * @param name what readers see
   */
  public record Value(String key, String name) {}
}
