package org.letterpress.build;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import net.sf.saxon.s9api.XdmNode;
import org.letterpress.site.SitePage;
import org.letterpress.site.SitePages;

/**
 * The pages of the edition as a whole, put in order once for all pages that are asked for while
 * nothing changes. Thread-safe.
 */
final class LivePages {
  private SitePages site;
  private Map<String, SitePage> byPath;

  /**
   * The tree of a page.
   *
   * @param open puts the pages in order
   * @return null when there is no such page
   */
  synchronized XdmNode tree(String path, Supplier<SitePages> open) {
    if (site == null) {
      site = open.get();
      byPath = new HashMap<>();
      site.pages().forEach(page -> byPath.put(page.path(), page));
    }
    SitePage page = byPath.get(path);
    return page == null ? null : site.tree(page);
  }
}
