package org.letterpress.project;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;
import org.letterpress.diagnostic.Severity;
import org.letterpress.diagnostic.Spelling;
import org.letterpress.source.ReadProblem;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Reads {@code letterpress.toml}; each mistake is a finding with its line. */
public final class SettingsFile {
  /** The file's name in an edition's folder. */
  public static final String NAME = "letterpress.toml";

  private static final Set<String> KEYS =
      Set.of(
          "language",
          "languages",
          "sources",
          "letters",
          "notes",
          "views",
          "reading",
          "diplomatic",
          "site",
          "print",
          "silence");
  private static final Set<String> LETTERS_KEYS = Set.of("division");
  private static final Set<String> NOTES_KEYS = Set.of("textual", "authorial", "inline", "marks");
  private static final Set<String> SITE_KEYS = Set.of("style", "url");
  private static final Set<String> PRINT_KEYS =
      Set.of(
          "page-size",
          "fonts",
          "view",
          "line-numbers",
          "line-step",
          "textual-notes",
          "note-numbering",
          "index-ranges",
          "indexes",
          "concordance");
  private static final Set<String> BOOK_KEYS =
      Set.of(
          "margins",
          "font",
          "font-size",
          "letter-order",
          "letter-start",
          "source",
          "plates",
          "draft");
  private static final String LENGTH = "\\d+(\\.\\d+)?(mm|cm|in|pt)";
  private static final List<String> VIEWS = List.of("reading", "diplomatic");

  private static final String LANGUAGE_TAG = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*";

  private final String name;
  private final Diagnostics findings;

  private SettingsFile(String name, Diagnostics findings) {
    this.name = name;
    this.findings = findings;
  }

  /**
   * The settings of an edition.
   *
   * @param file the settings file; one that does not exist means the defaults
   * @param name how messages call it
   * @param findings gets an error for each mistake; the default then stands in
   */
  public static Settings read(Path file, String name, Diagnostics findings) {
    if (!Files.exists(file)) {
      return Settings.DEFAULT;
    }
    try {
      return new SettingsFile(name, findings).settings(Toml.parse(Files.readString(file)));
    } catch (CharacterCodingException notUtf8) {
      findings.add(Code.CONF_SYNTAX, Location.of(name), "it is not in UTF-8");
    } catch (IOException problem) {
      findings.add(Code.CONF_SYNTAX, Location.of(name), ReadProblem.describe(problem));
    }
    return Settings.DEFAULT;
  }

  private Settings settings(TomlParseResult toml) {
    for (TomlParseError error : toml.errors()) {
      String message = String.valueOf(error.getMessage()).lines().findFirst().orElse("");
      findings.add(Code.CONF_SYNTAX, place(error.position()), message);
    }
    if (toml.hasErrors()) {
      return Settings.DEFAULT;
    }
    checkKeys(toml, "", KEYS);
    TomlTable letters = table(toml, "letters", LETTERS_KEYS);
    TomlTable notes = table(toml, "notes", NOTES_KEYS);
    TomlTable site = table(toml, "site", SITE_KEYS);
    Set<String> printKeys = new HashSet<>(PRINT_KEYS);
    printKeys.addAll(BOOK_KEYS);
    TomlTable print = table(toml, "print", printKeys);
    Settings standard = Settings.DEFAULT;
    return new Settings(
        language(toml),
        languages(toml),
        folders(toml, standard.sources()),
        text(letters, "letters.division", "division", standard.division()),
        notes(notes, standard.notes()),
        new ViewSettings(
            views(toml, standard.views().shown()),
            view(print, standard.views().printed()),
            treatments(toml)),
        new SiteSettings(style(site, standard.site().style()), siteUrl(site)),
        pageSize(print, standard.pageSize()),
        layout(print, standard.layout()),
        book(print, standard.book()),
        texts(print, "print.fonts", "fonts", standard.fonts()),
        silenced(toml));
  }

  private List<String> languages(TomlTable toml) {
    List<String> tags = new ArrayList<>();
    for (String tag : texts(toml, "languages", "languages", List.of())) {
      if (tag.matches(LANGUAGE_TAG)) {
        tags.add(tag);
      } else {
        bad(toml, "languages", "languages", "\"" + tag + "\"", "language tags such as \"de\"");
      }
    }
    return tags;
  }

  private String language(TomlTable toml) {
    String tag = text(toml, "language", "language", "");
    if (!tag.isEmpty() && !tag.matches(LANGUAGE_TAG)) {
      bad(toml, "language", "language", "\"" + tag + "\"", "a language tag such as \"de\"");
      return "";
    }
    return tag;
  }

  private List<String> folders(TomlTable toml, List<String> standard) {
    List<String> folders = new ArrayList<>();
    for (String folder : texts(toml, "sources", "sources", standard)) {
      Path path = Path.of(folder).normalize();
      if (path.isAbsolute() || path.startsWith("..")) {
        bad(toml, "sources", "sources", "\"" + folder + "\"", "folders inside the edition");
      } else {
        folders.add(folder);
      }
    }
    return folders.isEmpty() ? standard : folders;
  }

