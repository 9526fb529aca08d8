/* The dictionary, and the lists to which it leads. */
(function () {
  "use strict";

  var search = letterpress.search;
  /* The sizes that org.letterpress.site.search writes. */
  var FILE = 6 * 1024;
  var BLOCK = 1024;
  var PLACES_BLOCK = 128;

  var index = null;
  var firsts = [];
  var shards = new Map();

  /* Loads what stands above the dictionary. */
  search.open = async function () {
    if (!index) {
      var loaded = await search.load("index");
      search.setVersion(loaded.digest);
      firsts = loaded.words === "" ? [] : loaded.words.split("\n");
      index = loaded;
    }
    return index;
  };

  /* Part of a long row of bytes that is cut into files. */
  async function row(name, from, length) {
    var first = Math.floor(from / FILE);
    var last = Math.floor((from + length - 1) / FILE);
    var loading = [];
    for (var file = first; file <= last; file++) {
      loading.push(part(name + "/" + file));
    }
    var parts = await Promise.all(loading);
    if (parts.length === 1) {
      return parts[0].subarray(from - first * FILE, from - first * FILE + length);
    }
    var bytes = new Uint8Array(length);
    parts.forEach(function (part, i) {
      var begins = (first + i) * FILE;
      var slice = part.subarray(Math.max(0, from - begins), from + length - begins);
      bytes.set(slice, Math.max(0, begins - from));
    });
    return bytes;
  }

  var parts = new Map();

  async function part(name) {
    var known = parts.get(name);
    if (!known) {
      known = search.bytes(await search.load(name));
      parts.set(name, known);
    }
    return known;
  }

  /* The number of the file in which a word stands if it stands anywhere. */
  function shardOf(word) {
    var low = 0;
    var high = firsts.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (firsts[middle] <= word) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  async function shard(number) {
    var known = shards.get(number);
    if (!known) {
      var loaded = await search.load("words/" + number);
      known = entries(loaded[0], new search.Reader(search.bytes(loaded[1])));
      shards.set(number, known);
    }
    return known;
  }

  function entries(text, numbers) {
    var listAt = numbers.number();
    var placesAt = numbers.number();
    var before = "";
    return text
      .slice(0, -1)
      .split("\n")
      .map(function (line) {
        var word = before.slice(0, line.charCodeAt(0) - 48) + line.slice(1);
        before = word;
        var entry = { word: word, letters: numbers.number(), listAt: listAt, placesAt: placesAt };
        entry.listSize = numbers.number();
        entry.listTable = entry.letters > BLOCK ? numbers.number() : 0;
        entry.placesSize = numbers.number();
        entry.placesTable = entry.letters > PLACES_BLOCK ? numbers.number() : 0;
        listAt += entry.listSize;
        placesAt += entry.placesSize;
        return entry;
      });
  }

  /* The entry of a word, or null. */
  search.entry = async function (word) {
    var number = shardOf(word);
    if (number < 0) {
      return null;
    }
    var all = await shard(number);
    return (
      all.find(function (entry) {
        return entry.word === word;
      }) || null
    );
  };

  /* The entries of all words that begin so; with a limit only those of so many files, and "more"
     says that there are others. */
  search.entriesFrom = async function (prefix, limit) {
    var found = [];
    var first = Math.max(0, shardOf(prefix));
    for (var number = first; number < firsts.length; number++) {
      if (number > first && !firsts[number].startsWith(prefix) && firsts[number] > prefix) {
        break;
      }
      if (number - first >= limit) {
        return { entries: found, more: true };
      }
      (await shard(number)).forEach(function (entry) {
        if (entry.word.startsWith(prefix)) {
          found.push(entry);
        }
      });
    }
    return { entries: found, more: false };
  };

  /* The blocks of a list that hold letters between two, each with the letter it counts from. */
  async function blocks(name, at, size, table, from, to) {
    if (table === 0) {
      return [new search.Reader(await row(name, at, size))];
    }
    var reader = new search.Reader(await row(name, at, table));
    var all = [];
    var first = 0;
    var start = at + table;
    while (!reader.isDone()) {
      first += reader.number();
      var length = reader.number();
      all.push({ first: first, at: start, size: length });
      start += length;
    }
    var wanted = all.filter(function (block, i) {
      return block.first < to && (i + 1 === all.length || all[i + 1].first > from);
    });
    return Promise.all(
      wanted.map(async function (block) {
        var part = new search.Reader(await row(name, block.at, block.size));
        part.first = block.first;
        return part;
      })
    );
  }

  /* Calls back for each letter from one to before another in which a word occurs: with the letter,
     how much the word says of it, and the pieces where it stands (null when it is all one). */
  search.eachLetter = async function (entry, from, to, visit) {
    var readers = await blocks("lists", entry.listAt, entry.listSize, entry.listTable, from, to);
    readers.forEach(function (reader) {
      var letter = reader.first || 0;
      while (!reader.isDone()) {
        var step = reader.number();
        letter += Math.floor(step / 2);
        var impact = reader.byte();
        var pieces = step % 2 ? rising(reader) : null;
        if (letter >= from && letter < to) {
          visit(letter, impact, pieces);
        }
      }
    });
  };

  function rising(reader) {
    var numbers = [];
    var count = reader.number();
    var number = 0;
    for (var i = 0; i < count; i++) {
      number += reader.number();
      numbers.push(number);
    }
    return numbers;
  }

  /* The places of a word in letters between two, by letter. */
  search.places = async function (entry, from, to) {
    var places = new Map();
    if (entry.placesSize > 0) {
      var readers = await blocks(
        "places",
        entry.placesAt,
        entry.placesSize,
        entry.placesTable,
        from,
        to
      );
      readers.forEach(function (reader) {
        var letter = reader.first || 0;
        while (!reader.isDone()) {
          letter += reader.number();
          var at = rising(reader);
          if (letter >= from && letter < to) {
            places.set(letter, at);
          }
        }
      });
    }
    return places;
  };
})();
