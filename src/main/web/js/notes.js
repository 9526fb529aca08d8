/* Notes beside their call (WCAG 1.4.13: dismissible, hoverable, persistent). */
(function () {
  "use strict";

  var root = document.documentElement;

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
    if (event.detail === 0 || letterpress.hasModifier(event) || (owner === call && pinned)) {
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
})();
