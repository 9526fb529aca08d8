package org.letterpress.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmValue;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;
import org.letterpress.letter.Labels;
import org.letterpress.letter.Wording;
import org.letterpress.project.Edition;
import org.letterpress.transform.Stylesheet;

/**
 * The languages of the interface that the pages are made in. Those of the edition's own stand at
 * the root of the site, those of each other language in a folder that its tag names.
 *
 * @param here the language of these pages; empty for the edition's own
 * @param all each language as "tag folder/ name", the edition's own first; empty when there is one
 */
record PageLanguages(String here, List<String> all) {
  /** One language, from which nothing leads to another. */
  static final PageLanguages ONE = new PageLanguages("", List.of());

  /**
   * The languages that the settings name and somebody speaks.
   *
   * @param own tag of the edition's own language
   * @param findings gets those that nobody speaks
   */
  static PageLanguages of(Edition edition, String own, Labels labels, Diagnostics findings) {
    List<String> all = new ArrayList<>();
    all.add(line(own, "", labels));
    for (String tag : edition.settings().languages().stream().distinct().toList()) {
      if (!labels.speaks(tag)) {
        findings.add(
            Code.CONF_VALUE,
            Location.of(edition.name()),
            "languages",
            "\"" + tag + "\"",
            "languages with labels: en, de, fr, zh, or those of a file xslt/locale/"
                + tag
                + ".xml in the edition");
      } else if (!tag.equals(own)) {
        all.add(line(tag, tag + "/", labels));
      }
    }
    return all.size() == 1 ? ONE : new PageLanguages("", all);
  }

  private static String line(String tag, String folder, Labels labels) {
    return tag + " " + folder + " " + Wording.of(tag, labels).languageName();
  }

  /** The languages besides the edition's own. */
  List<String> others() {
    return all.stream().skip(1).map(line -> line.substring(0, line.indexOf(' '))).toList();
  }

  /** The same, for the pages in one of the others. */
  PageLanguages in(String language) {
    return new PageLanguages(language, all);
  }

  /** True for the edition's own language, in which alone there is more than pages. */
  boolean isOwn() {
    return here.isEmpty();
  }

  /** Folder of the pages, from the root of the site. */
  String folder() {
    return isOwn() ? "" : here + "/";
  }

  /** Parameters of every page. */
  Map<String, XdmValue> parameters() {
    return Map.of(
        "up", new XdmAtomicValue(isOwn() ? "" : "../"), "languages", Stylesheet.strings(all));
  }
}
