package org.letterpress.letter;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A map, and beside it what has become of a few of its keys: a map of all letters need not be
 * copied because one of them has changed.
 *
 * <p>Safe to share between threads once it is no longer changed.
 */
final class Layered<K, V> {
  /** Copying this many keys costs less than a keystroke. */
  private static final int MOST_ABOVE = 2_000;

  private final Supplier<Map<K, V>> empty;
  private final Map<K, V> below;

  /** What has become of keys; null of those that are gone. */
  private final Map<K, V> above;

  private Layered(Supplier<Map<K, V>> empty, Map<K, V> below, Map<K, V> above) {
    this.empty = empty;
    this.below = below;
    this.above = above;
  }

  /** A map whose keys are the same when they are equal. */
  static <K, V> Layered<K, V> byEquality() {
    return new Layered<>(HashMap::new, Map.of(), new HashMap<>());
  }

  /** A map whose keys are the same when they are one object. */
  static <K, V> Layered<K, V> byIdentity() {
    return new Layered<>(IdentityHashMap::new, Map.of(), new IdentityHashMap<>());
  }

  /** A map of the same, which may be changed while this one stays as it is from now on. */
  Layered<K, V> copy() {
    Map<K, V> changes = empty.get();
    if (below.isEmpty()) {
      return new Layered<>(empty, above, changes);
    }
    changes.putAll(above);
    if (above.size() <= MOST_ABOVE) {
      return new Layered<>(empty, below, changes);
    }
    Map<K, V> all = empty.get();
    all.putAll(below);
    above.forEach(
        (key, value) -> {
          if (value == null) {
            all.remove(key);
          } else {
            all.put(key, value);
          }
        });
    return new Layered<>(empty, all, empty.get());
  }

  /** The value of a key, or null. */
  V get(Object key) {
    V value = above.get(key);
    return value != null || below.isEmpty() || above.containsKey(key) ? value : below.get(key);
  }

  /** The value of a key, or another where it has none. */
  V getOrDefault(Object key, V none) {
    V value = get(key);
    return value == null ? none : value;
  }

  /** The value of a key, which is given one if it has none. */
  V computeIfAbsent(K key, Supplier<V> first) {
    V value = get(key);
    if (value == null) {
      value = first.get();
      above.put(key, value);
    }
    return value;
  }

  void put(K key, V value) {
    above.put(key, value);
  }

  void putIfAbsent(K key, V value) {
    if (get(key) == null) {
      above.put(key, value);
    }
  }

  /** Puts a value in the place of another one, if that stands there. */
  void replace(K key, V old, V value) {
    if (get(key) == old) {
      above.put(key, value);
    }
  }

  void remove(K key) {
    above.put(key, null);
  }

  /** A plain map of the layer that was filled first; for a map that was never copied. */
  void forEach(java.util.function.BiConsumer<K, V> action) {
    if (!below.isEmpty()) {
      throw new IllegalStateException("a map of two layers is not walked through");
    }
    above.forEach(action);
  }
}
