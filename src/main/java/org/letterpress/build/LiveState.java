package org.letterpress.build;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import org.letterpress.letter.EditionIndex;
import org.letterpress.letter.IndexedLetter;
import org.letterpress.letter.IndexedVolume;
import org.letterpress.source.SourceFile;

/**
 * All that is known of an edition at one time, and what was made of it.
 *
 * @param drift how far the index may be from one that is joined anew
 * @param made files of the site, by path
 * @param pages the pages of the edition as a whole, by path; empty until one is asked for
 */
record LiveState(
    SortedMap<String, KnownFile> known,
    EditionIndex index,
    Drift drift,
    Map<String, byte[]> made,
    LivePages pages) {
  private static final String LETTERS = "letters/";

  LiveState(SortedMap<String, KnownFile> known, EditionIndex index, Drift drift) {
    this(known, index, drift, new ConcurrentHashMap<>(), new LivePages());
  }

  KnownFile of(SourceFile file) {
    return known.get(file.key());
  }

  /** What was learned of all files among these that could ever be read. */
  static List<Learned> learned(SortedMap<String, KnownFile> known) {
    return known.values().stream()
        .map(KnownFile::read)
        .filter(Objects::nonNull)
        .map(ReadFile::learned)
        .toList();
  }

  /** True for the path of something that is made of one letter. */
  static boolean isLetterPath(String path) {
    return path.startsWith(LETTERS)
        || path.startsWith(LetterStep.DIPLOMATIC)
        || path.startsWith(LetterStep.CITATIONS);
  }

  /** The name of the file at a path, without folder and extension: of a letter's files, its id. */
  static String stem(String path) {
    String name = path.substring(path.indexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** The letter of which a file of the site is made, or null. */
  IndexedLetter letter(String path) {
    return isLetterPath(path) ? index.letter(stem(path)) : null;
  }

  /** The volume whose page stands at a path, or null. */
  IndexedVolume volume(String path) {
    return index.volumes().stream()
        .filter(volume -> volume.href().equals(path))
        .findFirst()
        .orElse(null);
  }
}
