package org.letterpress.print;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.AttributesImpl;

/**
 * Which font each sign of a document is set in: the one that a stylesheet names, or where it lacks
 * the sign, another.
 *
 * <p>FOP would choose one font for a whole word and print "#" for the rest of it. It knows no small
 * capitals either: {@code font-variant} leads to the cut of the typeface that has them, and letters
 * that it lacks are made of smaller capitals.
 */
final class FontRuns {
  private static final String FAMILY = "font-family";
  private static final String VARIANT = "font-variant";
  private static final String FEIGNED_SIZE = "78%";
  private static final Set<String> ITALIC = Set.of("italic", "oblique", "backslant");
  private static final Set<String> BOLD = Set.of("bold", "bolder", "600", "700", "800", "900");

  private final DocumentFonts fonts;
  private final Deque<Setting> open = new ArrayDeque<>();

  FontRuns(DocumentFonts fonts) {
    this.fonts = fonts;
    open.push(new Setting(fonts.family("serif"), false, false, false, ""));
  }

  /** What holds at a place of the document; the family is one that is there. */
  private record Setting(
      String family, boolean smallCapitals, boolean italic, boolean bold, String language) {

    private int style() {
      return PrintFonts.style(italic, bold);
    }
  }

  /**
   * Signs that are set in the same font.
   *
   * @param text the signs as they are printed
   * @param family the font's family when it is another than that of the text around, or null
   * @param size relative size of the signs, or null
   * @param missing true when no font has them
   */
  record Run(String text, String family, String size, boolean missing) {

    private boolean isLike(Run other) {
      return same(family, other.family) && same(size, other.size) && missing == other.missing;
    }

    private static boolean same(String one, String other) {
      return one == null ? other == null : one.equals(other);
    }
  }

  /** Enters a formatting object, and says with which fonts. */
  Attributes enter(Attributes attributes) {
    Setting around = open.peek();
    String family = value(attributes, FAMILY);
    String variant = value(attributes, VARIANT);
    String slope = value(attributes, "font-style");
    String weight = value(attributes, "font-weight");
    String language = attributes.getValue("xml:lang");
    Setting setting =
        new Setting(
            family == null ? DocumentFonts.base(around.family) : fonts.family(family),
            variant == null ? around.smallCapitals : variant.equals("small-caps"),
            slope == null ? around.italic : ITALIC.contains(slope),
            weight == null ? around.bold : BOLD.contains(weight),
            language == null ? around.language : language);
    if (family == null && !around.smallCapitals && !setting.smallCapitals) {
      setting = new Setting(around.family, false, setting.italic, setting.bold, setting.language);
    } else if (setting.smallCapitals) {
      String cut = DocumentFonts.base(setting.family) + TypeCut.SMALL_CAPITALS.suffix();
      setting =
          new Setting(fonts.family(cut), true, setting.italic, setting.bold, setting.language);
    }
    open.push(setting);
    if (family == null && variant == null) {
      return attributes;
    }
    AttributesImpl set = new AttributesImpl(attributes);
    for (String name : List.of(FAMILY, VARIANT)) {
      if (set.getIndex("", name) >= 0) {
        set.removeAttribute(set.getIndex("", name));
      }
    }
    set.addAttribute("", FAMILY, FAMILY, "CDATA", setting.family);
    return set;
  }

  private static String value(Attributes attributes, String name) {
    String value = attributes.getValue("", name);
    return value == null || value.equals("inherit") ? null : value;
  }

  /** Leaves the object entered last. */
  void leave() {
    open.pop();
  }

  /** The text at the present place, divided where the font changes. */
  List<Run> runs(String text) {
    Setting setting = open.peek();
    if (!setting.smallCapitals && fonts.has(setting.family, setting.style(), text)) {
      return List.of(new Run(text, null, null, false));
    }
    List<Run> runs = new ArrayList<>();
    for (int from = 0; from < text.length(); ) {
      int to = setting.smallCapitals ? from : lettersAtHand(text, from, setting);
      to = to == from ? end(text, from) : to;
      runs.add(run(text.substring(from, to), setting));
      from = to;
    }
    return joined(taken(runs, setting));
  }

