/* The shelf: letters that a reader set aside, each with the place where reading stopped. It is kept
   on the device and can be exported. */
(function () {
  "use strict";

  var element = letterpress.element;
  var word = letterpress.word;
  var store = letterpress.keptHere("shelf");
  var add = letterpress.tool("add");
  var tool = letterpress.tool("shelf");
  var most = 500;
  var isKept = true;

  /* Whatever the storage holds, only sound entries come out: paths of this site. */
  function shelf() {
    var all = store.get([]);
    return (Array.isArray(all) ? all : []).filter(function (entry) {
      return (
        entry &&
        typeof entry.path === "string" &&
        typeof entry.title === "string" &&
        /^[^:\\/][^:\\]*\.html$/.test(entry.path) &&
        entry.path.indexOf("..") < 0
      );
    });
  }

  function find(path) {
    return shelf().filter(function (entry) {
      return entry.path === path;
    })[0];
  }

  function keep(entries) {
    isKept = store.set(entries.slice(-most));
    return isKept;
  }

  /* The paragraph at the top of the window; none at the letter's beginning. */
  function place() {
    var blocks = document.querySelectorAll(".lp-reading p[id], .lp-reading div[id]");
    var found = null;
    for (var i = 0; i < blocks.length; i++) {
      var box = blocks[i].getBoundingClientRect();
      if (box.bottom > 8 && box.height > 0) {
        found = i > 0 || box.top < -8 ? blocks[i] : null;
        break;
      }
    }
    return found
      ? { at: found.id, words: found.textContent.trim().replace(/\s+/g, " ").slice(0, 60) }
      : { at: "", words: "" };
  }

  function remember() {
    var path = letterpress.about("path");
    if (!add || !find(path)) {
      return;
    }
    var now = place();
    keep(
      shelf().map(function (entry) {
        if (entry.path === path) {
          entry.at = now.at;
          entry.words = now.words;
        }
        return entry;
      })
    );
  }

  function show() {
    var count = shelf().length;
    if (tool) {
      tool.setAttribute("data-lp-count", count || "");
      tool.setAttribute("aria-label", word("reader-shelf-count", count));
    }
    if (add) {
      var on = Boolean(find(letterpress.about("path")));
      add.setAttribute("aria-pressed", String(on));
    }
  }

  function put() {
    var path = letterpress.about("path");
    var entries = shelf();
    if (find(path)) {
      var gone = keep(
        entries.filter(function (entry) {
          return entry.path !== path;
        })
      );
      letterpress.say(word(gone ? "reader-taken-off" : "reader-not-kept"));
    } else {
      var now = place();
      var kept = keep(
        entries.concat([
          {
            path: path,
            title: letterpress.about("title") || document.title,
            at: now.at,
            words: now.words,
            on: new Date().toISOString().slice(0, 10),
          },
        ])
      );
      letterpress.say(word(kept ? "reader-set-aside" : "reader-not-kept"));
    }
    show();
  }

  function address(entry) {
    return letterpress.page(entry.path + (entry.at ? "#" + entry.at : ""));
  }

  /* One entry a line, in Markdown, which is read as text, too. */
  function exported() {
    function plain(text) {
      return String(text || "").replace(/\s+/g, " ").replace(/[\\[\]<>*_`]/g, "\\$&");
    }
    return (
      "# " + plain(letterpress.about("edition") || document.title) + "\n\n" +
      shelf()
        .map(function (entry) {
          var href = new URL(address(entry), window.location.href).href;
          return (
            "- [" + plain(entry.title) + "](<" + href + ">)" +
            (entry.words ? " \u00b7 " + plain(entry.words) + "\u2026" : "") +
            (entry.on ? " \u00b7 " + plain(entry.on) : "") +
            "\n"
          );
        })
        .join("")
    );
  }

  function line(entry, again) {
    var link = element("a", { href: address(entry) }, [
      element("bdi", { class: "lp-chapter-title", text: entry.title }),
    ]);
    if (entry.words) {
      link.appendChild(document.createTextNode(" "));
      link.appendChild(element("bdi", { class: "lp-shelf-place", text: entry.words + "\u2026" }));
    }
    var remove = element("button", {
      type: "button",
      class: "lp-button lp-shelf-remove",
      "aria-label": word("reader-remove", entry.title),
      text: "\u00d7",
    });
    remove.addEventListener("click", function () {
      keep(
        shelf().filter(function (other) {
          return other.path !== entry.path;
        })
      );
      show();
      again();
    });
    return element("li", {}, [link, remove]);
  }

  function fill(body, panel) {
    var entries = shelf();
    body.appendChild(
      element("p", {
        class: "lp-panel-note",
        role: "status",
        text: isKept ? "" : word("reader-not-kept"),
      })
    );
    if (entries.length === 0) {
      body.appendChild(
        element("p", { class: "lp-panel-note", text: word("reader-shelf-empty") })
      );
      return;
    }
    function again() {
      body.textContent = "";
      fill(body, panel);
      panel.dialog.querySelector(".lp-panel-close").focus();
    }
    body.appendChild(
      element(
        "ul",
        { class: "lp-shelf" },
        entries
          .slice()
          .reverse()
          .map(function (entry) {
            return line(entry, again);
          })
      )
    );
    var save = element("button", {
      type: "button",
      class: "lp-button",
      text: word("reader-export"),
    });
    save.addEventListener("click", function () {
      var file = new Blob([exported()], { type: "text/markdown;charset=utf-8" });
      var link = element("a", { href: URL.createObjectURL(file), download: "shelf.md" });
      link.click();
      window.setTimeout(function () {
        URL.revokeObjectURL(link.href);
      }, 1000);
    });
    body.appendChild(element("p", {}, [save]));
  }

  if (add) {
    add.addEventListener("click", put);
    window.addEventListener("pagehide", remember);
    document.addEventListener("visibilitychange", function () {
      if (document.visibilityState === "hidden") {
        remember();
      }
    });
  }
  letterpress.panel("shelf", function (body, panel) {
    remember();
    fill(body, panel);
  });
  window.addEventListener("storage", show);
  window.addEventListener("pageshow", show);
  show();
})();
