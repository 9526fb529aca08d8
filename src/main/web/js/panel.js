/* Dialogs of the reader's tools. They are modal: the browser keeps the focus inside, closes them on
   Escape and gives the focus back. */
(function () {
  "use strict";

  /* An element with attributes; "text" is its content, null leaves an attribute out. */
  letterpress.element = function (name, attributes, children) {
    var element = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) {
      if (key === "text") {
        element.textContent = attributes.text;
      } else if (attributes[key] !== null) {
        element.setAttribute(key, attributes[key]);
      }
    });
    (children || []).forEach(function (child) {
      element.appendChild(child);
    });
    return element;
  };

  letterpress.tool = function (name) {
    return document.querySelector("[data-lp-tool=" + name + "]");
  };

  /* Makes the dialog of a tool and lets the tool open it. fill(body, panel) is called each time it
     opens. */
  letterpress.panel = function (name, fill) {
    var tool = letterpress.tool(name);
    if (!tool || !window.HTMLDialogElement) {
      return null;
    }
    var element = letterpress.element;
    var id = "lp-panel-" + name;
    var title = element("h2", {
      class: "lp-panel-title",
      id: id + "-title",
      text: letterpress.word("reader-" + name),
    });
    var close = element("button", {
      type: "button",
      class: "lp-panel-close",
      "aria-label": letterpress.word("reader-close"),
    });
    var body = element("div", { class: "lp-panel-body" });
    var dialog = element(
      "dialog",
      { class: "lp-panel lp-panel-" + name, id: id, "aria-labelledby": title.id },
      [element("div", { class: "lp-panel-head" }, [title, close]), body]
    );
    var panel = {
      dialog: dialog,
      open: function () {
        body.textContent = "";
        fill(body, panel);
        dialog.showModal();
        if (panel.opened) {
          panel.opened();
        }
      },
      close: function () {
        dialog.close();
      },
    };
    close.addEventListener("click", panel.close);
    // A press beside the dialog closes it.
    dialog.addEventListener("click", function (event) {
      var box = dialog.getBoundingClientRect();
      var outside =
        event.clientX < box.left ||
        event.clientX > box.right ||
        event.clientY < box.top ||
        event.clientY > box.bottom;
      // The keyboard's click on a button inside has no place of its own.
      if (event.target === dialog && event.detail > 0 && outside) {
        panel.close();
      }
    });
    tool.addEventListener("click", function (event) {
      if (!letterpress.hasModifier(event)) {
        event.preventDefault();
        panel.open();
      }
    });
    if (tool.tagName === "A") {
      tool.setAttribute("role", "button");
      tool.setAttribute("aria-haspopup", "dialog");
      tool.addEventListener("keydown", function (event) {
        if (event.key === " " && !letterpress.hasModifier(event)) {
          event.preventDefault();
          panel.open();
        }
      });
    }
    document.body.appendChild(dialog);
    return panel;
  };
})();
