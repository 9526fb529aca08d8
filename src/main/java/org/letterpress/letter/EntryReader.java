package org.letterpress.letter;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.letterpress.source.SourceFile;
import org.xml.sax.Attributes;

/** A register entry that is being read. */
final class EntryReader {
  /** Types of a name that is the one to show. */
  private static final Set<String> MAIN =
      Set.of(
          "main",
          "preferred",
          "pref",
          "full",
          "reg",
          "regularized",
          "standard",
          "canonical",
          "label",
          "uniform");

  /** Types of a name that is made for an alphabet. */
  private static final Set<String> SORTING = Set.of("sort", "index", "sortkey");

  /** Types of a title that tells what else a book is called or stands in. */
  private static final Set<String> SUBORDINATE = Set.of("sub", "alt", "short", "desc");

  /** One name of the entry. */
  private static final class Form {
    final String type;
    final int rank;
    String words = "";
    String surname = "";
    String forename = "";

    Form(String type, int rank) {
      this.type = type;
      this.rank = rank;
    }
  }

  final int depth;
  final int ordinal;
  private final Kind kind;
  private final String id;
  private final int line;
  private final boolean local;
  private final List<Form> forms = new ArrayList<>();
  private final List<Identifier> identifiers = new ArrayList<>();
  private Form open;
  private int openDepth = -1;
  private String birth = "";
  private String death = "";
  private String span = "";

  /**
   * @param id its {@code @xml:id}, or empty when it may be known by a key or idno
   * @param local true for an item of a list
   */
  EntryReader(Kind kind, String id, int ordinal, int line, int depth, boolean local) {
    this.kind = kind;
    this.id = id;
    this.ordinal = ordinal;
    this.line = line;
    this.depth = depth;
    this.local = local;
  }

  /** What the entry's own start tag says. */
  void start(Attributes attributes) {
    if (kind == Kind.EVENT) {
      span = years(attributes);
    }
    for (String name : new String[] {"key", "sameAs", "ref", "corresp"}) {
      String value = FactsHandler.attribute(attributes, name);
      if (name.equals("key") ? !value.isEmpty() : Identifier.isAddress(value)) {
        identifiers.add(Identifier.of(name.equals("key") ? "key" : "", value));
      }
    }
  }

  /** An element inside the entry. */
  void start(Frame frame, Attributes attributes, Captures captures) {
    boolean direct = frame.depth == depth + 1;
    switch (frame.element) {
      case "persName",
          "orgName",
          "placeName",
          "geogName",
          "eventName",
          "objectName",
          "form",
          "label",
          "head",
          "desc",
          "title",
          "settlement",
          "country",
          "region",
          "district",
          "name" ->
          form(frame, attributes, captures, direct);
      case "surname" -> part(frame, captures, true);
      case "forename" -> part(frame, captures, false);
      case "birth" -> lived(frame, attributes, captures, true);
      case "death" -> lived(frame, attributes, captures, false);
      case "date" -> {
        if (frame.parent.element.equals("birth")) {
          lived(frame, attributes, captures, true);
        } else if (frame.parent.element.equals("death")) {
          lived(frame, attributes, captures, false);
        } else if (kind == Kind.EVENT && span.isEmpty()) {
          span = years(attributes);
        }
      }
      case "idno" -> identifier(frame, attributes, captures);
      case "ptr", "ref" -> {
        String target = FactsHandler.attribute(attributes, "target");
        if (direct && Identifier.isAddress(target)) {
          identifiers.add(Identifier.of(FactsHandler.attribute(attributes, "type"), target));
        }
      }
      default -> {}
    }
  }

  private void form(Frame frame, Attributes attributes, Captures captures, boolean direct) {
    boolean bookTitle = kind == Kind.WORK && frame.element.equals("title");
    if (open != null || !(direct || bookTitle) || frame.isIn("note")) {
      return;
    }
    String type = FactsHandler.attribute(attributes, "type").toLowerCase(Locale.ROOT);
    begin(frame, captures, new Form(type, rank(frame.element, type, attributes)));
  }

  /** The name that makes an item of a list an entry. */
  void name(Frame frame, Captures captures) {
    begin(frame, captures, new Form("", 9));
  }

  private void begin(Frame frame, Captures captures, Form form) {
    open = form;
    openDepth = frame.depth;
    captures.begin(
        frame,
        words -> {
          form.words = words;
          forms.add(form);
          open = null;
          openDepth = -1;
        });
  }

