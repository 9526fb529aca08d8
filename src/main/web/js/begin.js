/* letterpress: comforts for the reader. Every page can be read and used without this script.
   Plain scripts, one a subject, so that they also run when a page is opened from disk. What the
   subjects share is in the one object "letterpress":

     letterpress.word(key, ...)   words of the interface in the page's language: the label of this
                                  key from xslt/locale/*.xml, whose keys begin with "reader-",
                                  with {1}, {2} ... filled in
     letterpress.page(path)       address of a page of this edition from its path, for instance
                                  "letters/l1.html#n2", in the language of the current page
     letterpress.asset(path)      address of a file that all languages share: "assets/...",
                                  "letters/l1.pdf"
     letterpress.about(name)      what the page says of itself: its "path", and of a letter its
                                  "title" and "number"; the title of the "edition"
     letterpress.load(address, done)
                                  runs a script of the edition once (data as script, because pages
                                  on disk may not fetch), then calls done(true) or done(false)
     letterpress.kept(name)       a value kept on the device: get(standard), set(value), and
     letterpress.visit(name)      one kept until the window is closed; both last until the page is
                                  left where the browser keeps nothing
     letterpress.say(text)        tells the reader something, for the eye and for the ear
     letterpress.target(hash)     the element that "#id" leads to, or null
     letterpress.panel(...)       a dialog of the reader's tools, see panel.js
     letterpress.isTaken(event)   true when a key belongs to a field, a widget or the browser */
var letterpress = window.letterpress || {};

(function () {
  "use strict";

  var root = document.documentElement;
  var loading = {};

  root.classList.remove("lp-no-script");

  function encoded(path) {
    var parts = path.split("#");
    return parts[0].split("/").map(encodeURIComponent).join("/") +
      (parts.length > 1 ? "#" + encodeURIComponent(parts.slice(1).join("#")) : "");
  }

  letterpress.word = function (key) {
    var word = (letterpress.words || {})[key] || key;
    for (var i = 1; i < arguments.length; i++) {
      word = word.split("{" + i + "}").join(String(arguments[i]));
    }
    return word;
  };

  letterpress.about = function (name) {
    return root.getAttribute("data-lp-" + name) || document.body.getAttribute("data-lp-" + name) || "";
  };

  letterpress.page = function (path) {
    return (root.getAttribute("data-lp-root") || "") + encoded(path);
  };

  letterpress.asset = function (path) {
    return (
      (root.getAttribute("data-lp-root") || "") +
      (root.getAttribute("data-lp-up") || "") +
      encoded(path)
    );
  };

  function soon(next) {
    Promise.resolve(true).then(next);
  }

  letterpress.load = function (address, done) {
    if (loading[address]) {
      loading[address].push(done);
      return;
    }
    loading[address] = [done];
    var script = document.createElement("script");
    function end(well) {
      var waiting = loading[address];
      // Asked again, what is there is given, and what failed is tried once more.
      loading[address] = well ? { push: soon } : null;
      waiting.forEach(function (next) {
        next(well);
      });
    }
    script.onload = function () {
      end(true);
    };
    script.onerror = function () {
      end(false);
    };
    script.src = address;
    document.head.appendChild(script);
  };

  /* Editions may share a host, and all pages on disk do. */
  var here = new URL(letterpress.asset("") || "./", window.location.href).pathname;

  function storage(name, store) {
    var memory;
    // What a full storage did not take counts more than what it held before.
    var refused = false;
    return {
      get: function (standard) {
        var value = null;
        try {
          value = refused ? null : JSON.parse(store().getItem(name));
        } catch (unavailable) {
          value = null;
        }
        return value === null ? (memory === undefined ? standard : memory) : value;
      },
      /* Tells whether it is kept. */
      set: function (value) {
        memory = value;
        try {
          store().setItem(name, JSON.stringify(value));
          refused = false;
        } catch (unavailable) {
          refused = true;
        }
        return !refused;
      },
    };
  }

  letterpress.kept = function (name) {
    return storage(name, function () {
      return window.localStorage;
    });
  };

  letterpress.keptHere = function (name) {
    return letterpress.kept("letterpress." + name + ":" + here);
  };

  letterpress.visit = function (name) {
    return storage("letterpress." + name + ":" + here, function () {
      return window.sessionStorage;
    });
  };

  var timer = 0;

  letterpress.say = function (text) {
    var status = document.getElementById("lp-status");
    if (!status) {
      status = document.createElement("p");
      status.id = "lp-status";
      status.className = "lp-status";
      status.setAttribute("role", "status");
      document.body.appendChild(status);
    }
    function show() {
      status.textContent = text;
      status.classList.add("lp-status-shown");
      timer = window.setTimeout(function () {
        status.classList.remove("lp-status-shown");
      }, 1500 + 40 * text.length);
    }
    window.clearTimeout(timer);
    if (status.textContent === text) {
      // The same words a second time are heard again only when the place was empty.
      status.textContent = "";
      timer = window.setTimeout(show, 50);
    } else {
      show();
    }
  };

  letterpress.target = function (hash) {
    try {
      return hash.length > 1 ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
    } catch (malformed) {
      return null;
    }
  };

  letterpress.hasModifier = function (event) {
    return event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
  };

  /* What uses arrow keys itself: fields, media, viewers and the widgets that a role names. */
  var OWNERS =
    "input, textarea, select, audio, video, canvas, iframe, object, embed, dialog[open]," +
    "[contenteditable]:not([contenteditable=false]), [data-lp-keys=own]," +
    ["textbox", "searchbox", "combobox", "listbox", "slider", "spinbutton", "radiogroup", "tablist"]
      .concat(["menu", "menubar", "tree", "grid", "toolbar", "application", "scrollbar", "dialog"])
      .map(function (role) {
        return "[role=" + role + "]";
      })
      .join(",");

  letterpress.isTaken = function (event) {
    var target = event.target;
    if (event.defaultPrevented || event.isComposing || letterpress.hasModifier(event)) {
      return true;
    }
    if (document.querySelector("dialog[open]")) {
      return true;
    }
    for (var at = target; at && at.nodeType === 1; at = at.parentElement) {
      // What scrolls sideways keeps the arrows: a wide table, or the page itself when it is zoomed.
      if (at.matches(OWNERS) || (at.scrollWidth > at.clientWidth + 1 && scrolls(at))) {
        return true;
      }
    }
    return Boolean(window.visualViewport && window.visualViewport.scale > 1.01);
  };

  function scrolls(element) {
    return (
      element === document.documentElement ||
      /auto|scroll/.test(window.getComputedStyle(element).overflowX)
    );
  }
})();
