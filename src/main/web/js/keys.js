/* Left and right: the previous and the next letter. The space bar scrolls by itself. */
(function () {
  "use strict";

  var root = document.documentElement;

  document.addEventListener("keydown", function (event) {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") {
      return;
    }
    if (letterpress.isTaken(event)) {
      return;
    }
    var forward = event.key === (root.dir === "rtl" ? "ArrowLeft" : "ArrowRight");
    var link = document.querySelector(forward ? "link[rel=next]" : "link[rel=prev]");
    if (link) {
      event.preventDefault();
      letterpress.goOn(link.href);
    }
  });
})();
