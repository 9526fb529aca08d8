/* Parallel versions of a text: side by side, paragraphs that belong together begin on one line; where
   they stand one below the other, the reader chooses what to see. */
(function () {
  "use strict";

  var ROWS = ["lp-opener", "lp-p", "lp-ab", "lp-lg", "lp-head", "lp-closer", "lp-postscript"];
  var kept = letterpress.kept("letterpress.version");

  var frame = document.querySelector(".lp-versions");
  if (!frame) {
    return;
  }
  var versions = Array.from(frame.children).filter(function (part) {
    return part.classList.contains("lp-version");
  });
  var bar = frame.querySelector(".lp-version-switch");
  var buttons = bar ? Array.from(bar.querySelectorAll("button")) : [];

  /* ---- Which are shown ---- */

  function show(name) {
    var known = versions.some(function (version) {
      return version.classList.contains("lp-version-" + name);
    });
    versions.forEach(function (version) {
      version.classList.toggle(
        "lp-version-off",
        known && !version.classList.contains("lp-version-" + name)
      );
    });
    buttons.forEach(function (button) {
      var of = button.getAttribute("data-lp-version");
      button.setAttribute("aria-pressed", String(known ? of === name : of === ""));
    });
  }

  /* What a link leads to is shown, whatever was chosen. */
  function showTarget() {
    var target = letterpress.target(window.location.hash);
    if (target && target.closest(".lp-version-off")) {
      show("");
      target.scrollIntoView();
    }
  }

  if (bar) {
    bar.hidden = false;
    buttons.forEach(function (button) {
      button.addEventListener("click", function () {
        var name = button.getAttribute("data-lp-version");
        show(name);
        if (!kept.set(name)) {
          letterpress.say(letterpress.word("reader-not-kept"));
        }
      });
    });
    show(String(kept.get("")));
    showTarget();
    window.addEventListener("hashchange", showTarget);
  }

  /* ---- Rows ---- */

  function outermost(version, kind) {
    return Array.from(version.querySelectorAll("." + kind)).filter(function (part) {
      return ROWS.every(function (other) {
        return !part.parentElement.closest("." + other);
      });
    });
  }

  /* Of each kind of block as many as the other version has: the first belongs to the first. */
  function pairs() {
    var found = [];
    ROWS.forEach(function (kind) {
      var left = outermost(versions[0], kind);
      var right = outermost(versions[1], kind);
      if (left.length === right.length) {
        left.forEach(function (part, at) {
          found.push({ parts: [part, right[at]] });
        });
      }
    });
    return found;
  }

  function align() {
    var rows = pairs();
    rows.forEach(function (row) {
      row.parts.forEach(function (part) {
        part.style.paddingBlockStart = "";
      });
    });
    var first = versions[0].getBoundingClientRect();
    if (Math.abs(first.top - versions[1].getBoundingClientRect().top) > 1) {
      return;
    }
    // Measured before anything is moved, from the top down.
    rows.forEach(function (row) {
      row.tops = row.parts.map(function (part) {
        return part.getBoundingClientRect().top;
      });
      row.paddings = row.parts.map(function (part) {
        return parseFloat(getComputedStyle(part).paddingBlockStart) || 0;
      });
    });
    rows.sort(function (one, other) {
      return one.tops[0] - other.tops[0];
    });
    var moved = [0, 0];
    var last = -Infinity;
    rows.forEach(function (row) {
      // A pair that stands in another order in the translation is left where it is.
      if (row.tops[1] < last) {
        return;
      }
      last = row.tops[1];
      var lower = row.tops[0] + moved[0] - (row.tops[1] + moved[1]);
      var upper = lower > 0 ? 1 : 0;
      if (Math.abs(lower) > 1) {
        row.parts[upper].style.paddingBlockStart = row.paddings[upper] + Math.abs(lower) + "px";
        moved[upper] += Math.abs(lower);
      }
    });
  }

  if (versions.length === 2 && frame.classList.contains("lp-versions-aligned")) {
    var pending = 0;
    var alignSoon = function () {
      window.cancelAnimationFrame(pending);
      pending = window.requestAnimationFrame(align);
    };
    align();
    window.addEventListener("resize", alignSoon);
    window.addEventListener("load", alignSoon);
    if (document.fonts && document.fonts.ready) {
      document.fonts.ready.then(alignSoon);
    }
  }
})();
