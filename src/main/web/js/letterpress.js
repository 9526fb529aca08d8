/* letterpress: comforts for the reader. Every page can be read and used without this script.
   A plain script, so that it also runs when a page is opened from disk. */
(function () {
  "use strict";

  var root = document.documentElement;
  root.classList.remove("lp-no-script");

  /* ----- Left and right: the previous and the next letter ----- */

  function isEditable(element) {
    return Boolean(
      element &&
        element.closest &&
        element.closest("input, textarea, select, [contenteditable], [role=textbox], audio, video")
    );
  }

  function hasModifier(event) {
    return event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
  }

  /* A frame that scrolls sideways keeps the arrow keys for itself. */
  function isScrollable(element) {
    var frame = element && element.closest && element.closest(".lp-table-frame, pre");
    return Boolean(frame && frame.scrollWidth > frame.clientWidth);
  }

  document.addEventListener("keydown", function (event) {
    if (event.defaultPrevented || hasModifier(event)) {
      return;
    }
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") {
      return;
    }
    if (isEditable(event.target) || isScrollable(event.target)) {
      return;
    }
    var forward = event.key === (root.dir === "rtl" ? "ArrowLeft" : "ArrowRight");
    var link = document.querySelector(forward ? "link[rel=next]" : "link[rel=prev]");
    if (link) {
      event.preventDefault();
      window.location.href = link.href;
    }
  });

  /* ----- Notes beside their call (WCAG 1.4.13: dismissible, hoverable, persistent) ----- */

  var popover = null;
  var owner = null;
  var pinned = false;
  var timer = 0;

  function noteOf(call) {
    var id = decodeURIComponent((call.getAttribute("href") || "").slice(1));
    return id ? document.getElementById(id) : null;
  }

  function isInMargin(note) {
    return (
      root.classList.contains("lp-margin-notes") && getComputedStyle(note).position === "absolute"
    );
  }

  function hide() {
    window.clearTimeout(timer);
    if (popover) {
      popover.remove();
      owner.removeAttribute("aria-describedby");
    }
    popover = null;
    owner = null;
    pinned = false;
  }

  function hideSoon() {
    window.clearTimeout(timer);
    if (!pinned) {
      timer = window.setTimeout(hide, 250);
    }
  }

  function stay() {
    window.clearTimeout(timer);
  }

  function place(call) {
    var at = call.getBoundingClientRect();
    var width = popover.offsetWidth;
    var height = popover.offsetHeight;
    var page = root.clientWidth;
    var left = Math.max(16, Math.min(at.left + at.width / 2 - width / 2, page - width - 16));
    var below = at.bottom + 8;
    var fitsBelow = below + height <= window.innerHeight || at.top - height - 8 < 0;
    popover.style.left = left + window.scrollX + "px";
    popover.style.top = (fitsBelow ? below : at.top - height - 8) + window.scrollY + "px";
  }

  function show(call) {
    stay();
    if (owner === call) {
      return;
    }
    var note = noteOf(call);
    var text = note && note.querySelector(".lp-note-text");
    if (!text || isInMargin(note) || (popover && popover.contains(call))) {
      return;
    }
    hide();
    popover = document.createElement("div");
    popover.className = "lp-popover";
    popover.id = "lp-popover";
    popover.setAttribute("role", "tooltip");
    var language = note.closest("[lang]");
    if (language) {
      popover.lang = language.lang;
    }
    var copy = text.cloneNode(true);
    copy.querySelectorAll("[id]").forEach(function (element) {
      element.removeAttribute("id");
    });
    while (copy.firstChild) {
      popover.appendChild(copy.firstChild);
    }
    popover.addEventListener("mouseenter", stay);
    popover.addEventListener("mouseleave", hideSoon);
    document.body.appendChild(popover);
    owner = call;
    call.setAttribute("aria-describedby", popover.id);
    place(call);
  }

  function callAt(target) {
    return target && target.closest ? target.closest(".lp-note-call > a") : null;
  }

  document.addEventListener("mouseover", function (event) {
    var call = callAt(event.target);
    if (call) {
      show(call);
    }
  });

  document.addEventListener("mouseout", function (event) {
    if (callAt(event.target)) {
      hideSoon();
    }
  });

  document.addEventListener("focusin", function (event) {
    var call = callAt(event.target);
    if (call && call.matches(":focus-visible")) {
      show(call);
    } else if (popover && !popover.contains(event.target) && event.target !== owner) {
      hide();
    }
  });

  document.addEventListener("focusout", function (event) {
    if (callAt(event.target)) {
      hideSoon();
    }
  });

  /* The first click or tap opens the note and keeps it open, a second one goes to the list. The
     keyboard always goes to the list: it has seen the note on focus. */
  document.addEventListener("click", function (event) {
    var call = callAt(event.target);
    if (!call) {
      if (popover && !popover.contains(event.target)) {
        hide();
      }
      return;
    }
    if (event.detail === 0 || hasModifier(event) || (owner === call && pinned)) {
      hide();
      return;
    }
    show(call);
    if (owner === call) {
      pinned = true;
      event.preventDefault();
    }
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && popover && !event.defaultPrevented) {
      hide();
      event.preventDefault();
    }
  });

  window.addEventListener("resize", hide);

  /* ----- On a wide page, the commentary beside its lines ----- */

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
