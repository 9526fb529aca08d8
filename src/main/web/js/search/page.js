/* The search page: its state stands in the address, and nowhere else. */
(function () {
  "use strict";

  var search = letterpress.search;
  var STEP = 20;
  /* Letters that are shown before the answer is complete. */
  var FIRST = 2;
  var VALUES = 8;
  var MOST_SHOWN = 1000;

  var place = document.getElementById("lp-search");
  if (!place) {
    return;
  }
  var form = place.querySelector("form");
  var field = form.elements.q;
  var status = document.getElementById("lp-search-status");
  var results = document.getElementById("lp-search-results");
  var facets = document.getElementById("lp-search-facets");
  var more = {};
  /* Each question has a number, so that a late answer to an earlier one is thrown away. */
  var question = 0;

  search.setFolder(letterpress.asset("assets/search/"));

  /* Our words stand in the page, in its language. */
  function word(key, value) {
    var text = place.getAttribute("data-word-" + key) || key;
    return value === undefined ? text : text.replace("{1}", value);
  }

  function counted(kind, count) {
    var rule = new Intl.PluralRules(document.documentElement.lang).select(count);
    var shown = new Intl.NumberFormat(document.documentElement.lang).format(count);
    var key = kind + "-" + rule;
    return word(word(key) === key ? kind : key, shown);
  }

  /* How many were found: letters, or results when there are other pages among them. */
  async function told(found) {
    var index = await search.open();
    var letters = found.every(function (page) {
      return page < index.letters;
    });
    return counted(letters ? "letter-count" : "result-count", found.length);
  }

  // ---- the state -------------------------------------------------------------------------------

  function state() {
    var parameters = new URLSearchParams(window.location.search);
    var chosen = {};
    search.facets.forEach(function (facet) {
      chosen[facet] = parameters.getAll(facet).filter(function (key, i, all) {
        return key !== "" && all.indexOf(key) === i;
      });
    });
    var shown = parseInt(parameters.get("n"), 10);
    return {
      q: parameters.get("q") || "",
      sort: parameters.get("sort") === "date" ? "date" : "relevance",
      shown: shown > 0 ? Math.min(shown, MOST_SHOWN) : STEP,
      chosen: chosen,
    };
  }

  function address(of) {
    var parameters = new URLSearchParams();
    if (of.q !== "") {
      parameters.set("q", of.q);
    }
    search.facets.forEach(function (facet) {
      of.chosen[facet].forEach(function (key) {
        parameters.append(facet, key);
      });
    });
    if (of.sort !== "relevance") {
      parameters.set("sort", of.sort);
    }
    if (of.shown !== STEP) {
      parameters.set("n", of.shown);
    }
    var query = parameters.toString();
    return window.location.pathname + (query ? "?" + query : "");
  }

  function changed(changes) {
    return Object.assign({}, state(), { shown: STEP }, changes);
  }

  function withValue(facet, key) {
    var chosen = Object.assign({}, state().chosen);
    chosen[facet] =
      chosen[facet].indexOf(key) >= 0
        ? chosen[facet].filter(function (other) {
            return other !== key;
          })
        : chosen[facet].concat(key);
    return address(changed({ chosen: chosen }));
  }

  function go(to) {
    try {
      window.history.pushState(null, "", to);
    } catch (refused) {
      // Some browsers allow this for no page that comes from disk.
      window.location.assign(to);
      return;
    }
    more = {};
    answer();
  }

  // ---- the answer ------------------------------------------------------------------------------

  function say(text, isProblem) {
    status.textContent = text;
    status.classList.toggle("lp-search-problem", Boolean(isProblem));
  }

  async function answer() {
    var mine = ++question;
    function isOld() {
      return mine !== question;
    }
    var now = state();
    field.value = now.q;
    document.title = document.title.replace(/^.*?( · |$)/, function (all, rest) {
      return (now.q ? now.q.slice(0, 60) + " – " : "") + word("search") + rest;
    });
    try {
      await answered(now, isOld);
    } catch (problem) {
      if (!isOld()) {
        failed(problem);
      }
    }
    if (!isOld()) {
      place.removeAttribute("aria-busy");
    }
  }

  function failed(problem) {
    if (problem.name === "MissingShard") {
      say(word("search-missing", problem.message), true);
    } else {
      say(word("search-failed", String(problem.message)), true);
    }
  }

  function isNarrowed(now) {
    return search.facets.some(function (facet) {
      return now.chosen[facet].length > 0;
    });
  }

  async function answered(now, isOld) {
    var parsed = search.parse(now.q);
    var positive = parsed.terms.some(function (term) {
      return !term.excluded;
    });
    if (now.q.trim() !== "" && parsed.terms.length === 0) {
      results.replaceChildren();
      say(word("search-no-words"));
      await showFacets(now, null, null, isOld);
      return;
    }
    if (parsed.terms.length === 0 && !isNarrowed(now)) {
      results.replaceChildren();
      var index = await search.open();
      say(index.letters === 0 ? word("search-no-letters") : "");
      await showFacets(now, null, null, isOld);
      return;
    }
    place.setAttribute("aria-busy", "true");
    say(word("searching"));
    var filters = {};
    for (var facet of search.facets) {
      var keys = now.chosen[facet];
      if (keys.length > 0) {
        if (search.isWidening(facet)) {
          filters[facet] = [await search.withValues(facet, keys)];
        } else {
          filters[facet] = await Promise.all(
            keys.map(function (key) {
              return search.withValues(facet, [key]);
            })
          );
        }
      }
    }
    function passes(letter, but) {
      return Object.keys(filters).every(function (facet) {
        return (
          facet === but ||
          filters[facet].every(function (letters) {
            return letters.has(letter);
          })
        );
      });
    }
    var byDate = now.sort === "date" || !positive;
    var list = null;
    await search.match(parsed.terms, async function (matches, isLast) {
      if (isOld()) {
        return false;
      }
      var letters = Array.from(matches.keys()).filter(function (letter) {
        return passes(letter, "");
      });
      letters.sort(function (one, other) {
        return (byDate ? 0 : matches.get(other).score - matches.get(one).score) || one - other;
      });
      // What is there first is shown at once, all of it when it is complete.
      if (!isLast && (list !== null || letters.length === 0)) {
        return true;
      }
      list = letters;
      await showResults(now, letters, matches, parsed, isLast, isOld);
      if (isLast && !isOld()) {
        await showFacets(
          now,
          letters,
          function (facet) {
            return search.isWidening(facet) && now.chosen[facet].length > 0
              ? Array.from(matches.keys()).filter(function (letter) {
                  return passes(letter, facet);
                })
              : letters;
          },
          isOld
        );
      }
      return !isOld();
    });
  }

  // ---- results ---------------------------------------------------------------------------------

  async function showResults(now, letters, matches, parsed, isLast, isOld) {
    var shown = letters.slice(0, isLast ? now.shown : Math.min(now.shown, FIRST));
    var found = await Promise.all(
      shown.map(function (letter) {
        return search.shown(letter, matches.get(letter).pieces, parsed.terms);
      })
    );
    if (isOld()) {
      return;
    }
    if (isLast) {
      var cut = parsed.cut ? " " + word("search-cut") : "";
      say((letters.length === 0 ? word("search-nothing") : await told(letters)) + cut);
    }
    if (letters.length === 0) {
      results.replaceChildren();
      return;
    }
    var list = search.element(
      "ol",
      { class: "lp-results" },
      found.map(function (letter) {
        return search.result(letter, word);
      })
    );
    var children = [list];
    if (isLast) {
      children.unshift(sorting(now, parsed));
      if (letters.length > shown.length && now.shown < MOST_SHOWN) {
        children.push(moreButton(now, list));
      }
    }
    results.replaceChildren.apply(results, children);
  }

  function sorting(now, parsed) {
    var links = ["relevance", "date"].map(function (kind) {
      return search.element("li", {}, [
        search.element(
          "a",
          {
            href: address(changed({ sort: kind })),
            "aria-current": now.sort === kind ? "true" : null,
          },
          [word("sort-" + kind)]
        ),
      ]);
    });
    // On a narrow screen the facets come after the last letter.
    links.push(
      search.element("li", { class: "lp-search-to-facets" }, [
        search.element("a", { href: "#lp-search-facets" }, [word("search-narrow")]),
      ])
    );
    return search.element("ul", { class: "lp-search-sorting", "aria-label": word("sort") }, links);
  }

  function moreButton(now, list) {
    var button = search.element("button", { type: "button", class: "lp-search-more" }, [
      word("search-more"),
    ]);
    button.addEventListener("click", async function () {
      var next = Object.assign({}, state(), { shown: now.shown + STEP });
      try {
        window.history.replaceState(null, "", address(next));
      } catch (refused) {
        window.location.assign(address(next));
        return;
      }
      var at = list.children.length;
      await answer();
      var first = results.querySelectorAll(".lp-result")[at];
      if (first) {
        first.querySelector("a").focus();
      }
    });
    return button;
  }

  // ---- facets ----------------------------------------------------------------------------------

  async function showFacets(now, letters, lettersOf, isOld) {
    var blocks = [];
    for (var facet of search.facets) {
      var of = lettersOf ? lettersOf(facet) : null;
      var most = facet === "year" ? Infinity : more[facet] || VALUES;
      var found = await search.values(facet, of, most, now.chosen[facet].slice());
      // That all are letters needs not be said.
      if (found.values.length > (facet === "kind" && now.chosen[facet].length === 0 ? 1 : 0)) {
        if (facet === "kind") {
          found.values.forEach(function (value) {
            value.name = word("kind-" + value.key);
          });
        }
        blocks.push(
          search.facet(facet, found, now.chosen[facet], withValue, word, widen(now, facet, lettersOf))
        );
      }
    }
    if (isOld()) {
      return;
    }
    var focused = document.activeElement;
    var kept = facets.contains(focused) ? focused.getAttribute("href") : null;
    facets.replaceChildren.apply(facets, blocks);
    facets.hidden = blocks.length === 0;
    if (kept !== null) {
      refocus(focused, kept);
    }
  }

  /* After a choice the focus stays with the value that was chosen. */
  function refocus(before, href) {
    var name = before.querySelector(".lp-facet-name");
    var same = Array.from(facets.querySelectorAll("a")).find(function (link) {
      var other = link.querySelector(".lp-facet-name");
      return name && other && other.textContent === name.textContent;
    });
    if (same) {
      same.focus();
    }
  }

  function widen(now, facet, lettersOf) {
    return function () {
      more[facet] = (more[facet] || VALUES) + 40;
      var mine = question;
      showFacets(now, null, lettersOf, function () {
        return mine !== question;
      }).then(function () {
        var last = facets.querySelector(".lp-facet-of-" + facet + " li:nth-child(" + (VALUES + 1) + ") a");
        if (last) {
          last.focus();
        }
      }, failed);
    };
  }

  // ---- events ----------------------------------------------------------------------------------

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    go(address(changed({ q: field.value.trim() })));
  });

  place.addEventListener("click", function (event) {
    var link = event.target.closest("a");
    if (
      !link ||
      event.button !== 0 ||
      letterpress.hasModifier(event) ||
      !(facets.contains(link) || link.closest(".lp-search-sorting")) ||
      link.closest(".lp-search-to-facets")
    ) {
      return;
    }
    event.preventDefault();
    go(link.getAttribute("href"));
  });

  window.addEventListener("popstate", function () {
    answer();
  });

  answer();
})();
