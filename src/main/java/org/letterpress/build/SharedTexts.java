package org.letterpress.build;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.letterpress.letter.FileFacts;
import org.letterpress.letter.Pointer;
import org.letterpress.validate.edition.ObservedFile;

/**
 * Has what is the same in many files stand in memory once: the same person is pointed at from
 * thousands of places. Thread-safe.
 */
final class SharedTexts {
  private final Map<String, String> texts = new ConcurrentHashMap<>();

  /**
   * The same, made of shared texts; what the facts and the rules know of a pointer is one object.
   */
  Learned of(FileFacts facts, ObservedFile observed) {
    Map<Pointer, Pointer> pointers = new HashMap<>();
    return new Learned(
        facts.sharing(this::one, pointer -> one(pointers, pointer)),
        observed.sharing(pointer -> one(pointers, pointer)));
  }

  private String one(String text) {
    String known = texts.putIfAbsent(text, text);
    return known == null ? text : known;
  }

  private Pointer one(Map<Pointer, Pointer> known, Pointer pointer) {
    return known.computeIfAbsent(pointer, first -> first.sharing(this::one));
  }
}
