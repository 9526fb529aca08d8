package org.letterpress.build;

import java.util.HashMap;
import java.util.Map;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmValue;
import org.letterpress.audit.Audit;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.letter.EditionIndex;
import org.letterpress.project.Edition;
import org.letterpress.transform.FactsTree;
import org.letterpress.transform.Preparer;
import org.letterpress.transform.Stylesheet;

/**
 * What the steps of a build share once the edition is read and joined.
 *
 * @param edition the edition
 * @param options how it is built
 * @param findings gets everything that is wrong
 * @param reader gives the trees of files
 * @param index what all files say together
 * @param facts the same as trees for the stylesheets
 * @param sheets the compiled stylesheets
 * @param preparer makes prepared TEI
 * @param audit compares outputs with their sources, or null when nobody asked for it
 * @param program fingerprint of letterpress itself, the settings and the edition's stylesheets
 * @param style the edition's own style sheet
 * @param languages which languages pages are made in, and which these are in
 * @param page path of the only file that is wanted, for a preview; empty for all
 * @param staging takes what is made
 * @param guard keeps the trouble of one file from the others
 * @param unaffected what of the last build is known to be still right
 */
record Rendering(
    Edition edition,
    BuildOptions options,
    Diagnostics findings,
    EditionReader reader,
    EditionIndex index,
    FactsTree facts,
    Sheets sheets,
    Preparer preparer,
    Audit audit,
    String program,
    EditionStyle style,
    PageLanguages languages,
    String page,
    Staging staging,
    Guard guard,
    Unaffected unaffected) {

  /** True when outputs of this kind are to be made. */
  boolean makes(Output output) {
    return options.only().contains(output);
  }

  /** True when the file at this path is to be made. */
  boolean wants(String path) {
    return page.isEmpty() || page.equals(path);
  }

  /** The same where pages are made in several languages. */
  Rendering with(PageLanguages languages) {
    return with(languages, unaffected);
  }

  /** The same where some of the last build is known to be still right. */
  Rendering with(Unaffected unaffected) {
    return with(languages, unaffected);
  }

  private Rendering with(PageLanguages languages, Unaffected unaffected) {
    return new Rendering(
        edition,
        options,
        findings,
        reader,
        index,
        facts,
        sheets,
        preparer,
        audit,
        program,
        style,
        languages,
        page,
        staging,
        guard,
        unaffected);
  }

  /**
   * The same for the pages in another language. They are made of the same letters by the same rules
   * as the edition's own: what is wrong with these has been found there.
   *
   * @param index all files joined with the wording of that language
   * @param facts the same as trees
   */
  Rendering in(String language, EditionIndex index, FactsTree facts) {
    PageLanguages there = languages.in(language);
    return new Rendering(
        edition,
        options,
        new Diagnostics(),
        reader,
        index,
        facts,
        sheets,
        preparer,
        null,
        program,
        style,
        there,
        page,
        staging.in(there.folder()),
        guard.silent(),
        unaffected);
  }

  /** A fingerprint of the program and the settings, to which a step adds what it depends on. */
  Fingerprint fingerprint() {
    return new Fingerprint().add(program).add(languages.toString());
  }

  /** Parameters of a stylesheet whose output marks our own signs for the audit. */
  Map<String, XdmValue> parameters(String view) {
    return Map.of(
        "view",
        new XdmAtomicValue(view),
        "view-settings",
        viewSettings(),
        "audit",
        new XdmAtomicValue(audit != null));
  }

  /** Parameters of every page of the site, and those of this one. */
  Map<String, XdmValue> pageParameters(Map<String, XdmValue> own) {
    Map<String, XdmValue> parameters = new HashMap<>(own);
    parameters.put("view-settings", viewSettings());
    parameters.put("own-css", new XdmAtomicValue(style.href()));
    String url = edition.settings().site().url();
    parameters.put("site-url", new XdmAtomicValue(url));
    if (!url.isEmpty()) {
      // The page for wrong addresses is served at every depth.
      parameters.put("site-path", new XdmAtomicValue(url.replaceFirst("^https?://[^/]*", "")));
    }
    if (!page.isEmpty()) {
      // A preview is served from the root of its address.
      parameters.put("site-path", new XdmAtomicValue("/"));
    }
    parameters.putAll(languages.parameters());
    return parameters;
  }

  /** What the edition changes in the rules of the views. */
  XdmValue viewSettings() {
    return Stylesheet.strings(edition.settings().views().treatments());
  }
}
