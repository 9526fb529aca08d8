/* Notes beside their call, on hover, focus and tap. */
(function () {
  "use strict";

  var root = document.documentElement;
  var popover = letterpress.popover;

  function noteOf(call) {
    return letterpress.target(call.hash);
  }

  function isInMargin(note) {
    return (
      root.classList.contains("lp-margin-notes") && getComputedStyle(note).position === "absolute"
    );
  }

  /* A call inside the frame keeps to its link: what it calls stands there already, further down. */
  function show(call) {
    var note = noteOf(call);
    var text = note && note.querySelector(".lp-note-text");
    if (text && !isInMargin(note) && !popover.holds(call)) {
      popover.show(call, [text], note.closest("[lang]"), "lp-popover-note");
    }
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
      popover.hideSoon();
    }
  });

  document.addEventListener("focusin", function (event) {
    var call = callAt(event.target);
    if (call && call.matches(":focus-visible")) {
      show(call);
    }
  });

  document.addEventListener("focusout", function (event) {
    if (callAt(event.target)) {
      popover.hideSoon();
    }
  });

  /* The first click or tap opens the note and keeps it open, a second one goes to the list. The
     keyboard always goes to the list: it has seen the note on focus. */
  document.addEventListener("click", function (event) {
    var call = callAt(event.target);
    if (!call) {
      return;
    }
    if (
      event.detail === 0 ||
      letterpress.hasModifier(event) ||
      (popover.isOf(call) && popover.isPinned())
    ) {
      popover.hide();
      return;
    }
    show(call);
    if (popover.isOf(call)) {
      popover.pin();
      event.preventDefault();
    }
  });
})();
