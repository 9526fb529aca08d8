/* Results and facets as elements. Everything that comes from a letter is put in as text. */
(function () {
  "use strict";

  var search = letterpress.search;
  var MOST_MARKS = 8;
  var LONGEST_MARK = 200;

  /* An element with attributes and children: texts or elements. */
  function element(name, attributes, children) {
    var made = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) {
      if (attributes[key] !== null) {
        made.setAttribute(key, attributes[key]);
      }
    });
    (children || []).forEach(function (child) {
      made.append(child);
    });
    return made;
  }

  search.element = element;

  var NOTE = 2;
  var RECORD = 3;
  var DIPLOMATIC = 4;

  /* The address of a page at one of its places, in the view that has the words; it marks them. */
  function address(letter, part, anchor, words) {
    var marks = words.filter(function (word, i) {
      return word.length <= LONGEST_MARK && words.indexOf(word) === i;
    });
    var query = marks
      .slice(0, MOST_MARKS)
      .map(function (word) {
        return "mark=" + encodeURIComponent(word);
      })
      .join("&");
    var href = part === DIPLOMATIC ? letter.href.replace(/^letters\//, "diplomatic/") : letter.href;
    return letterpress.page(href) + (query ? "?" + query : "") + (anchor ? "#" + encodeURIComponent(anchor) : "");
  }

  function isLetter(page) {
    return /^letters\//.test(page.href);
  }

  var PARTS = {};
  PARTS[NOTE] = "note";
  PARTS[RECORD] = "about-this-letter";
  PARTS[DIPLOMATIC] = "diplomatic-text";

  function snippet(letter, one, word) {
    var runs = one.runs.map(function (run) {
      return run.hit ? element("mark", {}, [run.text]) : run.text;
    });
    var link = element("a", { href: address(letter, one.part, one.anchor, one.words), dir: "auto" }, runs);
    // What a register says of a person is not about a letter.
    var isSaid = PARTS[one.part] && isLetter(letter);
    var part = element("span", { class: "lp-snippet-part" }, [isSaid ? word(PARTS[one.part]) : ""]);
    var children = isSaid ? [part, " ", link] : [link];
    return element("li", { class: "lp-snippet" }, children);
  }

  /* A letter in the list of results. */
  search.result = function (letter, word) {
    var first = letter.snippets[0];
    var words = [];
    letter.snippets.forEach(function (one) {
      words = words.concat(one.words);
    });
    var heading = letter.snippets.find(function (one) {
      return one.part === 0;
    });
    var shown = letter.snippets.filter(function (one) {
      return one.part !== 0;
    });
    var title = element("a", { href: address(letter, first && first.part, words.length ? first.anchor : "", words) }, [
      letter.title || letter.href,
    ]);
    var children = [
      element("h2", { class: "lp-result-title", dir: "auto" }, [title]),
      element("p", { class: "lp-result-date" }, [
        isLetter(letter) ? letter.date || word("undated") : word(letter.date),
      ]),
    ];
    if (heading && shown.length === 0) {
      shown = [heading];
    }
    if (shown.length > 0) {
      children.push(
        element(
          "ul",
          { class: "lp-snippets" },
          shown.map(function (one) {
            return snippet(letter, one, word);
          })
        )
      );
    }
    return element("li", { class: "lp-result" }, children);
  };

  /* A facet: its values as links, those that are chosen marked. "address" gives the address of the
     page with a value chosen or given up. */
  search.facet = function (facet, found, chosen, address, word, onMore) {
    var title = element("h2", { id: "lp-facet-" + facet, class: "lp-facet-title" }, [
      word("facet-" + facet),
    ]);
    var numbers = new Intl.NumberFormat(document.documentElement.lang);
    var list = element(
      "ul",
      { class: "lp-facet-values", "aria-labelledby": "lp-facet-" + facet },
      found.values.map(function (value) {
        var isChosen = chosen.indexOf(value.key) >= 0;
        return element("li", {}, [
          element(
            "a",
            {
              href: address(facet, value.key),
              class: "lp-facet-value",
              "aria-current": isChosen ? "true" : null,
            },
            [
              element("span", { class: "lp-facet-name", dir: "auto" }, [value.name]),
              " ",
              element("span", { class: "lp-facet-count" }, [numbers.format(value.count)]),
            ]
          ),
        ]);
      })
    );
    var children = [title, list];
    if (found.total > found.values.length) {
      var more = element("button", { type: "button", class: "lp-facet-more" }, [
        word("facet-more", numbers.format(found.total - found.values.length)),
      ]);
      more.addEventListener("click", onMore);
      children.push(more);
    }
    return element("div", { class: "lp-facet lp-facet-of-" + facet }, children);
  };
})();
