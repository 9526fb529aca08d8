package org.letterpress.letter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A division or text, as far as is needed to tell parallel versions from parts. */
final class Box {
  /** What a division or text may call itself when another one beside it gives the same letter. */
  private static final Set<String> VERSIONS =
      Set.of(
          "original",
          "source",
          "transcription",
          "transcript",
          "diplomatic",
          "normalized",
          "normalised",
          "regularized",
          "regularised",
          "modernized",
          "modernised",
          "reading",
          "edited",
          "critical",
          "transliteration",
          "translation",
          "traduction",
          "traduccion",
          "traduzione",
          "übersetzung",
          "uebersetzung",
          "przekład",
          "tłumaczenie");

  /** Elements whose order shows that two texts in two languages say the same. */
  private static final Set<String> SHAPING =
      Set.of(
          "head",
          "opener",
          "dateline",
          "salute",
          "p",
          "ab",
          "lg",
          "closer",
          "signed",
          "postscript",
          "address");

  final int ordinal;
  final Box parent;
  final String type;
  final String xmlId;
  final String language;
  final String corresp;
  final List<Box> children = new ArrayList<>();
  private final boolean source;
  private final StringBuilder shape = new StringBuilder();

  /** True for the sourceDoc and what stands in it. */
  boolean isInSourceDoc() {
    return source || (parent != null && parent.isInSourceDoc());
  }

  /** Which version it is among those beside it, or 0. */
  int version;

  Box(
      String element,
      int ordinal,
      Box parent,
      String type,
      String xmlId,
      String language,
      String corresp) {
    this.source = element.equals("sourceDoc");
    this.ordinal = ordinal;
    this.parent = parent;
    this.type = type;
    this.xmlId = xmlId;
    this.language = language;
    this.corresp = corresp;
    if (parent != null) {
      parent.children.add(this);
    }
  }

  /** Notes a block directly in it. */
  void shape(String element) {
    if (SHAPING.contains(element) && shape.length() < 400) {
      shape.append(element).append(' ');
    }
  }

  private boolean isVersion() {
    return VERSIONS.contains(type.toLowerCase(Locale.ROOT));
  }

  /** True when two divisions or texts give the same letter in two versions. */
  boolean isVersionOf(Box other) {
    return pointsTo(other)
        || other.pointsTo(this)
        || (isVersion() && other.isVersion() && (!sameType(other) || differsInLanguage(other)))
        || (differsInLanguage(other)
            && shape.length() > 0
            && shape.toString().contentEquals(other.shape));
  }

  private boolean sameType(Box other) {
    return type.equalsIgnoreCase(other.type);
  }

  private boolean differsInLanguage(Box other) {
    return !language.isEmpty()
        && !other.language.isEmpty()
        && !language.equalsIgnoreCase(other.language);
  }

  private boolean pointsTo(Box other) {
    if (other.xmlId.isEmpty() || corresp.isEmpty()) {
      return false;
    }
    for (String value : corresp.split("\\s+")) {
      if (value.endsWith("#" + other.xmlId)) {
        return true;
      }
    }
    return false;
  }

  /** Numbers the versions among its children, and among theirs. */
  void number() {
    if (children.size() > 1 && children.size() <= MOST_VERSIONS) {
      for (int i = 1; i < children.size(); i++) {
        Box later = children.get(i);
        for (int j = 0; j < i && later.version == 0; j++) {
          Box first = children.get(j);
          if (later.isVersionOf(first)) {
            first.version = Math.max(1, first.version);
            int taken = first.version;
            for (int k = 0; k < i; k++) {
              taken = Math.max(taken, children.get(k).version);
            }
            later.version = taken + 1;
          }
        }
      }
    }
    children.forEach(Box::number);
  }

  /** No letter is given in more versions side by side; a volume has more divisions than that. */
  private static final int MOST_VERSIONS = 12;

  /** Which version this one stands in, counted from 1; 1 where there is only one text. */
  int versionAround() {
    for (Box at = this; at != null; at = at.parent) {
      if (at.version > 0) {
        return at.version;
      }
    }
    return 1;
  }

  /** Every box that is a version, this one and those inside it. */
  void versions(Set<Box> into) {
    if (version > 0) {
      into.add(this);
    }
    children.forEach(child -> child.versions(into));
  }

  /** True when the two stand in, or are, different versions of one thing. */
  static boolean areVersions(Box one, Box other) {
    Set<Box> around = new HashSet<>();
    for (Box at = one; at != null; at = at.parent) {
      around.add(at);
    }
    Box branch = null;
    Box at = other;
    while (at != null && !around.contains(at)) {
      branch = at;
      at = at.parent;
    }
    if (branch == null) {
      return false;
    }
    Box mine = one;
    while (mine != null && mine.parent != at) {
      mine = mine.parent;
    }
    return mine != null && mine != branch && mine.isVersionOf(branch);
  }
}
