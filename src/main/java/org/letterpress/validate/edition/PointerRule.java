package org.letterpress.validate.edition;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.letterpress.diagnostic.Code;
import org.letterpress.diagnostic.Diagnostic;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.diagnostic.Location;
import org.letterpress.letter.EditionIndex;
import org.letterpress.letter.EntryFacts;
import org.letterpress.letter.Kind;
import org.letterpress.letter.Pointer;
import org.letterpress.letter.Target;

/** Every pointer leads to something, and to something of a fitting kind. */
final class PointerRule implements EditionRule {
  /** Fewer files than this are no work for several threads. */
  private static final int MANY = 50;

  /** Every id is like every other that is as short as this. */
  private static final int SHORT = 3;

  /** Pointers of the TEI Guidelines, chapter 17.2.4, which name no single id. */
  private static final Pattern SCHEME =
      Pattern.compile(".*#?(xpath|left|right|range|string-index|string-range|match|xpointer)\\(.*");

  /** Attributes that name something that must be declared, with the code for each. */
  private static final Map<String, Code> DECLARED =
      Map.of(
          "hand", Code.LINK_HAND,
          "new", Code.LINK_HAND,
          "resp", Code.LINK_RESP,
          "wit", Code.LINK_WIT,
          "source", Code.LINK_SOURCE,
          "rendition", Code.LINK_RENDITION,
          "ana", Code.LINK_ANA);

  private static final Set<String> HANDS =
      Set.of(
          "handNote",
          "scriptNote",
          "person",
          "personGrp",
          "persona",
          "org",
          "persName",
          "orgName",
          "name",
          "author",
          "editor",
          "respStmt");

  /** By attribute, the elements that it may lead to. */
  private static final Map<String, Set<String>> FITTING =
      Map.of(
          "hand",
          HANDS,
          "new",
          HANDS,
          "wit",
          Set.of(
              "witness",
              "listWit",
              "bibl",
              "biblStruct",
              "biblFull",
              "msDesc",
              "msPart",
              "msFrag",
              "object",
              "TEI",
              "idno",
              "witDetail"),
          "rendition",
          Set.of("rendition"));

  /** Parts of a text; nobody is responsible under their id, and no name is theirs. */
  private static final Set<String> PARTS_OF_TEXT =
      Set.of(
          "p",
          "ab",
          "div",
          "head",
          "lb",
          "pb",
          "cb",
          "gb",
          "l",
          "lg",
          "anchor",
          "surface",
          "zone",
          "graphic",
          "facsimile",
          "text",
          "body",
          "front",
          "back",
          "opener",
          "closer",
          "dateline");

  /** What a pointer leads to in one file depends on these two. */
  private record Asked(Kind named, String value) {}

  /** What was found about the pointers of a file, and what they reach. */
  private record Checked(List<Diagnostic> findings, Reached.OfFile reached) {}

  private final Reached reached = new Reached();
  private final Map<ObservedFile, Checked> checked = new IdentityHashMap<>();

  /** What the pointers lead to, once they have been checked. */
  Reached reached() {
    return reached;
  }

  /** Forgets where pointers lead; what is checked next is all looked up. */
  void forget() {
    checked.clear();
    reached.clear();
  }

  @Override
  public void check(JoinedEdition edition, Diagnostics findings) {
    Set<ObservedFile> gone = Collections.newSetFromMap(new IdentityHashMap<>());
    gone.addAll(checked.keySet());
    lookAtNew(edition);
    for (ObservedFile file : edition.files()) {
      gone.remove(file);
      findings.addAll(checked.get(file).findings);
    }
    for (ObservedFile file : gone) {
      reached.remove(checked.remove(file).reached);
    }
  }

  /** Looks where the pointers of new files lead; where these are many, on several threads. */
  private void lookAtNew(JoinedEdition edition) {
    List<ObservedFile> files =
        edition.files().stream().filter(file -> !checked.containsKey(file)).toList();
    List<Checked> looks =
        (files.size() < MANY ? files.stream() : files.parallelStream())
            .map(file -> look(edition, file))
            .toList();
    for (int i = 0; i < files.size(); i++) {
      checked.put(files.get(i), looks.get(i));
      reached.add(looks.get(i).reached);
    }
  }

  private static Checked look(JoinedEdition edition, ObservedFile file) {
    Diagnostics findings = new Diagnostics();
    // The same wrong pointer often stands in many places of a file.
    Map<String, String> hints = new HashMap<>();
    Map<Asked, Target> targets = new HashMap<>();
    for (Pointer pointer : file.pointers()) {
      check(edition, file, pointer, hints, targets, findings);
    }
    List<String> values = new ArrayList<>();
    List<EntryFacts> entries = new ArrayList<>();
    targets.forEach(
        (asked, target) -> {
          values.add(asked.value);
          entries.add(target instanceof Target.ToEntry to ? to.entry() : null);
        });
    return new Checked(
        List.copyOf(findings.sorted()),
        new Reached.OfFile(values.toArray(String[]::new), entries.toArray(EntryFacts[]::new)));
  }

