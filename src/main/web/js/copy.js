/* Copying: citations with their buttons, and the address of a paragraph, note or page with the link
   that leads to it. */
(function () {
  "use strict";

  function say(key) {
    var status = document.getElementById("lp-status");
    if (status) {
      letterpress.say(status.getAttribute("data-lp-" + key) || "");
    }
  }

  /* For browsers that give pages from disk no clipboard. */
  function copyBySelection(text) {
    var area = document.createElement("textarea");
    var focused = document.activeElement;
    area.value = text;
    area.className = "lp-aside";
    document.body.appendChild(area);
    area.select();
    var copied = false;
    try {
      copied = document.execCommand("copy");
    } catch (refused) {
      copied = false;
    }
    area.remove();
    if (focused && focused.focus) {
      focused.focus({ preventScroll: true });
    }
    return copied;
  }

  function copy(text, key) {
    function bySelection() {
      if (copyBySelection(text)) {
        say(key);
      }
    }
    if (navigator.clipboard && navigator.clipboard.writeText) {
      navigator.clipboard.writeText(text).then(function () {
        say(key);
      }, bySelection);
    } else {
      bySelection();
    }
  }

  /* Where the edition is published, if the page knows, else where the reader has it. */
  function address(hash) {
    var canonical = document.querySelector("link[rel=canonical]");
    return (canonical ? canonical.href : window.location.href).replace(/#.*$/, "") + hash;
  }

  document.querySelectorAll(".lp-copy").forEach(function (button) {
    var source = document.getElementById(button.getAttribute("data-lp-copies"));
    if (source) {
      button.hidden = false;
      button.addEventListener("click", function () {
        copy(source.textContent, "copied");
      });
    }
  });

  document.addEventListener("click", function (event) {
    var link = event.target.closest ? event.target.closest("a.lp-anchor") : null;
    if (link && !letterpress.hasModifier(event)) {
      copy(address(link.hash), "link-copied");
    }
  });
})();
