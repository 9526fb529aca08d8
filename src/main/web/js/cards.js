/* A card on the person, place or thing that a name of the letter leads to: when the pointer rests
   on the name, on focus, and on the first tap; a click or the second tap follows the link. */
(function () {
  "use strict";

  var PATIENCE = 300;

  var popover = letterpress.popover;
  var store = document.getElementById("lp-cards");
  if (!store || !store.content) {
    return;
  }
  var cards = {};
  store.content.querySelectorAll("[data-lp-of]").forEach(function (card) {
    cards[card.getAttribute("data-lp-of")] = card;
  });
  var timer = 0;

  function linkAt(target) {
    var link = target && target.closest ? target.closest(".lp-letter a[href]") : null;
    return link && cards[link.getAttribute("href")] ? link : null;
  }

  function show(link) {
    window.clearTimeout(timer);
    if (!popover.holds(link)) {
      popover.show(
        link,
        [cards[link.getAttribute("href")]],
        document.documentElement,
        "lp-popover-card"
      );
    }
  }

  document.addEventListener("mouseover", function (event) {
    var link = linkAt(event.target);
    if (!link || letterpress.pointer === "touch") {
      return;
    }
    window.clearTimeout(timer);
    if (popover.isOf(link)) {
      popover.stay();
      return;
    }
    timer = window.setTimeout(function () {
      show(link);
    }, PATIENCE);
  });

  document.addEventListener("mouseout", function (event) {
    var link = linkAt(event.target);
    if (link) {
      window.clearTimeout(timer);
      if (popover.isOf(link)) {
        popover.hideSoon();
      }
    }
  });

  document.addEventListener("focusin", function (event) {
    var link = linkAt(event.target);
    if (link && link.matches(":focus-visible")) {
      show(link);
    }
  });

  document.addEventListener("focusout", function (event) {
    var link = linkAt(event.target);
    if (link && popover.isOf(link)) {
      popover.hideSoon();
    }
  });

  document.addEventListener("click", function (event) {
    var link = linkAt(event.target);
    if (!link || popover.holds(link)) {
      return;
    }
    window.clearTimeout(timer);
    if (letterpress.pointer === "touch" && event.detail !== 0 && !popover.isOf(link)) {
      show(link);
      popover.pin();
      event.preventDefault();
    }
  });
})();
