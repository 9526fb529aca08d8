/* On a wide page, the commentary beside its lines. */
(function () {
  "use strict";

  var root = document.documentElement;

  /* What the notes leave free at the edge of the page: the reader's tools may stand there. */
  function edge(page, left) {
    var tools = document.querySelector(".lp-tools");
    var rail = tools ? tools.getBoundingClientRect() : page;
    var isRail = rail.width > 0 && rail.width < page.width / 2;
    var atLeft = rail.left + rail.right < page.left + page.right;
    return isRail && atLeft === left
      ? 12 + (left ? rail.right - page.left : page.right - rail.left)
      : 24;
  }

  /* Everything is measured before anything is moved: a page may have thousands of notes. */
  function setMargin() {
    var letter = document.querySelector(".lp-letter");
    var notes = Array.from(
      document.querySelectorAll(".lp-letter .lp-notes-commentary > .lp-note-list > .lp-note")
    );
    // Two versions side by side leave no margin.
    if (!letter || notes.length === 0 || letter.querySelector(".lp-versions-aligned")) {
      return;
    }
    letter.style.minHeight = "";
    var box = letter.getBoundingClientRect();
    var size = parseFloat(getComputedStyle(document.body).fontSize);
    var rtl = getComputedStyle(letter).direction === "rtl";
    // The facsimile may take a part of the window.
    var page = document.body.getBoundingClientRect();
    var room = (rtl ? box.left - page.left : page.right - box.right) - 51 - edge(page, rtl);
    var wide = room >= 11 * size;
    root.classList.toggle("lp-margin-notes", wide);
    if (!wide) {
      return;
    }
    root.style.setProperty("--lp-margin-width", Math.min(room, 15 * size) + "px");
    box = letter.getBoundingClientRect();
    var calls = notes.map(function (note) {
      var call = document.getElementById(note.id + "-call");
      return call ? call.getBoundingClientRect().top - box.top - size * 0.1 : -1;
    });
    var heights = notes.map(function (note) {
      return note.offsetHeight;
    });
    var free = 0;
    var drift = 0;
    var tops = heights.map(function (height, at) {
      var top = Math.max(calls[at], free);
      drift = Math.max(drift, top - calls[at]);
      free = top + height + size * 0.7;
      return top;
    });
    // Notes that have more words than the text would stand beside other lines than their own.
    if (drift > window.innerHeight) {
      root.classList.remove("lp-margin-notes");
      return;
    }
    notes.forEach(function (note, at) {
      note.style.top = tops[at] + "px";
    });
    if (free > box.height) {
      letter.style.minHeight = free + "px";
    }
  }

  var pending = 0;
  function setMarginSoon() {
    window.cancelAnimationFrame(pending);
    pending = window.requestAnimationFrame(setMargin);
  }

  setMargin();
  window.addEventListener("resize", setMarginSoon);
  window.addEventListener("load", setMarginSoon);
  if (document.fonts && document.fonts.ready) {
    document.fonts.ready.then(setMarginSoon);
  }
})();
