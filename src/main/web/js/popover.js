/* A small frame beside the words that it explains (WCAG 1.4.13: dismissible, hoverable,
   persistent). There is one at a time; notes and cards fill it. */
(function () {
  "use strict";

  var root = document.documentElement;

  var frame = null;
  var owner = null;
  var pinned = false;
  var timer = 0;

  function hide() {
    window.clearTimeout(timer);
    if (frame) {
      frame.remove();
      owner.removeAttribute("aria-describedby");
    }
    frame = null;
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

  /* Below its owner where there is room, else above; under the last line of a name in two. */
  function place() {
    var lines = owner.getClientRects();
    var at = lines[lines.length - 1] || owner.getBoundingClientRect();
    var top = (lines[0] || at).top;
    var width = frame.offsetWidth;
    var height = frame.offsetHeight;
    var page = root.clientWidth;
    var left = Math.max(16, Math.min(at.left + at.width / 2 - width / 2, page - width - 16));
    var below = at.bottom + 8;
    var fitsBelow = below + height <= window.innerHeight || top - height - 8 < 0;
    // From the corner that the browser counts from.
    frame.style.left = "0";
    frame.style.top = "0";
    var origin = frame.getBoundingClientRect();
    frame.style.left = left - origin.left + "px";
    frame.style.top = (fitsBelow ? below : top - height - 8) - origin.top + "px";
  }

  /* Shows nodes of the page again, without their ids, which may stand there only once. */
  function show(element, nodes, language, kind) {
    stay();
    if (owner === element) {
      return;
    }
    hide();
    frame = document.createElement("div");
    frame.className = "lp-popover " + kind;
    frame.id = "lp-popover";
    frame.setAttribute("role", "tooltip");
    if (language) {
      frame.lang = language.lang;
      frame.dir = getComputedStyle(language).direction;
    }
    nodes.forEach(function (node) {
      var copy = node.cloneNode(true);
      copy.querySelectorAll("[id]").forEach(function (inner) {
        inner.removeAttribute("id");
      });
      while (copy.firstChild) {
        frame.appendChild(copy.firstChild);
      }
    });
    frame.addEventListener("mouseenter", stay);
    frame.addEventListener("mouseleave", hideSoon);
    (document.querySelector("main") || document.body).appendChild(frame);
    owner = element;
    owner.setAttribute("aria-describedby", frame.id);
    place();
  }

  letterpress.popover = {
    show: show,
    hide: hide,
    hideSoon: hideSoon,
    stay: stay,
    pin: function () {
      pinned = true;
    },
    isPinned: function () {
      return pinned;
    },
    isOf: function (element) {
      return Boolean(owner) && owner === element;
    },
    holds: function (element) {
      return Boolean(frame) && frame.contains(element);
    },
  };

  /* How the reader last pointed: a finger cannot hover. */
  letterpress.pointer = "mouse";
  document.addEventListener(
    "pointerdown",
    function (event) {
      letterpress.pointer = event.pointerType || "mouse";
    },
    true
  );

  document.addEventListener("focusin", function (event) {
    if (frame && !frame.contains(event.target) && event.target !== owner) {
      hide();
    }
  });

  document.addEventListener("click", function (event) {
    if (frame && !frame.contains(event.target) && !owner.contains(event.target)) {
      hide();
    }
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && frame && !event.defaultPrevented) {
      hide();
      event.preventDefault();
    }
  });

  window.addEventListener("resize", hide);
  window.addEventListener("hashchange", hide);
})();