  /** Where letters and figures end, from a place on, that the font at hand has. */
  private int lettersAtHand(String text, int from, Setting setting) {
    int at = from;
    while (at < text.length() && Character.isLetterOrDigit(text.codePointAt(at))) {
      int next = end(text, at);
      if (!fonts.has(setting.family, setting.style(), text.substring(at, next))) {
        break;
      }
      at = next;
    }
    return at;
  }

  /** Where a sign ends, with the marks on it. */
  private static int end(String text, int from) {
    int at = from + Character.charCount(text.codePointAt(from));
    while (at < text.length()) {
      int sign = text.codePointAt(at);
      int type = Character.getType(sign);
      if (type != Character.NON_SPACING_MARK && type != Character.ENCLOSING_MARK) {
        break;
      }
      at += Character.charCount(sign);
    }
    return at;
  }

  private Run run(String signs, Setting setting) {
    int sign = signs.codePointAt(0);
    if (setting.smallCapitals
        && Character.isLowerCase(sign)
        && !fonts.hasCut(setting.family, setting.style(), sign)) {
      String capitals = signs.toUpperCase(Locale.forLanguageTag(setting.language));
      Run run = plain(capitals, setting);
      return new Run(capitals, run.family, FEIGNED_SIZE, run.missing);
    }
    return plain(signs, setting);
  }

  private Run plain(String signs, Setting setting) {
    if (fonts.has(setting.family, setting.style(), signs)) {
      return new Run(signs, null, null, false);
    }
    String other = fonts.instead(signs, setting.style(), setting.language);
    if (other != null) {
      return new Run(signs, other, null, false);
    }
    int first = Character.charCount(signs.codePointAt(0));
    String letter = signs.substring(0, first);
    if (first < signs.length()) {
      // A letter whose marks no font has beside it: better in two fonts than not at all.
      boolean marks = signs.codePoints().skip(1).allMatch(mark -> hasSomewhere(mark, setting));
      if (marks && (fonts.has(setting.family, setting.style(), letter))) {
        return new Run(
            signs, fonts.instead(signs.substring(first), setting.style(), ""), null, false);
      }
    }
    return new Run(signs, null, null, true);
  }

  private boolean hasSomewhere(int sign, Setting setting) {
    return fonts.instead(Character.toString(sign), setting.style(), setting.language) != null;
  }

  /**
   * Spaces and punctuation between words in another font are set in that one as well, where it has
   * them; quotation marks and dashes at the edge of Chinese, Japanese and Korean, too.
   */
  private List<Run> taken(List<Run> runs, Setting setting) {
    boolean eastAsian = setting.language.matches("(?i)(zh|ja|ko)\\b.*");
    List<Run> taken = new ArrayList<>(runs);
    for (int i = 0; i < taken.size(); i++) {
      Run run = taken.get(i);
      if (run.family != null || run.size != null || run.missing || !isNeutral(run.text)) {
        continue;
      }
      String before = i == 0 ? null : taken.get(i - 1).family;
      String after = null;
      for (int j = i + 1; j < taken.size(); j++) {
        after = taken.get(j).family;
        if (after != null || !isNeutral(taken.get(j).text)) {
          break;
        }
      }
      boolean between = before != null && before.equals(after);
      boolean edge = eastAsian && !run.text.isBlank();
      String family = between ? before : edge ? before == null ? after : before : null;
      if (family != null && fonts.has(family, setting.style(), run.text)) {
        taken.set(i, new Run(run.text, family, null, false));
      }
    }
    return taken;
  }

  private static boolean isNeutral(String signs) {
    return signs.codePoints().noneMatch(Character::isLetterOrDigit);
  }

  private static List<Run> joined(List<Run> runs) {
    List<Run> joined = new ArrayList<>();
    for (Run run : runs) {
      int last = joined.size() - 1;
      if (last >= 0 && joined.get(last).isLike(run)) {
        joined.set(
            last, new Run(joined.get(last).text + run.text, run.family, run.size, run.missing));
      } else {
        joined.add(run);
      }
    }
    return joined;
  }
}
