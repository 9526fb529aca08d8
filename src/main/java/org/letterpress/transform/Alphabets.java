package org.letterpress.transform;

import java.util.Locale;
import net.sf.saxon.Configuration;
import net.sf.saxon.expr.sort.SimpleCollation;
import net.sf.saxon.lib.CollationURIResolver;
import net.sf.saxon.lib.StandardCollationURIResolver;
import net.sf.saxon.lib.StringCollator;
import net.sf.saxon.trans.XPathException;
import org.letterpress.letter.LanguageRules;

/**
 * For stylesheets: the collation {@code urn:letterpress:alphabet:pl} sorts as the language does,
 * and as the lists of the site do.
 *
 * <p>Saxon-HE sorts by the JDK's rules, which put letters that they do not know, such as "ł",
 * behind all others, and Chinese by its codes.
 */
final class Alphabets implements CollationURIResolver {
  private static final String ALPHABET = "urn:letterpress:alphabet:";

  @Override
  public StringCollator resolve(String uri, Configuration configuration) throws XPathException {
    return uri.startsWith(ALPHABET)
        ? new SimpleCollation(
            uri, LanguageRules.alphabet(Locale.forLanguageTag(uri.substring(ALPHABET.length()))))
        : StandardCollationURIResolver.getInstance().resolve(uri, configuration);
  }
}
