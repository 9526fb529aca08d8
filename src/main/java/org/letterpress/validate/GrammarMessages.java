package org.letterpress.validate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Location;
import org.letterpress.diagnostic.Spelling;

/** Classifies what Jing says and says it again in an editor's words. */
final class GrammarMessages {
  private static final int SHOWN = 6;

  private static final Pattern ELEMENT = Pattern.compile("element (\"[^\"]+\").*? not allowed.*");
  private static final Pattern YET =
      Pattern.compile("element \"([^\"]+)\".*? not allowed yet; missing required elements? (.*)");
  private static final Pattern INCOMPLETE =
      Pattern.compile("element \"([^\"]+)\".*? incomplete(?:; missing required elements? (.*))?.*");
  private static final Pattern ATTRIBUTE_NOT_ALLOWED =
      Pattern.compile(
          "(?:found )?attribute \"([^\"]+)\".*? (?:not allowed here|but no attributes).*");
  private static final Pattern ATTRIBUTE_VALUE =
      Pattern.compile("value of attribute \"([^\"]+)\".*? is invalid(?:; (.*))?");
  private static final Pattern ATTRIBUTE_MISSING =
      Pattern.compile(
          "element \"([^\"]+)\".*? missing (?:one or more )?required attributes?(?: (.*)|;(.*))?");
  private static final Pattern CONTENT =
      Pattern.compile("character content of element \"([^\"]+)\".*? invalid(?:; (.*))?");
  private static final Pattern EMPTY =
      Pattern.compile("empty content for element \"([^\"]+)\" not allowed.*");
  private static final Pattern ID = Pattern.compile("ID \"(.*)\" has already been defined");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

  private final Set<String> elements;

  /**
   * @param elements every element that the grammar names
   */
  GrammarMessages(Set<String> elements) {
    this.elements = elements;
  }

  /**
   * The finding for one message of Jing.
   *
   * @param said the message
   * @param place where
   * @param starting element whose start tag is being read, or null
   * @param parent the innermost open element, or empty at the root
   */
  Diagnostic explain(String said, Location place, String starting, String parent) {
    String text = said == null ? "" : said.strip();
    Matcher match = YET.matcher(text);
    if (match.matches()) {
      return Diagnostic.of(
          Code.RNG_ELEMENT_EARLY, place, match.group(1), within(parent), list(match.group(2)));
    }
    match = ATTRIBUTE_MISSING.matcher(text);
    if (match.matches()) {
      String which = match.group(2) != null ? match.group(2) : match.group(3);
      return Diagnostic.of(
          Code.RNG_ATTRIBUTE_MISSING, place, match.group(1), list(String.valueOf(which)));
    }
    match = ATTRIBUTE_NOT_ALLOWED.matcher(text);
    if (match.matches()) {
      return attribute(match.group(1), text, place, starting);
    }
    match = ATTRIBUTE_VALUE.matcher(text);
    if (match.matches()) {
      return Diagnostic.of(
              Code.RNG_ATTRIBUTE_VALUE, place, match.group(1), element(starting, parent))
          .withRemedy(value(match.group(2)));
    }
    match = CONTENT.matcher(text);
    if (match.matches()) {
      return Diagnostic.of(Code.RNG_CONTENT, place, match.group(1))
          .withRemedy(value(match.group(2)));
    }
    match = EMPTY.matcher(text);
    if (match.matches()) {
      return Diagnostic.of(Code.RNG_CONTENT, place, match.group(1));
    }
    match = INCOMPLETE.matcher(text);
    if (match.matches()) {
      String missing = match.group(2) == null ? expected(text, "") : list(match.group(2));
      return Diagnostic.of(Code.RNG_INCOMPLETE, place, match.group(1), missing);
    }
    if (text.startsWith("text not allowed here")) {
      return Diagnostic.of(Code.RNG_TEXT, place, within(parent), parent);
    }
    match = ID.matcher(text);
    if (match.matches()) {
      return Diagnostic.of(Code.ID_REPEATED, place, match.group(1));
    }
    match = ELEMENT.matcher(text);
    if (match.matches()) {
      return element(unquote(match.group(1)), text, place, parent);
    }
    return Diagnostic.of(Code.RNG_OTHER, place, text);
  }

