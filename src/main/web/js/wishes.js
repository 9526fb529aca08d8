/* The reader's wishes, kept on the device. By itself this script mostly arrives before the style sheet,
   so that the page is drawn as wished; nothing waits for it, so it stands among the others as well. */
window.letterpress = window.letterpress || {};
(function () {
  "use strict";

  if (letterpress.showWishes) {
    return;
  }

  var KEY = "letterpress.wishes";
  var FACTORS = { size: [0.7, 2.5], leading: [0.8, 2], measure: [0.5, 2] };
  var CHOICES = { face: ["second", "sans"], theme: ["light", "sepia", "dark"] };

  /* Only what is a wish of ours gets onto the page, whatever the storage holds. */
  function checked(wishes) {
    var sound = {};
    Object.keys(FACTORS).forEach(function (name) {
      var factor = Number(wishes[name]);
      if (factor >= FACTORS[name][0] && factor <= FACTORS[name][1] && factor !== 1) {
        sound[name] = factor;
      }
    });
    Object.keys(CHOICES).forEach(function (name) {
      if (CHOICES[name].indexOf(wishes[name]) >= 0) {
        sound[name] = wishes[name];
      }
    });
    return sound;
  }

  letterpress.showWishes = function (wishes) {
    var root = document.documentElement;
    var sound = checked(wishes);
    Object.keys(FACTORS).forEach(function (name) {
      if (sound[name]) {
        root.style.setProperty("--lp-reader-" + name, String(sound[name]));
      } else {
        root.style.removeProperty("--lp-reader-" + name);
      }
    });
    Object.keys(CHOICES).forEach(function (name) {
      if (sound[name]) {
        root.setAttribute("data-lp-" + name, sound[name]);
      } else {
        root.removeAttribute("data-lp-" + name);
      }
    });
    letterpress.wishes = sound;
  };

  letterpress.wishesKey = KEY;
  letterpress.wishes = {};
  try {
    letterpress.showWishes(JSON.parse(window.localStorage.getItem(KEY)) || {});
  } catch (unavailable) {
    /* Storage is off, or holds something else: the page looks as the edition set it. */
  }
})();
