/* The passages of a letter in which a reader's words stand, cut to what fits below its heading. */
(function () {
  "use strict";

  var search = letterpress.search;
  var LETTERS_OF_A_FILE = 4;
  var AROUND = 90;
  var MOST_SNIPPETS = 3;
  var MOST_PIECES = 4;

  function file(letter) {
    var number = Math.floor(letter / LETTERS_OF_A_FILE);
    return "text/" + Math.floor(number / 1000) + "/" + number;
  }

  /* A letter with the passages of one of its pieces. */
  search.letter = async function (letter, piece) {
    var loaded = await search.load(file(letter));
    var row = loaded[letter % LETTERS_OF_A_FILE];
    var flat = row[3];
    if (piece > 0) {
      flat = await search.load(file(letter) + "-" + letter + "-" + piece);
    }
    var passages = [];
    var anchor = "";
    for (var i = 0; i < flat.length; i += 3) {
      anchor = flat[i] || anchor;
      passages.push({ anchor: anchor, part: flat[i + 1], text: flat[i + 2] });
    }
    return { number: letter, href: row[0], title: row[1], date: row[2], passages: passages };
  };

  function fits(slot, token) {
    return slot.forms.some(function (form) {
      return token.forms.some(function (has) {
        return slot.begins ? has.startsWith(form) : has === form;
      });
    });
  }

  /* Where in a text the terms stand: pairs of first and last token. */
  function hits(tokens, terms) {
    var found = [];
    terms.forEach(function (term, number) {
      if (term.excluded) {
        return;
      }
      var last = term.slots[term.slots.length - 1];
      tokens.forEach(function (token, i) {
        var stands = term.slots.every(function (slot) {
          var there = tokens[i + slot.offset];
          return there && fits(slot, there);
        });
        if (stands) {
          var end = i + last.offset;
          // A pair of signs ends with its second one.
          var pair = last.forms[0].length > tokens[end].forms[0].length && tokens[end].unspaced;
          found.push({ term: number, from: i, to: pair ? end + 1 : end });
        }
      });
    });
    return found.sort(function (one, other) {
      return one.from - other.from || other.to - one.to;
    });
  }

  /* A stretch of text around the hits from one on, as runs of which some are marked. */
  function snippet(text, tokens, found) {
    var first = tokens[found[0].from].start;
    var from = Math.max(0, first - AROUND);
    var to = Math.min(text.length, tokens[found[0].to].end + AROUND);
    if (from > 0) {
      var space = text.indexOf(" ", from);
      from = space >= 0 && space < first ? space + 1 : whole(text, from);
    }
    if (to < text.length) {
      var end = text.lastIndexOf(" ", to);
      to = end > tokens[found[0].to].end ? end : whole(text, to);
    }
    var runs = [];
    var at = from;
    if (from > 0) {
      runs.push({ text: "\u2026\u00A0", hit: false });
    }
    found.forEach(function (hit) {
      var start = Math.max(tokens[hit.from].start, at);
      var end = tokens[hit.to].end;
      if (end <= to && start < end) {
        runs.push({ text: text.slice(at, start), hit: false });
        runs.push({ text: text.slice(start, end), hit: true });
        at = end;
      }
    });
    runs.push({ text: text.slice(at, to), hit: false });
    if (to < text.length) {
      runs.push({ text: "\u00A0\u2026", hit: false });
    }
    return runs.filter(function (run) {
      return run.text !== "";
    });
  }

  /* A place in a text that does not part a sign of two units. */
  function whole(text, at) {
    var code = text.charCodeAt(at);
    return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
  }

  /* A beginning of the text, for letters that are found by facets alone. */
  function beginning(passages) {
    var passage =
      passages.find(function (one) {
        return one.part === 1 && one.text.length > 2 * AROUND;
      }) ||
      passages.find(function (one) {
        return one.part === 1;
      });
    if (!passage) {
      return [];
    }
    var text = passage.text;
    var end = text.length > 2 * AROUND ? whole(text, 2 * AROUND) : text.length;
    var runs = [{ text: text.slice(0, end), hit: false }];
    if (end < text.length) {
      runs.push({ text: "\u00A0\u2026", hit: false });
    }
    return [{ anchor: passage.anchor, part: passage.part, runs: runs, words: [] }];
  }

  /* What is shown of a letter: its heading, and snippets in the order of the text, the best chosen
     by how many of the terms they have. */
  search.shown = async function (number, pieces, terms) {
    var positive = terms.filter(function (term) {
      return !term.excluded;
    });
    var order = pieces && pieces.length > 0 ? pieces.slice(0, MOST_PIECES) : [0];
    var best = null;
    for (var piece of order) {
      var letter = await search.letter(number, piece);
      letter.snippets = snippets(letter.passages, positive);
      if (!best || letter.snippets.covered > best.snippets.covered) {
        best = letter;
      }
      if (best.snippets.covered === positive.length) {
        break;
      }
    }
    if (positive.length === 0) {
      best.snippets = beginning(best.passages);
    }
    return best;
  };

  function snippets(passages, terms) {
    var all = [];
    var covered = new Set();
    passages.forEach(function (passage, order) {
      var tokens = search.tokens(passage.text);
      var found = hits(tokens, terms);
      if (found.length > 0) {
        var here = new Set();
        found.forEach(function (hit) {
          here.add(hit.term);
          covered.add(hit.term);
        });
        all.push({
          anchor: passage.anchor,
          part: passage.part,
          order: order,
          terms: here.size,
          runs: snippet(passage.text, tokens, found),
          words: found.map(function (hit) {
            return passage.text.slice(tokens[hit.from].start, tokens[hit.to].end);
          }),
        });
      }
    });
    var chosen = all
      .slice()
      .sort(function (one, other) {
        // The heading is shown anyway.
        return (
          Number(one.part === 0) - Number(other.part === 0) ||
          other.terms - one.terms ||
          one.order - other.order
        );
      })
      .slice(0, MOST_SNIPPETS)
      .sort(function (one, other) {
        return one.order - other.order;
      });
    chosen.covered = covered.size;
    return chosen;
  }
})();
