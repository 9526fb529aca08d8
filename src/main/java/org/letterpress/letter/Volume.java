package org.letterpress.letter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Decides which parts of a file are letters of their own.
 *
 * <p>Several divisions or texts of a group are letters, unless they are versions of one letter, or
 * the header describes a single one. What lies inside a letter belongs to it.
 */
final class Volume {
  private final boolean detecting;
  private final List<FileFacts.Outside> outside = new ArrayList<>();
  private int words;
  private int line;
  private boolean divided;

  /**
   * @param detecting true when the settings do not say which divisions are letters
   */
  Volume(boolean detecting) {
    this.detecting = detecting;
  }

  /** The letters of a document. */
  List<Unit> letters(Unit document) {
    List<Unit> found = split(document);
    if (!found.isEmpty()) {
      divided = true;
      List<Correspondence> described = new ArrayList<>(document.correspondences);
      assign(described, found);
      Set<Unit> inside = Collections.newSetFromMap(new IdentityHashMap<>());
      found.forEach(
          letter -> {
            inside.add(letter);
            inside.addAll(letter.joined);
          });
      words = 0;
      line = 0;
      countOutside(document, inside);
      if (words > 0) {
        outside.add(new FileFacts.Outside(document.ordinal, document.title, words, line, false));
      }
      return found;
    }
    document.parts.forEach(document::merge);
    int prose = document.words - document.headWords;
    boolean isLetter =
        !document.correspondences.isEmpty()
            || document.hasParts
            || (document.hasEntries
                // The register of persons beside a letter, or a word about the register?
                ? !document.listsEntries && prose > document.entryWords
                : document.hasTextElement || document.words > 0);
    if (isLetter) {
      return List.of(document);
    }
    if (prose > 0) {
      outside.add(
          new FileFacts.Outside(
              document.ordinal, document.title, prose, document.firstWordLine, true));
    }
    return List.of();
  }

  /** True when some document was a volume. */
  boolean isDivided() {
    return divided;
  }

  /** The volumes and registers with text that no letter has. */
  List<FileFacts.Outside> outside() {
    return List.copyOf(outside);
  }

  /** The parts that are letters, or none when the whole is one. */
  private List<Unit> split(Unit whole) {
    List<Unit> parts = whole.parts;
    List<Unit> letters = new ArrayList<>();
    for (Unit part : parts) {
      // A text of a group may be a volume itself; a division inside a letter is part of it.
      List<Unit> inner = part.element.equals("text") ? split(part) : List.of();
      if (inner.isEmpty()) {
        letters.add(part);
      } else {
        letters.addAll(inner);
      }
    }
    int least = detecting ? 2 : 1;
    boolean group = letters.size() > 1 && letters.stream().anyMatch(Volume::isText);
    if (letters.size() < least && !group) {
      return List.of();
    }
    boolean single = detecting && !group && whole.correspondences.size() == 1;
    if (single || areVersions(whole, letters)) {
      return List.of();
    }
    letters.forEach(letter -> letter.parts.forEach(letter::merge));
    return whole.correspondences.size() == letters.size() ? letters : joinVersions(letters);
  }

  private static boolean isText(Unit unit) {
    return unit.element.equals("text");
  }

  private static boolean areVersions(Unit whole, List<Unit> letters) {
    // As many descriptions as parts: each part is a letter, whatever its language.
    if (letters.size() < 2 || whole.correspondences.size() == letters.size()) {
      return false;
    }
    for (int i = 1; i < letters.size(); i++) {
      if (!isVersion(letters.get(0), letters.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Joins a part that repeats the one before it in another version to that one. */
  private static List<Unit> joinVersions(List<Unit> parts) {
    List<Unit> letters = new ArrayList<>();
    for (Unit part : parts) {
      Unit last = letters.isEmpty() ? null : letters.get(letters.size() - 1);
      if (last != null && isVersion(last, part)) {
        last.join(part);
      } else {
        letters.add(part);
      }
    }
    return letters;
  }

  private static boolean isVersion(Unit one, Unit other) {
    boolean otherDay =
        one.dateline != null
            && other.dateline != null
            && !one.dateline.sortKey().equals(other.dateline.sortKey());
    return !otherDay && Box.areVersions(one.box, other.box);
  }

  /**
   * Gives each letter the description that names it, or that it names; else, when there are as many
   * descriptions as letters, the one in the same place.
   */
  static void assign(List<Correspondence> described, List<Unit> letters) {
    boolean tied = false;
    for (Unit letter : letters) {
      for (Correspondence one : described) {
        if (one.isOf(letter.xmlId, letter.points)) {
          letter.correspondences.add(one);
          tied = true;
        }
      }
    }
    if (!tied && described.size() == letters.size()) {
      for (int i = 0; i < letters.size(); i++) {
        letters.get(i).correspondences.add(described.get(i));
      }
    }
  }

  private void countOutside(Unit whole, Set<Unit> letters) {
    if (letters.contains(whole)) {
      return;
    }
    if (whole.words > 0) {
      line = line == 0 ? whole.firstWordLine : Math.min(line, whole.firstWordLine);
      words += whole.words;
    }
    whole.parts.forEach(part -> countOutside(part, letters));
  }
}
