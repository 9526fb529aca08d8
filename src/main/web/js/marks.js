/* Words that a search has found: marked in the letter to which it led, ?mark=word&mark=other.
   Storage is not needed, and an address without marks shows the letter as it is. */
(function () {
  "use strict";

  var MOST_WORDS = 16;
  var MOST_MARKS = 2000;

  var letter = document.getElementById("lp-letter") || document.getElementById("lp-text");
  var words = new URLSearchParams(window.location.search)
    .getAll("mark")
    .map(function (word) {
      return word.normalize("NFC").replace(/\s+/g, " ").trim();
    })
    .filter(function (word, i, all) {
      return word !== "" && word.length <= 200 && all.indexOf(word) === i;
    })
    .slice(0, MOST_WORDS);
  if (!letter || words.length === 0) {
    return;
  }

  function escaped(word) {
    return word.replace(/[.*+?^${}()|[\]\\\/]/g, "\\$&").replace(/ /g, "\\s+");
  }

  /* Signs of scripts without spaces stand inside of what looks like a longer word. */
  var UNSPACED = /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3005-\u9FFF\uF900-\uFAFF]/;
  var LETTER = "[\\p{L}\\p{M}\\p{N}]";
  var pattern = new RegExp(
    words
      .sort(function (one, other) {
        return other.length - one.length;
      })
      .map(function (word) {
        return UNSPACED.test(word) ? escaped(word) : "(?<!" + LETTER + ")" + escaped(word) + "(?!" + LETTER + ")";
      })
      .join("|"),
    "gu"
  );

  /* What is marked may run through several elements: the text of a block is looked at as a whole. */
  var BLOCK = /^(P|DIV|LI|DD|DT|H1|H2|H3|H4|H5|H6|TD|TH|TR|TABLE|UL|OL|DL|SECTION|BLOCKQUOTE|FIGURE|HEADER|BR|HR)$/;

  function texts() {
    var walker = document.createTreeWalker(letter, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, {
      acceptNode: function (node) {
        if (node.nodeType === Node.TEXT_NODE) {
          return NodeFilter.FILTER_ACCEPT;
        }
        return node.matches("script, style, .lp-note-call, .lp-note-mark, .lp-sign")
          ? NodeFilter.FILTER_REJECT
          : NodeFilter.FILTER_ACCEPT;
      },
    });
    var runs = [];
    var run = [];
    var block = null;
    while (walker.nextNode()) {
      var node = walker.currentNode;
      if (node.nodeType === Node.TEXT_NODE) {
        var parent = node.parentElement.closest(
          "p, div, li, dd, dt, h1, h2, h3, h4, h5, h6, td, th, section, blockquote, figure, header"
        );
        if (parent !== block && run.length > 0) {
          runs.push(run);
          run = [];
        }
        block = parent;
        run.push(node);
      } else if (
        BLOCK.test(node.tagName) &&
        !node.classList.contains("lp-inside-word") &&
        run.length > 0
      ) {
        runs.push(run);
        run = [];
      }
    }
    if (run.length > 0) {
      runs.push(run);
    }
    return runs;
  }

  function wrap(node, from, to) {
    var range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    var mark = document.createElement("mark");
    mark.className = "lp-hit";
    range.surroundContents(mark);
  }

  var count = 0;
  texts().forEach(function (run) {
    var whole = "";
    var starts = run.map(function (node) {
      var start = whole.length;
      whole += node.data;
      return start;
    });
    var hits = [];
    for (var match of whole.matchAll(pattern)) {
      hits.push([match.index, match.index + match[0].length]);
    }
    // From the end, so that what stands before keeps its place.
    hits.reverse().forEach(function (hit) {
      if (count >= MOST_MARKS) {
        return;
      }
      count++;
      for (var i = run.length - 1; i >= 0; i--) {
        var from = Math.max(hit[0] - starts[i], 0);
        var to = Math.min(hit[1] - starts[i], run[i].length);
        if (from < to) {
          wrap(run[i], from, to);
        }
      }
    });
  });

  /* The place to which the address leads may be a long paragraph: the first hit in it is shown. */
  var target = letterpress.target(window.location.hash);
  var first = (target || letter).querySelector("mark.lp-hit");
  if (first) {
    document.documentElement.classList.add("lp-marked");
    var show = function () {
      first.scrollIntoView({ block: "center" });
    };
    show();
    window.addEventListener("load", show, { once: true });
  }
})();
