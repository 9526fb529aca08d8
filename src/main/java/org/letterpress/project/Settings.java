package org.letterpress.project;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Severity;

/**
 * The switches of {@code letterpress.toml}; everything scholarly stands in the TEI instead.
 *
 * @param language tag of the interface's language (BCP 47), or empty to follow the edition
 * @param languages tags of the languages that readers may switch the interface to
 * @param sources folders with TEI, relative to the edition
 * @param division {@code @type} of the divs that are letters of their own, or empty for none
 * @param notes how notes are sorted into series and marked
 * @param views which views of a text are shown, and how they treat its words
 * @param site switches of the pages
 * @param pageSize name of the printed page's size
 * @param layout how print counts lines and notes, and how its indexes name pages
 * @param book how the book looks
 * @param fonts TrueType files in the edition for signs that the built-in fonts lack
 * @param silenced codes of warnings that are not shown, each with the written reason
 */
public record Settings(
    String language,
    List<String> languages,
    List<String> sources,
    String division,
    NoteSettings notes,
    ViewSettings views,
    SiteSettings site,
    PageSize pageSize,
    LayoutSettings layout,
    BookSettings book,
    List<String> fonts,
    Map<String, String> silenced) {

  /** What holds where the edition says nothing. */
  public static final Settings DEFAULT =
      new Settings(
          "",
          List.of(),
          List.of("tei"),
          "",
          NoteSettings.DEFAULT,
          ViewSettings.DEFAULT,
          SiteSettings.DEFAULT,
          PageSize.ROYAL_OCTAVO,
          LayoutSettings.DEFAULT,
          BookSettings.DEFAULT,
          List.of(),
          Map.of());

  public Settings {
    languages = List.copyOf(languages);
    sources = List.copyOf(sources);
    fonts = List.copyOf(fonts);
    // In one order, whichever process asks: fingerprints are made of it.
    silenced = Collections.unmodifiableMap(new TreeMap<>(silenced));
  }

  /** True unless a finding is silenced; an error never is. */
  public boolean shows(Diagnostic finding) {
    return finding.severity() == Severity.ERROR || !silenced.containsKey(finding.code().id());
  }
}
