/* In which letters the terms of a query stand. */
(function () {
  "use strict";

  var search = letterpress.search;
  /* Letters that are looked at before anything is shown; then more at a time. */
  var FIRST_WINDOW = 1024;
  var MOST_IN_WINDOW = 16 * 1024;
  /* Letters of which places are loaded at a time. */
  var BATCH = 128;
  /* For a first answer to a prefix: files of the dictionary, and bytes of lists. */
  var FIRST_SHARDS = 1;
  var FIRST_BYTES = 24 * 1024;

  /* The entries of a slot. With "first" only some of a prefix that has many. */
  async function entries(slot, first) {
    var found = [];
    var more = false;
    for (var form of slot.forms) {
      if (slot.begins) {
        var all = await search.entriesFrom(form, first ? FIRST_SHARDS : Infinity);
        found = found.concat(all.entries);
        more = more || all.more;
      } else {
        var entry = await search.entry(form);
        if (entry) {
          found.push(entry);
        }
      }
    }
    if (first && slot.begins) {
      var bytes = 0;
      var some = found.filter(function (entry) {
        bytes += entry.list.size;
        return bytes <= FIRST_BYTES;
      });
      more = more || some.length < found.length;
      found = some;
    }
    return { entries: found, more: more };
  }

  function rarity(entries, letters) {
    var most = entries.reduce(function (sum, entry) {
      return Math.max(sum, entry.letters);
    }, 0);
    return Math.log(1 + (letters - most + 0.5) / (most + 0.5));
  }

  /* The letters of a window in which one of the entries occurs. */
  async function union(entries, from, to, weight) {
    var found = new Map();
    await Promise.all(
      entries.map(function (entry) {
        return search.eachLetter(entry, from, to, function (letter, impact, pieces) {
          var known = found.get(letter);
          if (!known) {
            found.set(letter, { score: impact * weight, pieces: pieces });
          } else {
            known.score = Math.max(known.score, impact * weight);
            known.pieces = known.pieces && pieces ? known.pieces.concat(pieces) : null;
          }
        });
      })
    );
    return found;
  }

  function intersect(one, other) {
    var both = new Map();
    one.forEach(function (match, letter) {
      var second = other.get(letter);
      if (second) {
        both.set(letter, {
          score: match.score + second.score,
          pieces: shared(match.pieces, second.pieces),
        });
      }
    });
    return both;
  }

  /* Pieces that two words have in common; where they have none, those of the first. */
  function shared(one, other) {
    if (!one || !other) {
      return one || other;
    }
    var both = one.filter(function (piece) {
      return other.indexOf(piece) >= 0;
    });
    return both.length > 0 ? both : one;
  }

  /* Which of some letters have the slots' words one after the other. */
  async function following(slots, letters) {
    var from = letters[0];
    var to = letters[letters.length - 1] + 1;
    var rows = await Promise.all(
      slots.map(async function (slot) {
        return Promise.all(
          slot.entries.map(function (entry) {
            return search.places(entry, from, to);
          })
        );
      })
    );
    return new Set(
      letters.filter(function (letter) {
        var starts = null;
        for (var i = 0; i < slots.length; i++) {
          var here = new Set();
          rows[i].forEach(function (places) {
            (places.get(letter) || []).forEach(function (place) {
              var start = place - slots[i].offset;
              if (starts === null || starts.has(start)) {
                here.add(start);
              }
            });
          });
          if (here.size === 0) {
            return false;
          }
          starts = here;
        }
        return true;
      })
    );
  }

  async function prepared(term, first) {
    var more = false;
    var slots = [];
    for (var slot of term.slots) {
      var found = await entries(slot, first && !term.excluded);
      more = more || found.more;
      slots.push({ offset: slot.offset, entries: found.entries });
    }
    slots.sort(function (one, other) {
      return size(one) - size(other);
    });
    return { excluded: term.excluded, slots: slots, more: more };
  }

  function size(slot) {
    return slot.entries.reduce(function (sum, entry) {
      return sum + entry.letters;
    }, 0);
  }

  /* The letters of a window in which all words of a term stand, in whatever order. */
  async function together(term, from, to, count) {
    var found = null;
    for (var slot of term.slots) {
      var here = await union(slot.entries, from, to, rarity(slot.entries, count));
      found = found ? intersect(found, here) : here;
      if (found.size === 0) {
        break;
      }
    }
    return found;
  }

  /* Letters in which all terms stand and no excluded one. Calls "found" with a map of letters each
     time when there are more of them, and at last with true beside it; what it answers with false
     ends the search. */
  search.match = async function (terms, found) {
    var index = await search.open();
    var more = await round(terms, index.pages, true, found);
    if (more) {
      await round(terms, index.pages, false, found);
    }
  };

  async function round(terms, count, first, found) {
    var all = [];
    for (var term of terms) {
      all.push(await prepared(term, first));
    }
    var cut = all.some(function (term) {
      return term.more;
    });
    var positive = all.filter(function (term) {
      return !term.excluded;
    });
    positive.sort(function (one, other) {
      return size(one.slots[0]) - size(other.slots[0]);
    });
    var excluded = all.filter(function (term) {
      return term.excluded;
    });
    var matches = new Map();
    var going = true;
    async function tell(last) {
      going = going && (await found(matches, last)) !== false;
    }
    var width = FIRST_WINDOW;
    for (var from = 0, to = 0; from < count && going; from = to) {
      to = Math.min(from + width, count);
      width = Math.min(width * 4, MOST_IN_WINDOW);
      await inWindow(positive, excluded, from, to, count, matches, function () {
        return tell(false);
      });
    }
    if (going && !cut) {
      await tell(true);
    }
    return going && cut;
  }

  async function inWindow(positive, excluded, from, to, count, matches, tell) {
    var here = null;
    for (var term of positive) {
      var next = await together(term, from, to, count);
      here = here ? intersect(here, next) : next;
      if (here.size === 0) {
        return;
      }
    }
    if (!here) {
      here = new Map();
      for (var letter = from; letter < to; letter++) {
        here.set(letter, { score: 0, pieces: null });
      }
    }
    var phrases = [];
    for (var without of excluded) {
      var there = await together(without, from, to, count);
      if (without.slots.length > 1) {
        phrases.push({ slots: without.slots, within: there, excluded: true });
      } else {
        there.forEach(function (match, letter) {
          here.delete(letter);
        });
      }
    }
    positive.forEach(function (term) {
      if (term.slots.length > 1) {
        phrases.push({ slots: term.slots, within: here, excluded: false });
      }
    });
    var letters = Array.from(here.keys()).sort(function (one, other) {
      return one - other;
    });
    if (phrases.length === 0) {
      here.forEach(function (match, letter) {
        matches.set(letter, match);
      });
      await tell();
      return;
    }
    for (var at = 0; at < letters.length; at += BATCH) {
      var batch = letters.slice(at, at + BATCH);
      for (var one of phrases) {
        var candidates = batch.filter(function (letter) {
          return one.within.has(letter);
        });
        var right =
          candidates.length === 0 ? new Set() : await following(one.slots, candidates);
        batch = batch.filter(function (letter) {
          return one.excluded ? !right.has(letter) : right.has(letter);
        });
      }
      batch.forEach(function (letter) {
        matches.set(letter, here.get(letter));
      });
      if (batch.length > 0) {
        await tell();
      }
    }
  }

  /* The letters that have one of some values of a facet. */
  search.withValues = async function (facet, keys) {
    var index = await search.open();
    var letters = new Set();
    for (var key of keys) {
      var entry = await search.entry("=" + facet + ":" + key);
      if (entry) {
        await search.eachLetter(entry, 0, index.pages, function (letter) {
          letters.add(letter);
        });
      }
    }
    return letters;
  };
})();
