package org.letterpress.build;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.letterpress.diagnostic.Diagnostics;
import org.letterpress.letter.EditionIndex;
import org.letterpress.letter.FileFacts;
import org.letterpress.letter.LetterFacts;
import org.letterpress.letter.Pointer;
import org.letterpress.letter.Target;
import org.letterpress.source.GitChanges;
import org.letterpress.source.SourceFile;

/**
 * The sources that a change concerns: those that changed, and those with letters that point at
 * them, or at something that they held before.
 */
public final class Touched {
  private final GitChanges changes;

  /**
   * @param changes what has changed
   */
  public Touched(GitChanges changes) {
    this.changes = changes;
  }

  /** True when one of these files, on which every check depends, has changed. */
  public boolean touches(List<Path> files) {
    return files.stream().anyMatch(this::isChanged);
  }

  /** True when something below a folder has changed. */
  public boolean touchesBelow(Path folder) {
    Path real = real(folder);
    return changes.files().stream().anyMatch(file -> file.startsWith(real));
  }

  /** Picks the sources that are concerned. */
  public Predicate<SourceFile> among(List<FileFacts> facts) {
    EditionIndex index = EditionIndex.join(facts, "", new Diagnostics());
    Set<String> pointing = new HashSet<>();
    for (FileFacts file : facts) {
      if (file.letters().stream().anyMatch(letter -> points(letter, index))) {
        pointing.add(file.file().key());
      }
    }
    return file -> pointing.contains(file.key()) || isChanged(file.path());
  }

  private boolean points(LetterFacts letter, EditionIndex index) {
    for (Pointer pointer : letter.pointers()) {
      for (String value : EditionIndex.values(pointer.value())) {
        if (leadsToChange(letter.file(), value, index)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean leadsToChange(SourceFile from, String value, EditionIndex index) {
    int hash = value.indexOf('#');
    if (hash > 0 && isChanged(from.path(), value.substring(0, hash))) {
      return true;
    }
    Target target = index.resolve(from.key(), value);
    if (target instanceof Target.ToEntry to) {
      return isChanged(to.entry().file().path());
    }
    if (target instanceof Target.ToLetter to) {
      return isChanged(to.letter().facts().file().path());
    }
    String id = value.substring(Math.max(hash, value.indexOf(':')) + 1);
    return target instanceof Target.Nothing
        && (changes.oldIds().contains(id) || isChanged(from.path(), value));
  }

  private boolean isChanged(Path from, String path) {
    try {
      return isChanged(from.resolveSibling(path).normalize());
    } catch (InvalidPathException address) {
      return false;
    }
  }

  private boolean isChanged(Path file) {
    return changes.files().contains(real(file));
  }

  /** The path without links; a file that is gone stands where its folder stands. */
  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException gone) {
      Path folder = file.getParent();
      return folder == null ? file : real(folder).resolve(file.getFileName());
    }
  }
}