  private int rank(String element, String type, Attributes attributes) {
    boolean own =
        switch (kind) {
          case PERSON -> element.equals("persName") || element.equals("name");
          case PLACE ->
              !element.equals("label")
                  && !element.equals("head")
                  && !element.equals("desc")
                  && !element.equals("country")
                  && !element.equals("region");
          case ORG -> element.equals("orgName") || element.equals("name");
          case WORK -> element.equals("title");
          default -> !element.equals("desc");
        };
    if (!own) {
      return element.equals("desc") ? 0 : 1;
    }
    if (MAIN.contains(type) || "yes".equals(attributes.getValue("", "full"))) {
      return 6;
    }
    if (SORTING.contains(type)) {
      return 2;
    }
    if (SUBORDINATE.contains(type)) {
      return 3;
    }
    return type.isEmpty() || kind == Kind.PLACE || kind == Kind.WORK ? 5 : 4;
  }

  private void part(Frame frame, Captures captures, boolean surname) {
    Form of = open;
    if (of != null && frame.depth > openDepth) {
      captures.begin(
          frame,
          words -> {
            if (surname) {
              of.surname = of.surname.isEmpty() ? words : of.surname;
            } else {
              of.forename = (of.forename + " " + words).strip();
            }
          });
    }
  }

  private void identifier(Frame frame, Attributes attributes, Captures captures) {
    String type = FactsHandler.attribute(attributes, "type");
    String subtype = FactsHandler.attribute(attributes, "subtype");
    captures.begin(
        frame,
        words -> {
          if (!words.isEmpty()) {
            identifiers.add(Identifier.of(subtype.isEmpty() ? type : subtype, words));
          }
        });
  }

  private void lived(Frame frame, Attributes attributes, Captures captures, boolean born) {
    String year = years(attributes);
    if (!year.isEmpty()) {
      lived(year, born);
    } else {
      captures.begin(frame, words -> lived(words.length() <= 12 ? words : "", born));
    }
  }

  private void lived(String value, boolean born) {
    if (born && birth.isEmpty()) {
      birth = value;
    } else if (!born && death.isEmpty()) {
      death = value;
    }
  }

  private static String years(Attributes attributes) {
    LetterDate date = LetterDate.of(attributes, "", bad -> {});
    if (!date.isKnown()) {
      return "";
    }
    String from = year(date.from());
    String to = year(date.to());
    return from.isEmpty() ? to : to.isEmpty() || to.equals(from) ? from : from + "–" + to;
  }

  private static String year(String iso) {
    boolean bc = iso.startsWith("-");
    String plain = bc ? iso.substring(1) : iso;
    return plain.length() < 4 ? "" : (bc ? "−" : "") + Integer.parseInt(plain.substring(0, 4));
  }

  /** The entry, or null when nothing in it can be referred to. */
  EntryFacts facts(SourceFile file) {
    String known = id;
    for (int i = 0; i < identifiers.size() && known.isEmpty(); i++) {
      known = asId(identifiers.get(i).value());
    }
    if (known.isEmpty()) {
      return null;
    }
    Form best = null;
    Form sorting = null;
    Set<String> names = new LinkedHashSet<>();
    for (Form form : forms) {
      if (form.words.isEmpty()) {
        continue;
      }
      if (best == null || form.rank > best.rank) {
        best = form;
      }
      if (sorting == null && SORTING.contains(form.type)) {
        sorting = form;
      }
      if (form.rank > 1 && !local) {
        names.add(form.words);
      }
    }
    String shown = best == null ? known : NameOrder.spoken(best.words, best.surname, best.forename);
    String sorted =
        sorting != null
            ? sorting.words
            : best == null ? shown : NameOrder.sorted(best.words, best.surname, best.forename);
    names.add(sorted);
    String dates = birth.isEmpty() && death.isEmpty() ? span : birth + "–" + death;
    return new EntryFacts(
        kind,
        known,
        shown,
        sorted,
        List.copyOf(names),
        dates,
        identifiers.stream().filter(one -> !one.authority().equals("key")).toList(),
        file,
        ordinal,
        line,
        local ? EntryFacts.Scope.VOLUME : EntryFacts.Scope.EDITION);
  }

  /** What of an identifier may be part of an address. */
  private static String asId(String value) {
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean plain = Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.';
      if (plain && !(c == '.' && id.isEmpty())) {
        id.append(c);
      } else if (!id.isEmpty() && id.charAt(id.length() - 1) != '-') {
        id.append('-');
      }
    }
    return id.toString();
  }
}
