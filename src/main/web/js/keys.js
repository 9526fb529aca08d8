/* Left and right: the previous and the next letter. */
(function () {
  "use strict";

  var root = document.documentElement;

  function isEditable(element) {
    return Boolean(
      element &&
        element.closest &&
        element.closest("input, textarea, select, [contenteditable], [role=textbox], audio, video")
    );
  }

  /* A frame that scrolls sideways keeps the arrow keys for itself. */
  function isScrollable(element) {
    var frame = element && element.closest && element.closest(".lp-table-frame, pre");
    return Boolean(frame && frame.scrollWidth > frame.clientWidth);
  }

  document.addEventListener("keydown", function (event) {
    if (event.defaultPrevented || letterpress.hasModifier(event)) {
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
})();
