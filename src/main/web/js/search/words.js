/* Words, cut and folded as org.letterpress.site.search.Tokens and Folding do when the index is
   made; a test compares both. */
(function () {
  "use strict";

  var search = letterpress.search;
  var LONGEST = 64;

  var WORD = /[\p{L}\p{M}\p{N}\u00AD\u200C\u200D\u2060\uFEFF]+/gu;
  var UNSPACED = new RegExp(
    "[\\u3005-\\u3007\\u3021-\\u3029\\u3031-\\u3035\\u3038-\\u312F\\u31A0-\\u31FF\\u3400-\\u4DBF" +
      "\\u4E00-\\u9FFF\\uF900-\\uFAFF\\uFF66-\\uFF9F\\u{1B000}-\\u{1B2FF}\\u{20000}-\\u{3FFFF}" +
      "\\u0E00-\\u0EFF\\u1000-\\u109F\\u1780-\\u17FF]",
    "u"
  );
  /* Words of the scripts that come first in Unicode need not be looked at sign by sign. */
  var SPACED = /^[\u0000-\u0DFF]+$/;
  var ATTACHED = /[\p{M}\u00AD\u200C\u200D\u2060\uFEFF]/u;
  var PART = /[\p{L}\p{M}\p{N}]/u;
  var DIGIT = /\p{Nd}/u;
  var MARK = new RegExp(
    "[\\u0300-\\u036F\\u0483-\\u0489\\u0591-\\u05C7\\u0610-\\u061A\\u064B-\\u065F\\u0670" +
      "\\u06D6-\\u06ED\\u0711\\u0730-\\u074A\\u1AB0-\\u1AFF\\u1DC0-\\u1DFF\\u20D0-\\u20FF" +
      "\\uFE20-\\uFE2F]"
  );

  /* What stands for a letter; two where the second is written with a vowel after it. */
  var LETTERS = new Map(
    Object.entries({
      v: ["u"],
      j: ["i"],
      ß: ["ss"],
      æ: ["ae"],
      œ: ["oe"],
      ø: ["o", "oe"],
      þ: ["th"],
      ð: ["d"],
      đ: ["d"],
      ħ: ["h"],
      ı: ["i"],
      ȷ: ["i"],
      ł: ["l"],
      ŧ: ["t"],
      ƒ: ["f"],
      ꝛ: ["r"],
      ꝑ: ["p"],
      ꝓ: ["p"],
      ꝗ: ["q"],
      ς: ["σ"],
      ѣ: ["е"],
      і: ["и"],
      ѳ: ["ф"],
      ѵ: ["и"],
      ך: ["כ"],
      ם: ["מ"],
      ן: ["נ"],
      ף: ["פ"],
      ץ: ["צ"],
      ى: ["ي"],
      ی: ["ي"],
      ة: ["ه"],
      ھ: ["ه"],
      ک: ["ك"],
      ٱ: ["ا"],
      "\u0640": [""],
    })
  );

  function digit(sign) {
    var code = sign.codePointAt(0);
    var begins = DIGIT.test(String.fromCodePoint(code & ~15));
    return String((code & 15) - (begins ? 0 : 6));
  }

  function vowelAfter(letter, signs, start) {
    if (letter !== "a" && letter !== "o" && letter !== "u") {
      return "";
    }
    for (var at = start; at < signs.length && MARK.test(signs[at]); at++) {
      if (signs[at] === "\u0308" || signs[at] === "\u0364") {
        return "e";
      }
      if (signs[at] === "\u030A" && letter === "a") {
        return "a";
      }
    }
    return "";
  }

  function composed(word) {
    var whole = (word.length > 1 && word.endsWith("ъ") ? word.slice(0, -1) : word).normalize("NFC");
    if (whole.length <= LONGEST) {
      return whole;
    }
    var last = whole.charCodeAt(LONGEST - 1);
    return whole.slice(0, last >= 0xd800 && last <= 0xdbff ? LONGEST - 1 : LONGEST);
  }

  /* The forms of a word: none, one, or two when it has an umlaut. */
  search.forms = function (word) {
    if (/^[a-ik-uw-z0-9]{1,64}$/.test(word)) {
      return [word];
    }
    var signs = Array.from(word.normalize("NFKD").toLowerCase());
    var plain = "";
    var expanded = "";
    signs.forEach(function (sign, at) {
      if (MARK.test(sign) || !PART.test(sign)) {
        return;
      }
      var known = LETTERS.get(sign);
      if (known) {
        plain += known[0];
        expanded += known[known.length - 1];
      } else {
        var written = DIGIT.test(sign) ? digit(sign) : sign;
        plain += written;
        expanded += written + vowelAfter(sign, signs, at + 1);
      }
    });
    var forms = [composed(plain), composed(expanded)];
    if (forms[0] === "") {
      return [];
    }
    return forms[0] === forms[1] ? [forms[0]] : forms;
  };

  var known = new Map();

  function remembered(word) {
    var forms = known.get(word);
    if (!forms) {
      forms = search.forms(word);
      if (known.size > 50000) {
        known.clear();
      }
      known.set(word, forms);
    }
    return forms;
  }

  function addWord(tokens, word, start) {
    var forms = remembered(word);
    if (forms.length > 0) {
      tokens.push({ start: start, end: start + word.length, forms: forms, unspaced: false });
    }
  }

  /* Cuts a run into signs, each with the marks that belong to it. */
  function addSigns(tokens, run, start) {
    var first = tokens.length;
    var units = [];
    Array.from(run).forEach(function (sign) {
      if (units.length > 0 && ATTACHED.test(sign)) {
        units[units.length - 1] += sign;
      } else {
        units.push(sign);
      }
    });
    var at = start;
    units.forEach(function (unit) {
      var forms = remembered(unit);
      if (forms.length > 0) {
        tokens.push({ start: at, end: at + unit.length, forms: [forms[0]], unspaced: true });
      }
      at += unit.length;
    });
    for (var i = first; i + 1 < tokens.length; i++) {
      tokens[i].forms = [tokens[i].forms[0], tokens[i].forms[0] + tokens[i + 1].forms[0]];
    }
  }

  /* The words of a text: where each begins and ends, and its forms. */
  search.tokens = function (text) {
    var tokens = [];
    for (var match of text.matchAll(WORD)) {
      if (SPACED.test(match[0])) {
        addWord(tokens, match[0], match.index);
        continue;
      }
      var run = "";
      var start = match.index;
      var unspaced = null;
      var at = match.index;
      var finish = function () {
        if (run === "") {
          return;
        }
        if (unspaced) {
          addSigns(tokens, run, start);
        } else {
          addWord(tokens, run, start);
        }
      };
      for (var sign of match[0]) {
        var kind = UNSPACED.test(sign);
        if (unspaced !== null && kind !== unspaced && !ATTACHED.test(sign)) {
          finish();
          run = "";
          start = at;
          unspaced = kind;
        } else if (unspaced === null) {
          unspaced = kind;
        }
        run += sign;
        at += sign.length;
      }
      finish();
    }
    return tokens;
  };
})();