  private static void check(
      JoinedEdition edition,
      ObservedFile file,
      Pointer pointer,
      Map<String, String> hints,
      Map<Asked, Target> targets,
      Diagnostics findings) {
    String attribute = pointer.attribute();
    boolean key = attribute.equals("key");
    Kind named = Kind.ofName(pointer.element());
    for (String value : key ? List.of(pointer.value()) : EditionIndex.values(pointer.value())) {
      Asked asked = new Asked(named, value);
      Target target = targets.get(asked);
      if (target == null) {
        target = edition.index().resolve(file.file().key(), named, value);
        targets.put(asked, target);
      }
      if (target instanceof Target.Unsafe) {
        findings.add(Code.LINK_UNSAFE, pointer.in(file.file().name()), value);
      } else if (isCheckedElsewhere(attribute)) {
        continue;
      } else if (target instanceof Target.Nothing) {
        if (!key && !SCHEME.matcher(value).matches() && !isFile(edition, file, value)) {
          unresolved(edition, file, pointer, value, hints, findings);
        }
      } else if (target instanceof Target.ToEntry to
          && named != null
          && named != to.entry().kind()
          && !isPlaceAndOrg(named, to.entry().kind())) {
        findings.add(
            Code.LINK_KIND,
            pointer.in(file.file().name()),
            pointer.element(),
            value,
            to.entry().kind().word());
      } else {
        fits(edition, file, pointer, value, target, findings);
      }
    }
  }

  /** Images have a rule of their own, and so have the ends of spans. */
  private static boolean isCheckedElsewhere(String attribute) {
    return attribute.equals("facs") || attribute.equals("url") || attribute.equals("spanTo");
  }

  /** A government or a town may be named as a place and registered as an organisation. */
  private static boolean isPlaceAndOrg(Kind claimed, Kind found) {
    return (claimed == Kind.PLACE && found == Kind.ORG)
        || (claimed == Kind.ORG && found == Kind.PLACE);
  }

  /** True for a file beside the source that is no TEI of this edition: a taxonomy, an image. */
  private static boolean isFile(JoinedEdition edition, ObservedFile file, String value) {
    int hash = value.indexOf('#');
    String path = hash < 0 ? value : value.substring(0, hash);
    try {
      Path beside = file.file().path().resolveSibling(path).normalize();
      return !path.isEmpty() && !edition.holds(beside) && Files.isRegularFile(beside);
    } catch (InvalidPathException noPath) {
      return false;
    }
  }

  private static void unresolved(
      JoinedEdition edition,
      ObservedFile file,
      Pointer pointer,
      String value,
      Map<String, String> hints,
      Diagnostics findings) {
    Location place = pointer.in(file.file().name());
    String hint = hints.computeIfAbsent(value, wrong -> hint(edition, file, wrong));
    Code declared = DECLARED.get(pointer.attribute());
    if (declared == null) {
      String remedy =
          hint.isEmpty() ? "add an element with this xml:id, or correct the pointer" : hint;
      findings.add(
          Code.LINK_UNRESOLVED, place, value, pointer.attribute(), pointer.element(), remedy);
    } else {
      Diagnostic finding = Diagnostic.of(declared, place, value, pointer.element());
      findings.add(hint.isEmpty() ? finding : finding.withRemedy(hint));
    }
  }

  /** What can be done about a pointer that leads to nothing, or empty. */
  private static String hint(JoinedEdition edition, ObservedFile file, String value) {
    String prefix = edition.undeclaredPrefix(value);
    if (!prefix.isEmpty()) {
      return "declare with a prefixDef in the header what \""
          + prefix
          + ":\" stands for, or correct the pointer";
    }
    int hash = value.indexOf('#');
    String key = file.file().key();
    if (hash > 0
        && value.indexOf(':') < 0
        && edition.index().resolve(key, value.substring(0, hash)) instanceof Target.Nothing) {
      return "there is no file \"" + value.substring(0, hash) + "\" in this edition";
    }
    String id = value.substring(Math.max(hash, value.lastIndexOf(':')) + 1);
    if (id.length() < SHORT) {
      return "";
    }
    String near = edition.nearest(file, id);
    return near.isEmpty() ? "" : "did you mean \"" + near + "\"?";
  }

  private static void fits(
      JoinedEdition edition,
      ObservedFile file,
      Pointer pointer,
      String value,
      Target target,
      Diagnostics findings) {
    String element = edition.element(target);
    if (element.isEmpty() || element.equals("file")) {
      return;
    }
    Set<String> fitting = FITTING.get(pointer.attribute());
    boolean name = pointer.attribute().equals("ref") && Kind.ofName(pointer.element()) != null;
    boolean fits =
        fitting != null
            ? fitting.contains(element)
            : !((name || pointer.attribute().equals("resp")) && PARTS_OF_TEXT.contains(element));
    if (!fits) {
      findings.add(
          Code.LINK_UNFIT,
          pointer.in(file.file().name()),
          pointer.attribute(),
          pointer.element(),
          value,
          element);
    }
  }
}
