/* By what results can be narrowed: correspondents, years, places, persons, languages, and
   whether it is a letter, another text or an entry of a register. */
(function () {
  "use strict";

  var search = letterpress.search;
  var LETTERS_OF_A_FILE = 512;
  var NAMES_OF_A_FILE = 128;

  search.facets = ["correspondent", "year", "place", "person", "language", "kind"];

  /* Of these a letter has one as a rule: a second choice widens. Of the others it may have
     several: a second choice narrows. */
  var WIDENING = ["year", "place", "language", "kind"];

  search.isWidening = function (facet) {
    return WIDENING.indexOf(facet) >= 0;
  };

  var rows = new Map();

  /* The numbers of the values of each letter of a file, facet by facet. */
  async function file(number) {
    var known = rows.get(number);
    if (!known) {
      var reader = new search.Reader(search.bytes(await search.load("facets/" + number)));
      known = [];
      while (!reader.isDone()) {
        known.push(
          search.facets.map(function () {
            var values = [];
            var count = reader.number();
            var value = 0;
            for (var i = 0; i < count; i++) {
              value += reader.number();
              values.push(value);
            }
            return values;
          })
        );
      }
      rows.set(number, known);
    }
    return known;
  }

  /* How often each value of a facet occurs in some letters: numbers of values with their counts. */
  async function counts(facet, letters) {
    var at = search.facets.indexOf(facet);
    var found = new Map();
    var files = new Map();
    letters.forEach(function (letter) {
      var number = Math.floor(letter / LETTERS_OF_A_FILE);
      if (!files.has(number)) {
        files.set(number, []);
      }
      files.get(number).push(letter % LETTERS_OF_A_FILE);
    });
    await Promise.all(
      Array.from(files.keys()).map(async function (number) {
        var all = await file(number);
        files.get(number).forEach(function (row) {
          all[row][at].forEach(function (value) {
            found.set(value, (found.get(value) || 0) + 1);
          });
        });
      })
    );
    return found;
  }

  async function named(facet, value) {
    var names = await search.load("names/" + facet + "/" + Math.floor(value / NAMES_OF_A_FILE));
    var row = names[value % NAMES_OF_A_FILE];
    return { key: row[0], name: row[1], count: row[2] };
  }

  function displayed(facet, value) {
    if (facet === "language") {
      try {
        var names = new Intl.DisplayNames([document.documentElement.lang], { type: "language" });
        value.name = names.of(value.key) || value.key;
      } catch (unknown) {
        value.name = value.key;
      }
    }
    return value;
  }

  /* The values of a facet in some letters, or in all when they are null; the most frequent ones,
     and those that are chosen, whatever their count. Years stand in their order. */
  search.values = async function (facet, letters, most, chosen) {
    var index = await search.open();
    var total = index.facets[facet];
    var values = [];
    if (letters === null) {
      for (var number = 0; number < Math.min(most, total); number++) {
        values.push(displayed(facet, Object.assign({}, await named(facet, number))));
      }
    } else {
      var found = await counts(facet, letters);
      total = found.size;
      var order = Array.from(found.keys()).sort(function (one, other) {
        return found.get(other) - found.get(one) || one - other;
      });
      var kept = 0;
      for (var at of order) {
        // Names are loaded for what is shown; a chosen value is among the most frequent as a rule.
        if (kept >= most && chosen.length === 0) {
          break;
        }
        var value = await named(facet, at);
        var isChosen = chosen.indexOf(value.key) >= 0;
        if (isChosen) {
          chosen = chosen.filter(function (key) {
            return key !== value.key;
          });
        }
        if (kept < most || isChosen) {
          values.push(displayed(facet, { key: value.key, name: value.name, count: found.get(at) }));
          kept++;
        }
      }
    }
    // What is chosen can be given up, even when nothing is found with it.
    chosen.forEach(function (key) {
      if (
        !values.some(function (value) {
          return value.key === key;
        })
      ) {
        values.push(displayed(facet, { key: key, name: key, count: 0 }));
      }
    });
    if (facet === "year") {
      values.sort(function (one, other) {
        return Number(one.key) - Number(other.key);
      });
    }
    return { values: values, total: Math.max(total, values.length) };
  };
})();
