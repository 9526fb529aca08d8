package org.letterpress.site;

import org.letterpress.letter.EntryFacts;
import org.letterpress.transform.FactsTree;

/**
 * A page of the edition as a whole.
 *
 * @param path its address from the root of the site
 * @param content what it shows, written when the page is made
 * @param shows what of the letters it shows
 * @param entry the register entry that it is the page of, or null
 */
public record SitePage(String path, FactsTree.Content content, Shows shows, EntryFacts entry) {
  /** What of the letters a page shows. */
  public enum Shows {
    /** Who wrote when to whom, and where. */
    RECORDS,
    /** The same, and in how many of them each entry occurs. */
    COUNTS,
    /** Where an entry occurs in them. */
    MENTIONS,
    /** Anything. */
    ANYTHING
  }

  /** A page that may show anything. */
  static SitePage of(String path, FactsTree.Content content) {
    return new SitePage(path, content, Shows.ANYTHING, null);
  }

  /** A page that shows who wrote when to whom, and nothing of the texts. */
  static SitePage ofRecords(String path, FactsTree.Content content) {
    return new SitePage(path, content, Shows.RECORDS, null);
  }

  /** A page that shows besides in how many letters entries occur. */
  static SitePage ofCounts(String path, FactsTree.Content content) {
    return new SitePage(path, content, Shows.COUNTS, null);
  }

  /** The page of an entry. */
  static SitePage ofEntry(String path, FactsTree.Content content, EntryFacts entry) {
    return new SitePage(path, content, Shows.MENTIONS, entry);
  }
}
