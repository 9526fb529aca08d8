package org.letterpress.build;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.letterpress.letter.FileFacts;
import org.letterpress.letter.Sharing;
import org.letterpress.validate.edition.ObservedFile;

/**
 * Has what is the same in many files stand in memory once: the same person is pointed at from
 * thousands of places. Thread-safe.
 */
final class SharedTexts {
  private final Map<Object, Object> known = new ConcurrentHashMap<>();

  /** The same, made of what is shared. */
  Learned of(FileFacts facts, ObservedFile observed) {
    Sharing sharing = new OfFile();
    return new Learned(facts.sharing(sharing), observed.sharing(sharing));
  }

  private final class OfFile implements Sharing {
    private final Map<Object, Object> here = new HashMap<>();

    @Override
    public <T> T everywhere(T value) {
      return one(known, value);
    }

    @Override
    public <T> T here(T value) {
      return one(here, value);
    }

    @SuppressWarnings("unchecked") // what equals a text, a list or a record is one
    private static <T> T one(Map<Object, Object> known, T value) {
      Object first = value == null ? null : known.putIfAbsent(value, value);
      return first == null ? value : (T) first;
    }
  }
}
