package org.letterpress.validate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Location;
import org.letterpress.diagnostic.Spelling;
import org.xml.sax.Attributes;

/**
 * Classifies what Jing says and says it again in an editor's words.
 *
 * <p>Jing hands out its findings as English sentences only. Their wording has not changed since
 * 2009; each kind has a fixture in {@code src/test/resources/diagnostics}, so that a new version
 * that words it differently is noticed. For one document and one thread.
 */
final class GrammarMessages {
  private static final int SHOWN = 6;
  private static final int LONGEST_VALUE = 40;

  // A name in quotation marks, perhaps followed by the namespace declarations that explain it.
  private static final String NAME = "\"([^\"]+)\"(?: \\(with [^)]*\\))?(?: from namespace \\S+)?";

  private static final Pattern YET =
      Pattern.compile("element " + NAME + " not allowed yet(?:; missing required elements? (.*))?");
  private static final Pattern YET_EXPECTED =
      Pattern.compile("element " + NAME + " not allowed yet; expected (.*)");
  private static final Pattern NOT_ALLOWED =
      Pattern.compile("element " + NAME + " not allowed (anywhere|here)(?:; expected (.*))?");
  private static final Pattern INCOMPLETE =
      Pattern.compile(
          "element " + NAME + " incomplete(?:; (?:missing required elements?|expected) (.*))?");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("attribute " + NAME + " not allowed here(?:; expected attribute (.*))?");
  private static final Pattern NO_ATTRIBUTES =
      Pattern.compile("found attribute " + NAME + ", but no attributes allowed here");
  private static final Pattern ATTRIBUTE_VALUE =
      Pattern.compile("value of attribute " + NAME + " is invalid(?:; (.*))?");
  private static final Pattern ATTRIBUTE_MISSING =
      Pattern.compile("element " + NAME + " missing required attributes? (.*)");
  private static final Pattern ATTRIBUTES_MISSING =
      Pattern.compile(
          "element " + NAME + " missing one or more required attributes(?:; expected (.*))?");
  private static final Pattern CONTENT =
      Pattern.compile("character content of element " + NAME + " invalid(?:; (.*))?");
  private static final Pattern EMPTY =
      Pattern.compile("empty content for element " + NAME + " not allowed(?:; (.*))?");
  private static final Pattern TEXT = Pattern.compile("text not allowed here(?:; expected (.*))?");