  private String style(TomlTable site, String standard) {
    String style = text(site, "site.style", "style", standard);
    if (style.chars().anyMatch(Character::isISOControl)) {
      bad(site, "site.style", "style", "this value", "a style sheet (.css) inside the edition");
      return standard;
    }
    return style;
  }

  private List<String> views(TomlTable toml, List<String> standard) {
    List<String> views = texts(toml, "views", "views", standard);
    if (views.contains("reading") && VIEWS.containsAll(views)) {
      return views;
    }
    bad(toml, "views", "views", "this list", "[\"reading\"] or [\"reading\", \"diplomatic\"]");
    return standard;
  }

  private String view(TomlTable print, String standard) {
    String view = text(print, "print.view", "view", standard);
    if (VIEWS.contains(view)) {
      return view;
    }
    bad(print, "print.view", "view", "\"" + view + "\"", "\"reading\" or \"diplomatic\"");
    return standard;
  }

  /** What the edition changes in the rules of the views: a table for each view. */
  private List<String> treatments(TomlTable toml) {
    List<String> treatments = new ArrayList<>();
    for (String view : VIEWS) {
      TomlTable table = table(toml, view, ViewRules.NAMES);
      for (String rule : table.keySet()) {
        String shown = view + "." + rule;
        List<String> known = ViewRules.treatments(rule);
        String treatment = text(table, shown, rule, "");
        if (known.contains(treatment)) {
          treatments.add(shown + "=" + treatment);
        } else if (ViewRules.NAMES.contains(rule) && !treatment.isEmpty()) {
          String takes = "\"" + String.join("\" or \"", known) + "\"";
          bad(table, shown, rule, "\"" + treatment + "\"", takes);
        }
      }
    }
    return treatments;
  }

  /** The address that pages are cited by: absolute, without query and fragment. */
  private String siteUrl(TomlTable site) {
    String url = text(site, "site.url", "url", "").strip();
    if (url.isEmpty()) {
      return "";
    }
    try {
      URI address = new URI(url);
      if (("https".equalsIgnoreCase(address.getScheme())
              || "http".equalsIgnoreCase(address.getScheme()))
          && address.getHost() != null
          && address.getRawUserInfo() == null
          && address.getRawQuery() == null
          && address.getRawFragment() == null) {
        String ascii = address.toASCIIString();
        return ascii.endsWith("/") ? ascii : ascii + "/";
      }
    } catch (URISyntaxException broken) {
      // Said below.
    }
    bad(
        site,
        "site.url",
        "url",
        "\"" + url + "\"",
        "the address of the published site, such as \"https://letters.example.org/\"");
    return "";
  }

  private NoteSettings notes(TomlTable notes, NoteSettings standard) {
    String marks = text(notes, "notes.marks", "marks", "counted");
    if (!marks.equals("counted") && !marks.equals("source")) {
      bad(notes, "notes.marks", "marks", "\"" + marks + "\"", "\"counted\" or \"source\"");
    }
    return new NoteSettings(
        texts(notes, "notes.textual", "textual", standard.textual()),
        texts(notes, "notes.authorial", "authorial", standard.authorial()),
        texts(notes, "notes.inline", "inline", standard.inline()),
        marks.equals("source"));
  }

  private LayoutSettings layout(TomlTable print, LayoutSettings standard) {
    List<String> indexes = texts(print, "print.indexes", "indexes", standard.indexes());
    if (!LayoutSettings.REGISTERS.containsAll(indexes)) {
      String takes = "a list of \"" + String.join("\", \"", LayoutSettings.REGISTERS) + "\"";
      bad(print, "print.indexes", "indexes", "this list", takes);
      indexes = standard.indexes();
    }
    return new LayoutSettings(
        choice(print, "line-numbers", standard.lineNumbers(), "none", "letter", "page"),
        step(print, standard.lineStep()),
        choice(print, "textual-notes", standard.textualNotes(), "letters", "lines"),
        choice(print, "note-numbering", standard.noteNumbering(), "letter", "page"),
        choice(print, "index-ranges", standard.indexRanges(), "full", "two-digits", "least", "ff"),
        indexes,
        flag(print, "concordance", standard.concordance()));
  }

  /** One of several words for a key of [print]. */
  private String choice(TomlTable print, String key, String standard, String... known) {
    String shown = "print." + key;
    String word = text(print, shown, key, standard);
    if (List.of(known).contains(word)) {
      return word;
    }
    String takes = "\"" + String.join("\", \"", known) + "\"";
    bad(print, shown, key, "\"" + word + "\"", takes);
    return standard;
  }

  private int step(TomlTable print, int standard) {
    Object value = print.get(List.of("line-step"));
    if (value == null) {
      return standard;
    }
    if (value instanceof Long step && step > 0 && step <= 100) {
      return step.intValue();
    }
    bad(print, "print.line-step", "line-step", "this value", "a number from 1 to 100");
    return standard;
  }

