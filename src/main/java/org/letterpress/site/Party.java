package org.letterpress.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.letterpress.letter.EntryFacts;
import org.letterpress.letter.IndexedLetter;

/** A correspondent, or a place of writing, with the letters that lead to it. */
final class Party {
  final String key;
  final String name;
  final String sortName;

  /** The register's entry, or null. */
  final EntryFacts entry;

  /** Letters from this correspondent or place, in the order of time. */
  final List<IndexedLetter> sent = new ArrayList<>();

  /** Letters to this correspondent; empty for places. */
  final List<IndexedLetter> received = new ArrayList<>();

  /** Letters of both kinds, each once, in the order of time. */
  final List<IndexedLetter> letters = new ArrayList<>();

  /** How many letters this correspondent wrote to each other one. */
  final Map<Party, Integer> written = new HashMap<>();

  /** How many letters there are with each other correspondent. */
  final Map<Party, Integer> partners = new LinkedHashMap<>();

  /** Place in the alphabet, counted from 0. */
  int rank;

  /** Name of its page, set when all are known. */
  String page = "";

  Party(String key, String name, String sortName, EntryFacts entry) {
    this.key = key;
    this.name = name;
    this.sortName = sortName;
    this.entry = entry;
  }

  /** Notes a letter once, though a party may be named twice in it. */
  static void add(List<IndexedLetter> list, IndexedLetter letter) {
    if (list.isEmpty() || list.get(list.size() - 1) != letter) {
      list.add(letter);
    }
  }
}