  private Diagnostic element(String name, String text, Location place, String parent) {
    List<String> allowed = names(text.substring(Math.max(0, text.indexOf("; expected"))), name);
    String near = Spelling.nearest(name, allowed);
    if (near == null && !elements.contains(name)) {
      near = Spelling.nearest(name, elements);
    }
    boolean unknown = text.contains("not allowed anywhere");
    Code code = unknown ? Code.RNG_ELEMENT_UNKNOWN : Code.RNG_ELEMENT;
    Diagnostic finding = Diagnostic.of(code, place, name, within(parent));
    String inside = parent.isEmpty() ? "as the root" : "inside <" + parent + ">";
    String list =
        allowed.isEmpty() ? "" : inside + " the schema allows " + shorten(allowed) + " here";
    if (near != null && !near.equals(name)) {
      String meant = "did you mean \"" + near + "\"?";
      return finding.withRemedy(list.isEmpty() ? meant : meant + " " + list);
    }
    return list.isEmpty() ? finding : finding.withRemedy(list);
  }

  private static Diagnostic attribute(String name, String text, Location place, String starting) {
    List<String> allowed = names(text.substring(Math.max(0, text.indexOf("; expected"))), name);
    Diagnostic finding =
        Diagnostic.of(Code.RNG_ATTRIBUTE, place, name, starting == null ? "" : starting);
    String near = Spelling.nearest(name, allowed);
    if (allowed.isEmpty()) {
      return finding;
    }
    String list = "the schema allows " + shorten(allowed);
    return finding.withRemedy(near == null ? list : "did you mean \"" + near + "\"? " + list);
  }

  private static String value(String detail) {
    if (detail == null || detail.isBlank()) {
      return "look up in the guide which values it takes";
    }
    List<String> values = names(detail, "");
    return detail.startsWith("must be equal to")
        ? "it takes " + shorten(values)
        : detail.replaceFirst("^must be", "it must be");
  }

  private static String element(String starting, String parent) {
    return starting == null ? parent : starting;
  }

  private static String within(String parent) {
    return parent.isEmpty() ? "at the root of the document" : "inside <" + parent + ">";
  }

  /** The names in what Jing expected, each once, nearest to what was written first. */
  private static List<String> names(String text, String written) {
    List<String> found = new ArrayList<>();
    Matcher match = QUOTED.matcher(text.replaceAll(" from namespace \"[^\"]*\"", ""));
    while (match.find()) {
      String name = match.group(1);
      String local = name.startsWith("xml:") ? name : name.substring(name.indexOf(':') + 1);
      if (!found.contains(local) && !(found.isEmpty() && local.equals(written))) {
        found.add(local);
      }
    }
    Comparator<String> near =
        Comparator.comparingInt(name -> written.isEmpty() ? 0 : Spelling.distance(name, written));
    found.sort(near.thenComparing(Comparator.naturalOrder()));
    return found;
  }

  private static String expected(String text, String written) {
    List<String> names = names(text.substring(Math.max(0, text.indexOf("; expected"))), written);
    return names.isEmpty() ? "more content" : "one of " + shorten(names);
  }

  private static String list(String text) {
    List<String> names = names(text, "");
    return names.isEmpty() ? text.strip() : shorten(names);
  }

  private static String shorten(Collection<String> names) {
    List<String> shown = names.stream().limit(SHOWN).toList();
    int rest = names.size() - shown.size();
    return String.join(", ", shown) + (rest > 0 ? ", ... (" + rest + " more)" : "");
  }

  private static String unquote(String quoted) {
    String bare = quoted.substring(1, quoted.length() - 1);
    return bare.substring(bare.indexOf(':') + 1);
  }
}
