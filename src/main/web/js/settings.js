/* Settings: what a reader wishes of the type and the paper, kept on the device. */
(function () {
  "use strict";

  var element = letterpress.element;
  var word = letterpress.word;
  var store = letterpress.kept(letterpress.wishesKey);

  var STEPS = { size: 0.1, leading: 0.1, measure: 0.1 };
  var LEAST = { size: 0.7, leading: 0.8, measure: 0.5 };
  var MOST = { size: 2.5, leading: 2, measure: 2 };
  var CHOICES = {
    face: ["first", "second", "sans"],
    theme: ["auto", "light", "sepia", "dark"],
  };

  function change(name, value) {
    var wishes = {};
    Object.keys(letterpress.wishes).forEach(function (key) {
      wishes[key] = letterpress.wishes[key];
    });
    wishes[name] = value;
    apply(wishes);
  }

  function apply(wishes) {
    letterpress.showWishes(wishes);
    var kept = store.set(letterpress.wishes);
    // Where lines break anew, what hangs on them is set anew.
    window.dispatchEvent(new Event("resize"));
    var told = document.getElementById("lp-settings-kept");
    if (told) {
      told.textContent = word(kept ? "reader-kept" : "reader-not-kept");
    }
  }

  function percent(name) {
    return Math.round((letterpress.wishes[name] || 1) * 100);
  }

  function factor(name) {
    var shown = element("output", { class: "lp-setting-value", text: percent(name) + " %" });
    function step(sign) {
      var button = element("button", {
        type: "button",
        class: "lp-button",
        "data-lp-step": name + (sign < 0 ? "-less" : "-more"),
        "aria-label": word("reader-" + name + (sign < 0 ? "-less" : "-more")),
        text: sign < 0 ? "\u2212" : "+",
      });
      button.addEventListener("click", function () {
        var next = (percent(name) + sign * STEPS[name] * 100) / 100;
        change(name, Math.min(MOST[name], Math.max(LEAST[name], next)));
        shown.textContent = percent(name) + " %";
      });
      return button;
    }
    return element(
      "div",
      { class: "lp-setting", role: "group", "aria-label": word("reader-" + name) },
      [
        element("span", { class: "lp-setting-name", text: word("reader-" + name) }),
        element("span", { class: "lp-setting-steps" }, [step(-1), shown, step(1)]),
      ]
    );
  }

  function choice(name) {
    var chosen = letterpress.wishes[name] || CHOICES[name][0];
    return element(
      "fieldset",
      { class: "lp-setting lp-setting-" + name },
      [element("legend", { class: "lp-setting-name", text: word("reader-" + name) })].concat(
        CHOICES[name].map(function (value) {
          var input = element("input", {
            type: "radio",
            name: "lp-" + name,
            value: value,
            checked: value === chosen ? "" : null,
          });
          input.addEventListener("change", function () {
            change(name, value);
          });
          return element("label", { class: "lp-option lp-option-" + value }, [
            input,
            element("span", { text: word("reader-" + name + "-" + value) }),
          ]);
        })
      )
    );
  }

  function fill(body, panel) {
    var reset = element("button", {
      type: "button",
      class: "lp-button",
      text: word("reader-reset"),
    });
    reset.addEventListener("click", function () {
      apply({});
      body.textContent = "";
      fill(body, panel);
      body.querySelector(".lp-reset button").focus();
    });
    [
      factor("size"),
      choice("face"),
      factor("measure"),
      factor("leading"),
      choice("theme"),
      element("p", { class: "lp-reset" }, [reset]),
      element("p", { class: "lp-panel-note", id: "lp-settings-kept", role: "status" }),
      element("p", { class: "lp-panel-note", text: word("reader-keys") }),
    ].forEach(function (part) {
      body.appendChild(part);
    });
  }

  letterpress.panel("settings", fill);

  /* Another window of the same reader. */
  window.addEventListener("storage", function (event) {
    if (event.key === letterpress.wishesKey) {
      letterpress.showWishes(store.get({}) || {});
    }
  });
})();
