/* The dictionary, and the lists to which it leads. */
(function () {
  "use strict";

  var search = letterpress.search;
  /* The sizes that org.letterpress.site.search writes. */
  var BLOCK = 1024;
  var PLACES_BLOCK = 128;

  var index = null;
  var firsts = [];
  var names = [];
  var shards = new Map();

  /* Loads what stands above the dictionary. */
  search.open = async function () {
    if (!index) {
      var loaded = await search.load("index");
      search.setVersion(loaded.digest);
      firsts = loaded.words === "" ? [] : loaded.words.split("\n");
      names = loaded.names.split(" ");
      index = loaded;
    }
    return index;
  };

  /* Part of a row of bytes that is cut into files, of which "ends" says where each ends in it. */
  async function part(row, from, length) {
    var loading = [];
    row.ends.forEach(function (end, file) {
      var begins = file === 0 ? 0 : row.ends[file - 1];
      if (begins < from + length && end > from) {
        loading.push(
          bytes(row.name + "/" + file).then(function (loaded) {
            return { begins: begins, bytes: loaded };
          })
        );
      }
    });
    var parts = await Promise.all(loading);
    if (parts.length === 1) {
      return parts[0].bytes.subarray(from - parts[0].begins, from - parts[0].begins + length);
    }
    var all = new Uint8Array(length);
    parts.forEach(function (part) {
      var slice = part.bytes.subarray(
        Math.max(0, from - part.begins),
        from + length - part.begins
      );
      all.set(slice, Math.max(0, part.begins - from));
    });
    return all;
  }

  var files = new Map();

  async function bytes(name) {
    var known = files.get(name);
    if (!known) {
      known = search.bytes(await search.load(name));
      files.set(name, known);
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
      var name = names[number];
      var loaded = await search.load("words/" + name);
      known = entries(name, loaded[0], new search.Reader(search.bytes(loaded[1])));
      shards.set(number, known);
    }
    return known;
  }

  /* The rows in which the lists of a file of the dictionary stand. */
  function row(name, numbers) {
    var ends = [];
    var end = 0;
    for (var left = numbers.number(); left > 0; left--) {
      end += numbers.number();
      ends.push(end);
    }
    return { name: name, ends: ends };
  }

  function entries(name, text, numbers) {
    var lists = row("lists/" + name, numbers);
    var places = row("places/" + name, numbers);
    var listAt = 0;
    var placesAt = 0;
    var before = "";
    return text
      .slice(0, -1)
      .split("\n")
      .map(function (line) {
        var word = before.slice(0, line.charCodeAt(0) - 48) + line.slice(1);
        before = word;
        var letters = numbers.number();
        var list = { row: lists, at: listAt, size: numbers.number() };
        list.table = letters > BLOCK ? numbers.number() : 0;
        var where = { row: places, at: placesAt, size: numbers.number() };
        where.table = letters > PLACES_BLOCK ? numbers.number() : 0;
        listAt += list.size;
        placesAt += where.size;
        return { word: word, letters: letters, list: list, places: where };
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
  async function blocks(list, from, to) {
    if (list.table === 0) {
      return [new search.Reader(await part(list.row, list.at, list.size))];
    }
    var reader = new search.Reader(await part(list.row, list.at, list.table));
    var all = [];
    var first = 0;
    var start = list.at + list.table;
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
        var one = new search.Reader(await part(list.row, block.at, block.size));
        one.first = block.first;
        return one;
      })
    );
  }

  /* Calls back for each letter from one to before another in which a word occurs: with the letter,
     how much the word says of it, and the pieces where it stands (null when it is all one). */
  search.eachLetter = async function (entry, from, to, visit) {
    var readers = await blocks(entry.list, from, to);
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
    if (entry.places.size > 0) {
      var readers = await blocks(entry.places, from, to);
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
