package org.letterpress.site;

import org.letterpress.transform.FactsTree;

/**
 * A page of the edition as a whole.
 *
 * @param path its address from the root of the site
 * @param content what it shows, written when the page is made
 */
public record SitePage(String path, FactsTree.Content content) {}
