/* On a wide page, the commentary beside its lines. */
(function () {
  "use strict";

  var root = document.documentElement;

  function setMargin() {
    var letter = document.querySelector(".lp-letter");
    var notes = document.querySelectorAll(
      ".lp-letter .lp-notes-commentary > .lp-note-list > .lp-note"
    );
    // Two versions side by side leave no margin.
    if (!letter || notes.length === 0 || letter.querySelector(".lp-versions-aligned")) {
      return;
    }
    notes.forEach(function (note) {
      note.style.top = "";
    });
    letter.style.minHeight = "";
    var box = letter.getBoundingClientRect();
    var size = parseFloat(getComputedStyle(document.body).fontSize);
    var rtl = getComputedStyle(letter).direction === "rtl";
    var room = (rtl ? box.left : root.clientWidth - box.right) - 51 - 24;
    var wide = room >= 11 * size;
    root.classList.toggle("lp-margin-notes", wide);
    if (!wide) {
      return;
    }
    root.style.setProperty("--lp-margin-width", Math.min(room, 15 * size) + "px");
    box = letter.getBoundingClientRect();
    var free = 0;
    notes.forEach(function (note) {
      var call = document.getElementById(note.id + "-call");
      var line = call ? call.getBoundingClientRect().top - box.top - size * 0.1 : free;
      var top = Math.max(line, free);
      note.style.top = top + "px";
      free = top + note.offsetHeight + size * 0.7;
    });
    if (free > letter.offsetHeight) {
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