  private BookSettings book(TomlTable print, BookSettings standard) {
    List<String> margins = texts(print, "print.margins", "margins", standard.margins());
    boolean four = margins.size() == 4 && margins.stream().allMatch(one -> one.matches(LENGTH));
    if (!margins.isEmpty() && !four) {
      String takes = "inner, outer, upper and lower: [\"20mm\", \"24mm\", \"13mm\", \"14mm\"]";
      bad(print, "print.margins", "margins", "this list", takes);
      margins = standard.margins();
    }
    String size = text(print, "print.font-size", "font-size", standard.fontSize());
    if (!size.isEmpty() && !size.matches(LENGTH)) {
      bad(print, "print.font-size", "font-size", "\"" + size + "\"", "a size such as \"10.5pt\"");
      size = standard.fontSize();
    }
    return new BookSettings(
        margins,
        text(print, "print.font", "font", standard.font()),
        size,
        choice(print, "letter-order", standard.letterOrder(), "date", "source"),
        choice(print, "letter-start", standard.letterStart(), "run-on", "page"),
        choice(print, "source", standard.source(), "end", "foot"),
        flag(print, "plates", standard.plates()),
        flag(print, "draft", standard.draft()));
  }

  private boolean flag(TomlTable print, String key, boolean standard) {
    Object value = print.get(List.of(key));
    if (value == null || value instanceof Boolean) {
      return value == null ? standard : (Boolean) value;
    }
    bad(print, "print." + key, key, "this value", "true or false");
    return standard;
  }

  private PageSize pageSize(TomlTable print, PageSize standard) {
    String wanted = text(print, "print.page-size", "page-size", standard.key());
    for (PageSize size : PageSize.values()) {
      if (size.key().equals(wanted.toLowerCase(Locale.ROOT))) {
        return size;
      }
    }
    bad(
        print,
        "print.page-size",
        "page-size",
        "\"" + wanted + "\"",
        Arrays.stream(PageSize.values())
            .map(size -> "\"" + size.key() + "\"")
            .collect(Collectors.joining(", ")));
    return standard;
  }

  private Map<String, String> silenced(TomlTable toml) {
    Map<String, String> silenced = new TreeMap<>();
    TomlTable table = table(toml, "silence", null);
    for (String id : table.keySet()) {
      Code code = Code.byId(id);
      Location place = place(table.inputPositionOf(List.of(id)));
      Object reason = table.get(List.of(id));
      if (code == null) {
        findings.add(Code.CONF_SILENCE, place, id, "there is no such code");
      } else if (code.severity() == Severity.ERROR) {
        findings.add(Code.CONF_SILENCE, place, id, "it is an error, not a warning");
      } else if (!(reason instanceof String text) || text.isBlank()) {
        findings.add(Code.CONF_SILENCE, place, id, "the reason is missing");
      } else {
        silenced.put(id, text);
      }
    }
    return silenced;
  }

  private TomlTable table(TomlTable toml, String key, Set<String> known) {
    Object value = toml.get(List.of(key));
    if (value instanceof TomlTable table) {
      if (known != null) {
        checkKeys(table, key + ".", known);
      }
      return table;
    }
    if (value != null) {
      bad(toml, key, key, "this value", "a table: [" + key + "]");
    }
    return Toml.parse("");
  }

  private String text(TomlTable table, String shown, String key, String standard) {
    Object value = table.get(List.of(key));
    if (value == null) {
      return standard;
    }
    if (value instanceof String text) {
      return text;
    }
    bad(table, shown, key, "this value", "a text in quotation marks");
    return standard;
  }

  private List<String> texts(TomlTable table, String shown, String key, List<String> standard) {
    Object value = table.get(List.of(key));
    if (value == null) {
      return standard;
    }
    if (value instanceof TomlArray array
        && array.toList().stream().allMatch(String.class::isInstance)) {
      return array.toList().stream().map(String.class::cast).toList();
    }
    bad(table, shown, key, "this value", "a list of texts: [\"one\", \"two\"]");
    return standard;
  }

  private void checkKeys(TomlTable table, String prefix, Set<String> known) {
    for (String key : table.keySet()) {
      if (!known.contains(key)) {
        String near = Spelling.nearest(key, known);
        String remedy =
            near == null
                ? "known here: " + String.join(", ", known.stream().sorted().toList())
                : "did you mean \"" + prefix + near + "\"?";
        findings.add(
            Code.CONF_UNKNOWN_KEY,
            place(table.inputPositionOf(List.of(key))),
            prefix + key,
            remedy);
      }
    }
  }

  private void bad(TomlTable table, String shown, String key, String value, String takes) {
    findings.add(Code.CONF_VALUE, place(table.inputPositionOf(List.of(key))), shown, value, takes);
  }

  private Location place(TomlPosition position) {
    return position == null
        ? Location.of(name)
        : Location.of(name, position.line(), position.column());
  }
}
