/* The facsimile beside the text: beside it on a wide window, below it on a narrow one. Nothing is
   loaded before the reader opens it. The page that is read is the one that is seen: scrolling turns the
   image, turning the image scrolls the text; words and the zone that shows them light up together. */
(function () {
  "use strict";

  var section = document.getElementById("lp-facsimile");
  var reading = document.querySelector(".lp-reading");
  if (!section || !reading) {
    return;
  }

  var root = document.documentElement;
  var element = letterpress.element;
  var word = letterpress.word;
  var SVG = "http://www.w3.org/2000/svg";

  /* ---- what the page says ---- */

  function zonesOf(item) {
    try {
      return JSON.parse(item.getAttribute("data-lp-zones") || "[]").map(function (zone) {
        return { id: zone[0], corners: zone[1] };
      });
    } catch (broken) {
      return [];
    }
  }

  var sheets = Array.prototype.map.call(section.querySelectorAll(".lp-sheet"), function (item) {
    return {
      kind: item.getAttribute("data-lp-kind"),
      name: item.getAttribute("data-lp-name"),
      isNamed: item.hasAttribute("data-lp-named"),
      source: item.getAttribute("data-lp-source"),
      host: item.getAttribute("data-lp-host") || "",
      whole: item.querySelector("a").getAttribute("href"),
      width: parseFloat(item.getAttribute("data-lp-extent-width")) || 0,
      height: parseFloat(item.getAttribute("data-lp-extent-height")) || 0,
      zones: zonesOf(item),
      item: item,
    };
  });

  /* Where pages begin: [{ element, numbers: [0, 1], isBlank }, ...] in the order of the text. */
  var breaks = Array.prototype.map.call(
    reading.querySelectorAll("[data-lp-sheets]"),
    function (mark) {
      return {
        element: mark,
        isBlank: mark.parentNode.classList.contains("lp-blank-page"),
        numbers: mark
          .getAttribute("data-lp-sheets")
          .split(" ")
          .map(function (number) {
            return Number(number) - 1;
          }),
      };
    }
  );

  /* ---- words and zones ---- */

  var BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, td, th, blockquote, figcaption, div";

  /* The words that a zone shows: those of an element, or from a line's beginning to the next. */
  function rangeOf(mark, marks) {
    var range = document.createRange();
    if (mark.textContent !== "") {
      range.selectNodeContents(mark);
      return range;
    }
    var block = mark.closest(BLOCKS) || reading;
    range.setStartAfter(mark);
    range.setEnd(block, block.childNodes.length);
    for (var i = marks.indexOf(mark) + 1; i > 0 && i < marks.length; i++) {
      if (marks[i].textContent === "" && block.contains(marks[i])) {
        range.setEndBefore(marks[i]);
        break;
      }
    }
    breaks.forEach(function (mark) {
      if (range.comparePoint(mark.element, 0) === 0) {
        range.setEndBefore(mark.element);
      }
    });
    return range;
  }

  var spots = (function () {
    var marks = Array.prototype.slice.call(reading.querySelectorAll("[data-lp-zone]"));
    return marks.map(function (mark) {
      return {
        zones: mark.getAttribute("data-lp-zone").split(" "),
        range: rangeOf(mark, marks),
        mark: mark,
      };
    });
  })();

  function spotsOf(zone) {
    return spots.filter(function (spot) {
      return spot.zones.indexOf(zone) >= 0;
    });
  }

  /* The narrowest spot that has a point of the window. */
  function spotAt(x, y) {
    var node = null;
    var offset = 0;
    if (document.caretPositionFromPoint) {
      var position = document.caretPositionFromPoint(x, y);
      node = position && position.offsetNode;
      offset = position ? position.offset : 0;
    } else if (document.caretRangeFromPoint) {
      var caret = document.caretRangeFromPoint(x, y);
      node = caret && caret.startContainer;
      offset = caret ? caret.startOffset : 0;
    }
    var best = null;
    if (node && reading.contains(node)) {
      spots.forEach(function (spot) {
        if (spot.range.isPointInRange(node, offset)) {
          var start = spot.range;
          if (!best || best.range.comparePoint(start.startContainer, start.startOffset) === 0) {
            best = spot;
          }
        }
      });
    }
    return best;
  }

  function lightText(lit) {
    if (window.CSS && CSS.highlights && window.Highlight) {
      if (lit.length === 0) {
        CSS.highlights.delete("lp-zone");
        return;
      }
      var highlight = new window.Highlight();
      lit.forEach(function (spot) {
        highlight.add(spot.range);
      });
      CSS.highlights.set("lp-zone", highlight);
      return;
    }
    spots.forEach(function (spot) {
      var target = spot.mark.textContent === "" ? spot.mark.closest(BLOCKS) : spot.mark;
      target.classList.toggle("lp-lit", lit.indexOf(spot) >= 0);
    });
  }

  /* ---- the pane ---- */

  var pane = null;
  var parts = {};
  var current = -1;
  var opener = null;
  var viewer = null;
  var overlays = [];
  var quietUntil = 0;
  var isReady = false;

  function isOpen() {
    return Boolean(pane && !pane.hidden);
  }

  function isStill() {
    return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  }

  function button(name, path, act) {
    var made = element("button", {
      type: "button",
      class: "lp-facs-button lp-facs-" + name,
      "aria-label": word("reader-" + (name === "close" ? "close" : "facs-" + name)),
      title: word("reader-" + (name === "close" ? "close" : "facs-" + name)),
    });
    var icon = document.createElementNS(SVG, "svg");
    icon.setAttribute("viewBox", "0 0 24 24");
    icon.setAttribute("aria-hidden", "true");
    var line = document.createElementNS(SVG, "path");
    line.setAttribute("d", path);
    icon.appendChild(line);
    made.appendChild(icon);
    made.addEventListener("click", function () {
      if (made.getAttribute("aria-disabled") !== "true") {
        act();
      }
    });
    parts[name] = made;
    return made;
  }

  function build() {
    parts.position = element("p", { class: "lp-facs-position", "aria-live": "polite" });
    parts.alone = element("a", { class: "lp-facs-alone", text: word("reader-facs-alone") });
    parts.from = element("p", { class: "lp-facs-from" });
    parts.stage = element("div", { class: "lp-facs-stage" });
    parts.message = element("p", { class: "lp-facs-message", role: "status" });
    pane = element(
      "section",
      {
        class: "lp-facs-pane",
        "aria-label": word("reader-facs"),
        tabindex: "-1",
        // The arrow keys must not leave the letter from here.
        "data-lp-keys": "own",
        hidden: "",
      },
      [
        element("div", { class: "lp-facs-bar" }, [
          button("previous", "M15 5l-7 7 7 7", function () {
            turn(current - 1);
          }),
          parts.position,
          button("next", "M9 5l7 7-7 7", function () {
            turn(current + 1);
          }),
          button("out", "M6 12h12", function () {
            zoom(1 / 1.5);
          }),
          button("in", "M6 12h12M12 6v12", function () {
            zoom(1.5);
          }),
          button("whole", "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5", function () {
            zoom(0);
          }),
          button("close", "M6 6l12 12M18 6L6 18", close),
        ]),
        parts.stage,
        element("div", { class: "lp-facs-foot" }, [parts.message, parts.from, parts.alone]),
      ]
    );
    pane.addEventListener("keydown", function (event) {
      if (event.defaultPrevented || letterpress.hasModifier(event)) {
        return;
      }
      if (event.key === "Escape") {
        close();
      } else if (event.key === "PageDown") {
        turn(current + 1);
      } else if (event.key === "PageUp") {
        turn(current - 1);
      } else {
        return;
      }
      event.preventDefault();
    });
    document.body.appendChild(pane);
  }

  function open(number, from) {
    if (!pane) {
      build();
    }
    opener = from;
    arrange(true);
    pane.focus({ preventScroll: true });
    show(number);
    // This copy of letterpress may have been made without OpenSeadragon.
    if (!isReady && letterpress.hasSeadragon) {
      letterpress.load(letterpress.asset("assets/js/openseadragon.js"), ready);
    } else {
      ready();
    }
  }

  function ready() {
    isReady = true;
    if (isOpen()) {
      render();
    }
  }

  /* The pane takes room from the text: what is read stays where it is in the window. */
  function arrange(opened) {
    var read = Array.prototype.filter.call(reading.querySelectorAll(BLOCKS), function (block) {
      return block.getBoundingClientRect().bottom > 0;
    })[0];
    var before = read ? read.getBoundingClientRect().top : 0;
    pane.hidden = !opened;
    root.classList.toggle("lp-facs-open", opened);
    if (read && before < window.innerHeight) {
      quietUntil = Date.now() + 200;
      window.scrollBy({ top: read.getBoundingClientRect().top - before, behavior: "auto" });
    }
    ways.forEach(function (way) {
      if (way.classList.contains("lp-facs-opener")) {
        way.setAttribute("aria-expanded", String(opened));
      }
    });
    window.dispatchEvent(new Event("resize"));
  }

  function close() {
    arrange(false);
    empty();
    sheets[current].item.removeAttribute("aria-current");
    current = -1;
    lightText([]);
    if (opener && document.contains(opener)) {
      opener.focus({ preventScroll: true });
    }
  }

  function empty() {
    if (viewer) {
      viewer.destroy();
      viewer = null;
    }
    overlays = [];
    parts.stage.textContent = "";
    parts.message.textContent = "";
  }

  function say() {
    var sheet = sheets[current];
    parts.position.textContent = sheet.isNamed
      ? word("reader-facs-position", sheet.name, current + 1, sheets.length)
      : word("reader-facs-count", current + 1, sheets.length);
    parts.previous.setAttribute("aria-disabled", String(current === 0));
    parts.next.setAttribute("aria-disabled", String(current === sheets.length - 1));
    parts.alone.href = sheet.whole;
    parts.from.textContent = sheet.host ? word("reader-facs-from", sheet.host) : "";
    sheets.forEach(function (other, index) {
      if (index === current) {
        other.item.setAttribute("aria-current", "true");
      } else {
        other.item.removeAttribute("aria-current");
      }
    });
  }

  function show(number) {
    if (number === current || !sheets[number]) {
      return;
    }
    current = number;
    say();
    if (isReady) {
      render();
    }
  }

  function render() {
    empty();
    if (window.OpenSeadragon) {
      showDeep(sheets[current]);
    } else {
      showPlain(sheets[current]);
    }
  }

  function failed() {
    parts.message.textContent = word("reader-facs-failed");
  }

  /* ---- with OpenSeadragon ---- */

  function showDeep(sheet) {
    viewer = window.OpenSeadragon({
      element: parts.stage,
      tileSources:
        sheet.kind === "service"
          ? sheet.source + "/info.json"
          : { type: "image", url: sheet.source, buildPyramid: false },
      drawer: "canvas",
      showNavigationControl: false,
      animationTime: isStill() ? 0 : 0.6,
      blendTime: isStill() ? 0 : 0.1,
      visibilityRatio: 0.6,
      maxZoomPixelRatio: 3,
      gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true },
      gestureSettingsTouch: { pinchRotate: false },
    });
    viewer.canvas.setAttribute("role", "application");
    viewer.canvas.setAttribute("aria-label", word("reader-facs-of", sheet.name));
    viewer.addHandler("open-failed", function () {
      // Where a service's description may not be read from here, its whole image mostly may.
      if (sheet.kind === "service" && sheet === sheets[current] && isOpen()) {
        empty();
        showPlain(sheet);
      } else {
        failed();
      }
    });
    viewer.addHandler("tile-load-failed", failed);
    viewer.addHandler("open", function () {
      var size = viewer.world.getItemAt(0).getContentSize();
      var high = size.y / size.x;
      zonesIn(sheet, size.x, size.y).forEach(function (zone) {
        overlays.push(zone);
        viewer.addOverlay({
          element: zone.button,
          location: new window.OpenSeadragon.Rect(
            zone.left,
            zone.top * high,
            zone.width,
            zone.height * high
          ),
        });
      });
      overlays.slice(0, 1).forEach(function (zone) {
        zone.button.tabIndex = 0;
      });
    });
    viewer.addHandler("canvas-click", function (event) {
      var hit = event.originalTarget && event.originalTarget.closest(".lp-zone");
      if (event.quick && hit) {
        follow(hit);
      }
    });
  }

  function zoom(factor) {
    if (viewer && viewer.isOpen()) {
      if (factor) {
        viewer.viewport.zoomBy(factor);
        viewer.viewport.applyConstraints();
      } else {
        viewer.viewport.goHome();
      }
      return;
    }
    var frame = parts.stage.querySelector(".lp-facs-plain");
    if (frame) {
      var now = parseFloat(frame.style.width) || 100;
      frame.style.width = factor ? Math.min(600, Math.max(100, now * factor)) + "%" : "100%";
    }
  }

  /* ---- without ---- */

  function showPlain(sheet) {
    var image = element("img", { alt: word("reader-facs-of", sheet.name) });
    var frame = element("div", { class: "lp-facs-plain" }, [image]);
    image.addEventListener("error", failed);
    image.addEventListener("load", function () {
      zonesIn(sheet, image.naturalWidth, image.naturalHeight).forEach(function (zone, index) {
        overlays.push(zone);
        zone.button.tabIndex = index === 0 ? 0 : -1;
        zone.button.style.left = 100 * zone.left + "%";
        zone.button.style.top = 100 * zone.top + "%";
        zone.button.style.width = 100 * zone.width + "%";
        zone.button.style.height = 100 * zone.height + "%";
        zone.button.addEventListener("click", function () {
          follow(zone.button);
        });
        frame.appendChild(zone.button);
      });
    });
    image.src = sheet.whole;
    parts.stage.appendChild(frame);
  }

  /* ---- zones ---- */

  /* Each zone that shows words: its place as fractions of the image, and a button of its form. */
  function zonesIn(sheet, imageWidth, imageHeight) {
    var width = sheet.width || imageWidth;
    var height = sheet.height || imageHeight;
    var found = [];
    sheet.zones.forEach(function (zone) {
      var lit = spotsOf(zone.id);
      if (lit.length === 0 || !width || !height) {
        return;
      }
      var xs = zone.corners.filter(function (corner, index) {
        return index % 2 === 0;
      });
      var ys = zone.corners.filter(function (corner, index) {
        return index % 2 === 1;
      });
      var left = Math.min.apply(null, xs);
      var top = Math.min.apply(null, ys);
      var wide = Math.max.apply(null, xs) - left || 1;
      var high = Math.max.apply(null, ys) - top || 1;
      var form = xs.map(function (x, index) {
        return (100 * (x - left)) / wide + "% " + (100 * (ys[index] - top)) / high + "%";
      });
      var words = lit
        .map(function (spot) {
          return spot.range.toString();
        })
        .join(" ")
        .replace(/\s+/g, " ")
        .trim();
      var made = element("button", {
        type: "button",
        class: "lp-zone",
        tabindex: "-1",
        "data-lp-zone": zone.id,
        "aria-label": words.length > 160 ? words.slice(0, 160) + "\u2026" : words || zone.id,
      });
      if (xs.length !== 4) {
        made.style.clipPath = "polygon(" + form.join(",") + ")";
      }
      made.addEventListener("pointerenter", function () {
        light(zone.id);
      });
      made.addEventListener("pointerleave", function () {
        light(null);
      });
      made.addEventListener("focus", function () {
        light(zone.id);
      });
      made.addEventListener("blur", function () {
        light(null);
      });
      made.addEventListener("keydown", move);
      found.push({
        id: zone.id,
        left: left / width,
        top: top / height,
        width: wide / width,
        height: high / height,
        button: made,
      });
    });
    return found;
  }

  function light(id) {
    lightText(id === null ? [] : spotsOf(id));
    overlays.forEach(function (zone) {
      zone.button.classList.toggle("lp-lit", zone.id === id);
    });
  }

  /* One zone takes part in the order of the tab key, the arrow keys go to the others. */
  function move(event) {
    var step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (letterpress.hasModifier(event)) {
      return;
    }
    if (event.key === "Enter" || event.key === " ") {
      follow(event.currentTarget);
    } else if (step) {
      var at = overlays.findIndex(function (zone) {
        return zone.button === event.currentTarget;
      });
      var next = overlays[at + step];
      if (next) {
        overlays[at].button.tabIndex = -1;
        next.button.tabIndex = 0;
        next.button.focus();
      }
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /* From a zone to its words. */
  function follow(from) {
    var spot = spotsOf(from.getAttribute("data-lp-zone"))[0];
    if (spot) {
      scrollTo(spot.range.getBoundingClientRect());
    }
  }

  /* ---- pages follow each other ---- */

  /* The part of the window that the pane leaves to the text. */
  function room() {
    var top = isOpen() ? pane.getBoundingClientRect().top : 0;
    return top > 0 ? top : window.innerHeight;
  }

  function scrollTo(box) {
    quietUntil = Date.now() + (isStill() ? 200 : 1200);
    window.scrollBy({ top: box.top - room() * 0.25, behavior: isStill() ? "auto" : "smooth" });
  }

  function turn(number) {
    if (!sheets[number]) {
      return;
    }
    show(number);
    var at = breaks.filter(function (mark) {
      return mark.numbers.indexOf(number) >= 0;
    })[0];
    if (at) {
      scrollTo(at.element.getBoundingClientRect());
    }
  }

  /* The sheets of the page that is read, the best one first. Pages without words begin where the
     next one does, so all of these are meant: the first is the one that has words, or at the end of the
     text, where none has, the first of them. */
  function here() {
    var line = room() * 0.4;
    var at = 0;
    breaks.forEach(function (mark, index) {
      if (mark.element.getBoundingClientRect().top <= line) {
        at = index;
      }
    });
    var first = at;
    var last = at;
    while (first > 0 && breaks[first - 1].isBlank) {
      first--;
    }
    while (last < breaks.length - 1 && breaks[last].isBlank) {
      last++;
    }
    var together = breaks.slice(first, last + 1);
    if (!breaks[last].isBlank) {
      together.unshift(together.pop());
    }
    return together.reduce(function (numbers, mark) {
      return numbers.concat(mark.numbers);
    }, []);
  }

  var pending = 0;

  window.addEventListener(
    "scroll",
    function () {
      window.cancelAnimationFrame(pending);
      pending = window.requestAnimationFrame(function () {
        if (!isOpen() || Date.now() < quietUntil || breaks.length === 0 || current < 0) {
          return;
        }
        var numbers = here();
        if (numbers.indexOf(current) < 0) {
          show(numbers[0]);
        }
      });
    },
    { passive: true }
  );

  window.addEventListener("scrollend", function () {
    quietUntil = Math.min(quietUntil, Date.now() + 100);
  });

  var asked = 0;

  reading.addEventListener("pointermove", function (event) {
    if (!isOpen() || overlays.length === 0) {
      return;
    }
    window.cancelAnimationFrame(asked);
    asked = window.requestAnimationFrame(function () {
      var spot = spotAt(event.clientX, event.clientY);
      var zone =
        spot &&
        spot.zones.filter(function (id) {
          return overlays.some(function (overlay) {
            return overlay.id === id;
          });
        })[0];
      light(zone || null);
    });
  });

  /* Comes before the zone that the pointer enters next says so; "mouseleave" would come after. */
  reading.addEventListener("pointerleave", function () {
    window.cancelAnimationFrame(asked);
    if (isOpen()) {
      light(null);
    }
  });

  /* ---- ways in ---- */

  var ways = Array.prototype.slice.call(
    document.querySelectorAll("a[data-lp-sheet], .lp-facs-opener")
  );

  function enter(way) {
    var number = Number(way.getAttribute("data-lp-sheet")) - 1;
    if (way.classList.contains("lp-facs-opener")) {
      if (isOpen()) {
        close();
        return;
      }
      number = breaks.length > 0 ? here()[0] : 0;
    }
    if (isOpen()) {
      opener = way;
      show(number);
    } else {
      open(number, way);
    }
  }

  ways.forEach(function (way) {
    way.setAttribute("role", "button");
    way.addEventListener("click", function (event) {
      if (event.button === 0 && !letterpress.hasModifier(event)) {
        event.preventDefault();
        enter(way);
      }
    });
    way.addEventListener("keydown", function (event) {
      if (event.key === " " && !letterpress.hasModifier(event)) {
        event.preventDefault();
        enter(way);
      }
    });
    if (way.classList.contains("lp-facs-opener")) {
      way.setAttribute("aria-expanded", "false");
    }
  });
})();