  private static final Pattern WITH = Pattern.compile(" \\(with [^)]*\\)");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern XMLNS = Pattern.compile("xmlns=\"([^\"]*)\"");
  private static final Pattern TOKEN = Pattern.compile("token \"(.*?)\" invalid; (.*)");
  private static final Pattern EQUAL =
      Pattern.compile("must be equal to (.*?)(?=(?:,| or) must|$)");
  private static final Pattern CLOSED =
      Pattern.compile("must be equal to \"[^\"]*\"(?:(?:, | or )\"[^\"]*\")*");
  private static final Pattern NCNAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_.-]*");
  private static final String LETTERS =
      "must be a string matching the regular expression \"[^\\p{C}\\p{Z}]+\"";

  private final GrammarNames grammar;

  /** What was explained before in this document: the same slip often comes a hundred times. */
  private final Map<String, Explained> misplaced = new HashMap<>();

  /**
   * @param grammar every name in the grammar
   */
  GrammarMessages(GrammarNames grammar) {
    this.grammar = grammar;
  }

  /**
   * Where the parser stands.
   *
   * @param place line, column and path
   * @param starting element whose start tag is being read, or empty
   * @param namespace its namespace
   * @param parent the innermost open element, or empty at the root
   * @param attributes of the start tag, or null
   */
  record Context(
      Location place, String starting, String namespace, String parent, Attributes attributes) {

    /** The element that a complaint about attributes or content concerns. */
    String element() {
      return starting.isEmpty() ? parent : starting;
    }
  }

  /**
   * A message in our words.
   *
   * @param meant the element that was probably meant by a misspelt one, or null
   * @param names what Jing expected
   * @param correction what certainly mends it, or null
   */
  record Explained(Diagnostic finding, String meant, List<String> names, Correction correction) {

    Explained(Diagnostic finding, String meant, List<String> names) {
      this(finding, meant, names, null);
    }

    private Explained correctedBy(Correction certain) {
      return new Explained(finding, meant, names, certain);
    }

    /** The same at another place. */
    Explained at(Location place) {
      return new Explained(finding.at(place), meant, names, correction);
    }

    /** True when an element stands where it should not. */
    boolean aboutElement() {
      return switch (finding.code()) {
        case RNG_ELEMENT_UNKNOWN, RNG_ELEMENT, RNG_ELEMENT_EARLY, RNG_ROOT, RNG_NAMESPACE -> true;
        default -> false;
      };
    }
  }

  /** The finding for one message of Jing. */
  Explained explain(String message, Context at) {
    String said = message == null ? "" : message.strip();
    Matcher match = NOT_ALLOWED.matcher(said);
    if (match.matches()) {
      String name = local(match.group(1));
      if (at.parent().isEmpty()) {
        return root(name, said, at);
      }
      boolean anywhere = match.group(2).equals("anywhere");
      String expected = match.group(3);
      return misplaced
          .computeIfAbsent(
              at.parent() + " " + said, first -> element(name, anywhere, names(expected, name), at))
          .at(at.place());
    }
    match = YET_EXPECTED.matcher(said);
    if (match.matches()) {
      return early(local(match.group(1)), "one of " + choice(names(match.group(2), "")), at);
    }
    match = YET.matcher(said);
    if (match.matches()) {
      return early(local(match.group(1)), all(names(match.group(2), "")), at);
    }
    match = INCOMPLETE.matcher(said);
    if (match.matches()) {
      List<String> names = names(match.group(2), "");
      boolean any = said.contains("; expected ") && names.size() > 1;
      String missing = any ? "one of " + choice(names) : all(names);
      Diagnostic finding =
          Diagnostic.of(Code.RNG_INCOMPLETE, at.place(), local(match.group(1)), missing);
      return new Explained(finding, null, names);
    }
    return explainRest(said, at);
  }

  private Explained explainRest(String said, Context at) {
    Matcher match = ATTRIBUTE_MISSING.matcher(said);
    if (match.matches()) {
      List<String> names = names(match.group(2), "");
      String noun = names.size() == 1 ? "the attribute " : "the attributes ";
      return missing(names, noun + all(names), at);
    }
    match = ATTRIBUTES_MISSING.matcher(said);
    if (match.matches()) {
      List<String> names = names(match.group(2), "");
      return missing(names, "one of the attributes " + choice(names), at);
    }
    match = ATTRIBUTE.matcher(said);
    if (match.matches()) {
      return attribute(match.group(1), match.group(2), at);
    }
    match = NO_ATTRIBUTES.matcher(said);
    if (match.matches()) {
      return attribute(match.group(1), null, at);
    }
    match = ATTRIBUTE_VALUE.matcher(said);
    if (match.matches()) {
      return value(match.group(1), String.valueOf(match.group(2)), at);
    }
    match = CONTENT.matcher(said);
    if (match.matches()) {
      return content(said, match, at);
    }
    match = EMPTY.matcher(said);
    if (match.matches()) {
      return content(said, match, at);
    }
    match = TEXT.matcher(said);
    if (match.matches()) {
      List<String> names = names(match.group(1), "");
      Diagnostic finding = Diagnostic.of(Code.RNG_TEXT, at.place(), at.parent());
      if (names.isEmpty()) {
        finding = finding.withRemedy("<" + at.parent() + "> is empty in this schema: delete it");
      } else if (!names.contains("p") && !names.contains("ab")) {
        finding = finding.withRemedy(inside(at.parent(), names));
      }
      return new Explained(finding, null, names);
    }
    return new Explained(Diagnostic.of(Code.RNG_OTHER, at.place(), said), null, List.of());
  }

  private Explained root(String name, String said, Context at) {
    List<String> names = names(said.replaceFirst("^.*?; expected ", ""), name);
    Matcher declared = XMLNS.matcher(said);
    if (names.contains(name) && declared.find() && !declared.group(1).equals(at.namespace())) {
      Diagnostic finding =
          Diagnostic.of(
              Code.RNG_NAMESPACE,
              at.place(),
              name,
              at.namespace().isEmpty() ? "no namespace" : "the namespace " + at.namespace(),
              declared.group(1));
      return new Explained(finding, null, names);
    }
    Diagnostic finding = Diagnostic.of(Code.RNG_ROOT, at.place(), name, choice(names));
    String right = Spelling.certain(name, names);
    return new Explained(suggest(finding, Spelling.nearest(name, names)), null, names)
        .correctedBy(right == null ? null : new Correction.Element(name, right));
  }

  private Explained element(String name, boolean anywhere, List<String> allowed, Context at) {
    String near = Spelling.nearest(name, allowed);
    boolean known = !anywhere || grammar.elements().contains(name);
    // A misspelt name of an element that may stand here is mended by spelling it right.
    Code code = known || near != null ? Code.RNG_ELEMENT : Code.RNG_ELEMENT_UNKNOWN;
    Diagnostic finding =
        Diagnostic.of(code, at.place(), name).withRemedy(inside(at.parent(), allowed));
    if (known) {
      // The name is right, so only the place can be wrong.
      return new Explained(aboutElement(finding, name), null, allowed);
    }
    if (near == null) {
      String elsewhere = Spelling.nearest(name, grammar.elements());
      return new Explained(suggest(finding, elsewhere), null, allowed);
    }
    String right = Spelling.certain(name, allowed);
    return new Explained(aboutElement(suggest(finding, near), near), near, allowed)
        .correctedBy(right == null ? null : new Correction.Element(name, right));
  }

  /** Adds what the grammar itself says of an element. */
  private Diagnostic aboutElement(Diagnostic finding, String name) {
    return about(finding, "<" + name + ">", grammar.aboutElement(name));
  }

  private Diagnostic aboutAttribute(Diagnostic finding, String name) {
    return about(finding, "@" + name, grammar.aboutAttribute(name));
  }

  private static Diagnostic about(Diagnostic finding, String shown, String said) {
    if (said.isEmpty()) {
      return finding;
    }
    String before = finding.remedy().isEmpty() ? "" : finding.remedy() + "; ";
    return finding.withRemedy(before + shown + ": " + said);
  }

  private static Explained early(String name, String before, Context at) {
    Diagnostic finding =
        Diagnostic.of(Code.RNG_ELEMENT_EARLY, at.place(), name, at.parent(), before);
    return new Explained(finding, null, List.of());
  }

  private Explained missing(List<String> names, String shown, Context at) {
    Diagnostic finding = Diagnostic.of(Code.RNG_ATTRIBUTE_MISSING, at.place(), at.element(), shown);
    boolean one = names.size() == 1;
    return new Explained(one ? aboutAttribute(finding, names.get(0)) : finding, null, names);
  }

  private Explained attribute(String name, String expected, Context at) {
    List<String> allowed = names(expected, name);
    if (at.attributes() != null) {
      // What the tag has already cannot be what was meant.
      allowed.removeIf(other -> at.attributes().getIndex(other) >= 0);
    }
    Diagnostic finding = Diagnostic.of(Code.RNG_ATTRIBUTE, at.place(), name, at.element());
    if (!allowed.isEmpty()) {
      finding = finding.withRemedy("<" + at.element() + "> may have " + shorten(allowed));
    } else if (expected == null) {
      finding = finding.withRemedy("<" + at.element() + "> takes no attributes: remove it");
    }
    String near = Spelling.nearest(name, allowed);
    boolean known = grammar.attributes().contains(name);
    if (near == null && !known) {
      near = Spelling.nearest(name, grammar.attributes());
    }
    // A name that the schema has elsewhere is spelt right.
    String right = known ? null : Spelling.certain(name, allowed);
    Diagnostic suggested = suggest(finding, near);
    return new Explained(near == null ? suggested : aboutAttribute(suggested, near), null, allowed)
        .correctedBy(right == null ? null : new Correction.AttributeName(name, right));
  }

  private Explained value(String name, String detail, Context at) {
    String written = at.attributes() == null ? null : at.attributes().getValue(name);
    Matcher token = TOKEN.matcher(detail);
    boolean one = token.matches();
    String wrong = one ? token.group(1) : written == null ? "" : written;
    List<String> values = values(one ? token.group(2) : detail, wrong);
    Diagnostic finding =
        Diagnostic.of(Code.RNG_ATTRIBUTE_VALUE, at.place(), cut(wrong), name, at.element())
            .withRemedy(form(one ? token.group(2) : detail, values));
    String list = one ? token.group(2) : detail;
    String right = CLOSED.matcher(list).matches() ? Spelling.certain(wrong, values) : null;
    boolean slip = right != null && Spelling.distance(wrong, right) <= 1;
    Diagnostic suggested = suggest(finding, Spelling.nearest(wrong, values));
    return new Explained(aboutAttribute(suggested, name), null, values)
        .correctedBy(slip ? new Correction.AttributeValue(name, wrong, right) : null);
  }

  private static Explained content(String said, Matcher match, Context at) {
    String detail = String.valueOf(match.group(2));
    List<String> values = values(detail, "");
    Diagnostic finding =
        Diagnostic.of(Code.RNG_CONTENT, at.place(), local(match.group(1)))
            .withRemedy(form(detail, values));
    return new Explained(finding, null, values);
  }

  private static Diagnostic suggest(Diagnostic finding, String near) {
    if (near == null) {
      return finding;
    }
    String meant = "did you mean \"" + near + "\"?";
    return finding.withRemedy(finding.remedy().isEmpty() ? meant : meant + " " + finding.remedy());
  }

  private static String inside(String parent, List<String> allowed) {
    return allowed.isEmpty()
        ? "nothing more may stand inside <" + parent + ">"
        : "inside <" + parent + "> the schema allows " + shorten(allowed);
  }

  /** The values of a closed list that Jing names, nearest to what was written first. */
  private static List<String> values(String detail, String written) {
    List<String> values = new ArrayList<>();
    Matcher equal = EQUAL.matcher(detail);
    while (equal.find()) {
      Matcher quoted = QUOTED.matcher(equal.group(1));
      while (quoted.find()) {
        values.add(quoted.group(1));
      }
    }
    sort(values, written);
    return values;
  }

  /** What a value has to look like. */
  private static String form(String detail, List<String> values) {
    List<String> forms = new ArrayList<>();
    if (detail.contains("ISO date")) {
      forms.add("write a date as 1958, 1958-01 or 1958-01-24");
    }
    if (!values.isEmpty()) {
      forms.add("it takes " + shorten(values));
    }
    if (detail.contains("must be an integer")) {
      forms.add("write a whole number in digits");
    }
    if (detail.contains("must be a decimal") || detail.contains("floating")) {
      forms.add("write a number in digits, with a point and not a comma");
    }
    if (detail.contains("must be a URI")) {
      forms.add("write an address such as #id, file.xml#id or https://example.org/");
    }
    if (detail.contains("without colons")) {
      forms.add("begin with a letter or _, and use letters, digits, . - _ only");
    }
    if (detail.contains(LETTERS)) {
      forms.add(
          detail.contains("missing token")
              ? "write at least one word"
              : "write one word, no spaces");
    } else if (forms.isEmpty() && detail.contains("missing token")) {
      forms.add("it must not be empty");
    }
    if (forms.isEmpty()) {
      return detail.equals("null")
          ? Code.RNG_ATTRIBUTE_VALUE.remedy()
          : cutLong(detail.replaceFirst("^must", "it must"));
    }
    return String.join("; or ", forms);
  }

  /** The names in what Jing expected, each once, nearest to what was written first. */
  private static List<String> names(String text, String written) {
    Set<String> found = new LinkedHashSet<>();
    Matcher match = QUOTED.matcher(text == null ? "" : WITH.matcher(text).replaceAll(""));
    while (match.find()) {
      String name = match.group(1);
      found.add(name.startsWith("xml:") ? name : local(name));
    }
    List<String> names = new ArrayList<>(found);
    sort(names, written);
    return names;
  }

  private static void sort(List<String> names, String written) {
    Comparator<String> near =
        Comparator.comparingInt(name -> written.isEmpty() ? 0 : Spelling.distance(name, written));
    names.sort(near.thenComparing(Comparator.naturalOrder()));
  }

  private static String all(List<String> names) {
    return names.isEmpty() ? "something else" : String.join(" and ", names);
  }

  private static String choice(List<String> names) {
    return names.isEmpty() ? "something else" : shorten(names);
  }

  private static String shorten(Collection<String> names) {
    List<String> shown = names.stream().limit(SHOWN).toList();
    int rest = names.size() - shown.size();
    return String.join(", ", shown) + (rest > 0 ? ", ... (" + rest + " more)" : "");
  }

  private static String cut(String value) {
    int length = value.codePointCount(0, value.length());
    return length <= LONGEST_VALUE
        ? value
        : value.substring(0, value.offsetByCodePoints(0, LONGEST_VALUE)) + "…";
  }

  private static String cutLong(String text) {
    return text.length() <= 200 ? text : text.substring(0, 199) + "…";
  }

  /** The part of a name after its prefix. */
  private static String local(String name) {
    String bare = name.substring(name.indexOf(':') + 1);
    return NCNAME.matcher(bare).matches() ? bare : name;
  }
}
