/* The preview: keeps an open page as its source is, and shows findings and the source beside it.
   Only the server of `letterpress serve` adds it; published pages have none of it. */
(function () {
  "use strict";

  var settings = document.currentScript.dataset;
  var root = document.documentElement;
  var labels = {};
  Object.keys(settings).forEach(function (name) {
    if (name.indexOf("label") === 0) {
      labels[name.charAt(5).toLowerCase() + name.slice(6)] = settings[name];
    }
  });

  function label(key) {
    var words = labels[key] || key;
    for (var i = 1; i < arguments.length; i++) {
      words = words.replace("{" + i + "}", arguments[i]);
    }
    return words;
  }

  function element(name, attributes, content) {
    var made = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) {
      if (attributes[key] !== null) {
        made.setAttribute(key, attributes[key]);
      }
    });
    [].concat(content === undefined ? [] : content).forEach(function (part) {
      made.append(part);
    });
    return made;
  }

  /* ---------- The page as the server has made it, and what stands in the browser ---------- */

  /* Scripts of the page add to it and move parts. So two states of the server's page are compared,
     and only their difference is brought into the page that is open. */
  var standing = new WeakMap();

  function pair(copy, live) {
    standing.set(copy, live);
    for (var i = 0; i < copy.childNodes.length; i++) {
      pair(copy.childNodes[i], live.childNodes[i]);
    }
    return copy;
  }

  /* Lines of the source count for nothing in the comparison: one new line moves all that follow. */
  var LINE = "data-lp-line";
  var lineOf = new WeakMap();

  function withoutLines(body) {
    body.querySelectorAll("[" + LINE + "]").forEach(function (marked) {
      lineOf.set(marked, marked.getAttribute(LINE));
      marked.removeAttribute(LINE);
    });
    return body;
  }

  /* Gives what stands in the browser the lines of what the server has made. */
  function setLines(old, now) {
    if (lineOf.has(now)) {
      standing.get(old).setAttribute(LINE, lineOf.get(now));
    }
    for (var i = 0; i < now.childNodes.length; i++) {
      setLines(old.childNodes[i], now.childNodes[i]);
    }
  }

  var known = withoutLines(pair(document.body.cloneNode(true), document.body));
  var touched = [];

  function tokens(node) {
    return node && node.nodeValue ? node.nodeValue.split(/\s+/).filter(Boolean) : [];
  }

  function setAttributes(old, now) {
    var live = standing.get(old);
    Array.from(old.attributes).forEach(function (attribute) {
      if (!now.hasAttribute(attribute.name)) {
        if (attribute.name !== "class") {
          live.removeAttribute(attribute.name);
        } else {
          tokens(attribute).forEach(function (name) {
            live.classList.remove(name);
          });
        }
        old.removeAttribute(attribute.name);
      }
    });
    Array.from(now.attributes).forEach(function (attribute) {
      var before = old.getAttribute(attribute.name);
      if (before === attribute.value) {
        return;
      }
      if (attribute.name === "class") {
        // Scripts set classes, too.
        tokens(old.getAttributeNode("class")).forEach(function (name) {
          live.classList.remove(name);
        });
        tokens(attribute).forEach(function (name) {
          live.classList.add(name);
        });
      } else {
        live.setAttribute(attribute.name, attribute.value);
      }
      old.setAttribute(attribute.name, attribute.value);
    });
  }

  function insert(parent, before, node) {
    var live = document.importNode(node, true);
    var copy = pair(node.cloneNode(true), live);
    var previous = before ? before.previousSibling : parent.lastChild;
    parent.insertBefore(copy, before);
    if (previous && standing.get(previous).isConnected) {
      standing.get(previous).after(live);
    } else {
      standing.get(parent).prepend(live);
    }
    setLines(copy, node);
    touched.push(live.nodeType === 1 ? live : live.parentNode);
  }

  function remove(node) {
    var live = standing.get(node);
    if (live.parentNode && live.parentNode.nodeType === 1) {
      touched.push(live.parentNode);
    }
    live.remove();
    node.remove();
  }

  function isAlike(one, other) {
    return (
      one.nodeType === other.nodeType &&
      one.nodeName === other.nodeName &&
      (one.nodeType !== 1 || one.id === other.id)
    );
  }

  function indexOfEqual(nodes, from, wanted) {
    for (var i = from; i < nodes.length && i < from + 25; i++) {
      if (nodes[i].isEqualNode(wanted) || (wanted.id && nodes[i].id === wanted.id)) {
        return i;
      }
    }
    return -1;
  }

  function bring(old, now) {
    setAttributes(old, now);
    if (lineOf.has(now)) {
      standing.get(old).setAttribute(LINE, lineOf.get(now));
    }
    var before = Array.from(old.childNodes);
    var after = Array.from(now.childNodes);
    while (before.length && after.length && before[0].isEqualNode(after[0])) {
      setLines(before.shift(), after.shift());
    }
    var end = null;
    while (
      before.length &&
      after.length &&
      before[before.length - 1].isEqualNode(after[after.length - 1])
    ) {
      end = before.pop();
      setLines(end, after.pop());
    }
    var i = 0;
    var j = 0;
    while (i < before.length || j < after.length) {
      var one = before[i];
      var other = after[j];
      if (one && other && one.isEqualNode(other)) {
        setLines(one, other);
        i++;
        j++;
      } else if (!other) {
        remove(one);
        i++;
      } else if (!one) {
        insert(old, end, other);
        j++;
      } else {
        var later = indexOfEqual(before, i + 1, other);
        var ahead = later < 0 ? indexOfEqual(after, j + 1, one) : -1;
        if (later > 0) {
          while (i < later) {
            remove(before[i++]);
          }
        } else if (ahead > 0) {
          while (j < ahead) {
            insert(old, one, after[j++]);
          }
        } else if (!isAlike(one, other)) {
          insert(old, one, other);
          remove(one);
          i++;
          j++;
        } else if (one.nodeType === 1) {
          bring(one, other);
          i++;
          j++;
        } else {
          standing.get(one).nodeValue = other.nodeValue;
          one.nodeValue = other.nodeValue;
          touched.push(standing.get(one).parentNode);
          i++;
          j++;
        }
      }
    }
  }

  /* What stands first in the window, and how far from its edge. */
  function place() {
    if (window.scrollY === 0) {
      return null;
    }
    var all = document.querySelectorAll("main [data-lp-line], main [id], main p, main li");
    for (var i = 0; i < all.length; i++) {
      var box = all[i].getBoundingClientRect();
      if (box.bottom > 0 && box.height > 0 && box.height < window.innerHeight) {
        return { element: all[i], top: box.top };
      }
    }
    return null;
  }

  function stay(at) {
    if (at && at.element.isConnected) {
      var moved = at.element.getBoundingClientRect().top - at.top;
      if (moved) {
        window.scrollBy({ top: moved, behavior: "instant" });
      }
    }
  }

  function show(html) {
    var now = new DOMParser().parseFromString(html, "text/html");
    var at = place();
    touched = [];
    document.title = now.title;
    ["lang", "dir"].forEach(function (name) {
      if (now.documentElement.hasAttribute(name)) {
        root.setAttribute(name, now.documentElement.getAttribute(name));
      }
    });
    ["prev", "next"].forEach(function (relation) {
      var old = document.head.querySelector("link[rel=" + relation + "]");
      var link = now.head.querySelector("link[rel=" + relation + "]");
      if (old) {
        old.remove();
      }
      if (link) {
        document.head.append(document.importNode(link, true));
      }
    });
    bring(known, withoutLines(now.body));
    // What was set by the width of the window, such as notes in the margin, is set again.
    window.dispatchEvent(new Event("resize"));
    document.dispatchEvent(new CustomEvent("letterpress:changed"));
    stay(at);
    touched.forEach(flash);
    setMarks();
    followAgain();
  }

  function flash(live) {
    if (live && live.nodeType === 1 && live !== document.body && live.isConnected) {
      live.removeAttribute("data-lp-changed");
      // Read once, so that the animation begins anew.
      void live.offsetWidth;
      live.setAttribute("data-lp-changed", "");
    }
  }

  document.addEventListener("animationend", function (event) {
    if (event.animationName === "lp-changed") {
      event.target.removeAttribute("data-lp-changed");
    }
  });

  /* ---------- The panel ---------- */

  var host = element("div", { id: "lp-preview" });
  var shadow = host.attachShadow({ mode: "open" });
  shadow.append(element("link", { rel: "stylesheet", href: "/_preview/preview.css" }));
  document.head.append(element("link", { rel: "stylesheet", href: "/_preview/page.css" }));

  var state = element("span", { class: "state", role: "status" });
  var count = element("span", { class: "count" });
  var toggles = {};

  function toggle(name, content) {
    toggles[name] = element("button", { type: "button", "aria-expanded": "false" }, content);
    toggles[name].addEventListener("click", function () {
      open(name, panes[name].hidden);
    });
    return toggles[name];
  }

  var bar = element("div", { class: "bar" }, [
    state,
    toggle("findings", [label("findings"), " ", count]),
    toggle("source", label("source")),
    toggle("print", label("print")),
  ]);

  var list = element("div", { class: "list" });
  var sourceName = element("p", { class: "name" });
  var lines = element("ol", { class: "lines", tabindex: "0", "aria-label": label("source") });
  var paper = element("iframe", { title: label("print") });
  var panes = {
    findings: element("section", { class: "findings", "aria-label": label("findings") }, [
      element("h2", {}, label("findings")),
      list,
    ]),
    source: element("section", { class: "side source", "aria-label": label("source") }, [
      sourceName,
      lines,
    ]),
    print: element("section", { class: "side print", "aria-label": label("print") }, paper),
  };
  var banner = element("div", { class: "banner", role: "alert", hidden: "" });
  var marks = element("div", { class: "marks" });
  Object.keys(panes).forEach(function (name) {
    panes[name].hidden = true;
  });
  shadow.append(
    banner,
    marks,
    element("section", { class: "preview", "aria-label": label("title") }, [
      panes.findings,
      panes.source,
      panes.print,
      bar,
    ])
  );
  document.body.append(host);

  function isOpen(name) {
    return !panes[name].hidden;
  }

  function open(name, wanted) {
    var at = place();
    panes[name].hidden = !wanted;
    toggles[name].setAttribute("aria-expanded", String(wanted));
    if (wanted && name !== "findings") {
      var other = name === "source" ? "print" : "source";
      panes[other].hidden = true;
      toggles[other].setAttribute("aria-expanded", "false");
    }
    root.classList.toggle("lp-preview-split", isOpen("source") || isOpen("print"));
    root.classList.toggle("lp-preview-findings", isOpen("findings"));
    remember();
    window.dispatchEvent(new Event("resize"));
    stay(at);
    setMarks();
    if (name === "source" && wanted) {
      loadSource();
    }
    if (name === "print") {
      setPrint(wanted);
    }
  }

  function remember() {
    try {
      sessionStorage.setItem("lp-preview", Object.keys(panes).filter(isOpen).join(" "));
    } catch (refused) {
      // Then the next page opens without its panes.
    }
  }

  function remembered() {
    try {
      return (sessionStorage.getItem("lp-preview") || "").split(" ").filter(Boolean);
    } catch (refused) {
      return [];
    }
  }

  /* ---------- Findings ---------- */

  var findings = [];
  var file = "";

  function isHere(finding) {
    return finding.file !== "" && finding.file === file;
  }

  /* Where the finding's file lies for an editor on this machine. */
  function editorAddress(finding) {
    if (!settings.root || !finding.file) {
      return null;
    }
    var absolute = /^(\/|[A-Za-z]:)/.test(finding.file);
    var path = absolute ? finding.file : settings.root + "/" + finding.file;
    var at = finding.line ? ":" + finding.line + (finding.column ? ":" + finding.column : "") : "";
    return "vscode://file" + (path.charAt(0) === "/" ? "" : "/") + encodeURI(path) + at;
  }

  function placeWords(finding) {
    var words = finding.file;
    if (finding.line) {
      words += ":" + finding.line + (finding.column ? ":" + finding.column : "");
    }
    return words;
  }

  function placeLink(finding) {
    var words = placeWords(finding);
    var address = editorAddress(finding);
    return address
      ? element("a", { href: address, class: "place" }, words)
      : element("span", { class: "place" }, words);
  }

  function copyButton(finding) {
    var button = element("button", { type: "button", class: "copy" }, label("copy"));
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(placeWords(finding)).then(function () {
        button.textContent = label("copied");
        window.setTimeout(function () {
          button.textContent = label("copy");
        }, 1500);
      });
    });
    return button;
  }

  function item(finding) {
    var head = element("p", { class: "message" }, [
      element("strong", { class: "severity" }, label(finding.severity)),
      " ",
      finding.message,
    ]);
    var where = element("p", { class: "where" });
    if (finding.file) {
      where.append(placeLink(finding), " ", copyButton(finding), " ");
    }
    where.append(element("span", { class: "code" }, finding.code));
    if (isHere(finding) && target(finding.line)) {
      var go = element("button", { type: "button", class: "go" }, label("show"));
      go.addEventListener("click", function () {
        target(finding.line).scrollIntoView({ block: "center" });
        flash(target(finding.line));
      });
      where.append(" ", go);
    }
    var parts = [head, where];
    if (finding.remedy) {
      parts.push(element("p", { class: "remedy" }, finding.remedy));
    }
    return element("li", { class: finding.severity }, parts);
  }

  function group(words, all) {
    if (all.length) {
      list.append(element("h3", {}, words), element("ul", {}, all.map(item)));
    }
  }

  var all = 0;

  /* How many errors, warnings and notes there are, listed or not. */
  function setCounts(counts) {
    all = counts[0] + counts[1] + counts[2];
    count.textContent = all;
    count.className = "count " + (counts[0] ? "error" : counts[1] ? "warning" : "note");
  }

  function setFindings(report) {
    findings = report.findings;
    drawFindings();
    setMarks();
    drawSourceMarks();
  }

  function drawFindings() {
    list.textContent = "";
    var here = findings.filter(isHere);
    group(label("here"), here);
    group(
      label("elsewhere"),
      findings.filter(function (finding) {
        return !isHere(finding);
      })
    );
    if (all > findings.length) {
      list.append(element("p", { class: "more" }, label("more", all - findings.length)));
    }
    if (!findings.length) {
      list.append(element("p", { class: "none" }, label("none")));
    }
  }

  /* ---------- Lines of the source and places of the page ---------- */

  /* The element that begins nearest before the end of a line of the source. */
  function target(line) {
    var best = null;
    var bestLine = 0;
    document.querySelectorAll("main [data-lp-line]").forEach(function (candidate) {
      var at = Number(candidate.getAttribute("data-lp-line"));
      if (at <= line && at > bestLine) {
        best = candidate;
        bestLine = at;
      }
    });
    return best;
  }

  /* Signs in the margin, and lines under what has a finding. */
  function setMarks() {
    marks.textContent = "";
    document.querySelectorAll("[data-lp-finding]").forEach(function (marked) {
      marked.removeAttribute("data-lp-finding");
    });
    var taken = {};
    findings.filter(isHere).forEach(function (finding) {
      var at = finding.line ? target(finding.line) : null;
      if (!at) {
        return;
      }
      if (at.getAttribute("data-lp-finding") !== "error") {
        at.setAttribute("data-lp-finding", finding.severity);
      }
      var box = at.getBoundingClientRect();
      var block = (at.closest("p, li, div, section, header, td, figure") || at)
        .getBoundingClientRect();
      var top = Math.round(box.top + window.scrollY);
      while (taken[top]) {
        top += 4;
      }
      taken[top] = true;
      var mark = element(
        "button",
        {
          type: "button",
          class: "mark " + finding.severity,
          title: finding.message,
          "aria-label": label(finding.severity) + ": " + finding.message,
        },
        finding.severity === "error" ? "!" : "?"
      );
      mark.style.top = top + "px";
      mark.style.left = Math.max(2, block.left + window.scrollX - 30) + "px";
      mark.addEventListener("click", function () {
        open("findings", true);
        var index = findings.filter(isHere).indexOf(finding);
        var shown = list.querySelectorAll("ul:first-of-type > li")[index];
        if (shown) {
          shown.scrollIntoView({ block: "nearest" });
          shown.querySelector("a, button").focus();
        }
      });
      marks.append(mark);
    });
  }

  var pending = 0;
  window.addEventListener("resize", function () {
    window.cancelAnimationFrame(pending);
    // After the scripts of the page have set what depends on the width.
    pending = window.requestAnimationFrame(function () {
      window.requestAnimationFrame(setMarks);
    });
  });

  /* ---------- The source ---------- */

  var TOKENS = /(<!--.*?(?:-->|$))|(<\/?[^\s>\/]+)|(\s[\w:.-]+=)("[^"]*"|'[^']*')|(\/?>)/g;

  function coloured(text) {
    var parts = [];
    var at = 0;
    text.replace(TOKENS, function (whole, comment, tag, name, value, end, offset) {
      parts.push(text.slice(at, offset));
      if (comment) {
        parts.push(element("span", { class: "comment" }, comment));
      } else if (name) {
        parts.push(
          element("span", { class: "name" }, name),
          element("span", { class: "value" }, value)
        );
      } else {
        parts.push(element("span", { class: "tag" }, tag || end));
      }
      at = offset + whole.length;
      return whole;
    });
    parts.push(text.slice(at));
    return parts;
  }

  function loadSource() {
    if (!isOpen("source")) {
      return;
    }
    fetch("/_preview/source?page=" + encodeURIComponent(settings.page))
      .then(function (answer) {
        return answer.text();
      })
      .then(function (text) {
        var top = lines.scrollTop;
        sourceName.textContent = "";
        if (file) {
          sourceName.append(placeLink({ file: file, line: 0, column: 0 }));
        }
        lines.textContent = "";
        var all = document.createDocumentFragment();
        text.split(/\r\n|\r|\n/).forEach(function (line) {
          all.append(element("li", {}, coloured(line)));
        });
        lines.append(all);
        lines.scrollTop = top;
        drawSourceMarks();
        followAgain();
      });
  }

  function drawSourceMarks() {
    lines.querySelectorAll(".error, .warning, .note").forEach(function (line) {
      line.className = "";
      line.removeAttribute("title");
    });
    findings.filter(isHere).forEach(function (finding) {
      var line = lines.children[finding.line - 1];
      if (line) {
        line.className = finding.severity;
        line.title = (line.title ? line.title + "\n" : "") + finding.message;
      }
    });
  }

  function setLine(number, scroll) {
    var old = lines.querySelector("[data-current]");
    var line = lines.children[number - 1];
    if (old) {
      old.removeAttribute("data-current");
    }
    if (line) {
      line.setAttribute("data-current", "");
      if (scroll) {
        lines.scrollTop = line.offsetTop - lines.clientHeight / 3;
      }
    }
  }

  /* Scrolling that comes of a choice, and not of the reader, is let pass. */
  var led = false;
  var leading = 0;
  function lead() {
    led = true;
    window.clearTimeout(leading);
    leading = window.setTimeout(function () {
      led = false;
    }, 300);
  }

  /* The source follows the page: what stands in the upper part of the window. */
  function follow() {
    if (!isOpen("source") || led) {
      return;
    }
    var all = document.querySelectorAll("main [data-lp-line]");
    for (var i = 0; i < all.length; i++) {
      var box = all[i].getBoundingClientRect();
      if (box.height > 0 && box.top > 0 && box.top < window.innerHeight) {
        setLine(Number(all[i].getAttribute("data-lp-line")), true);
        return;
      }
    }
  }

  /* What was chosen by a click stays so, though the page is made anew, until the reader scrolls. */
  var chosen = null;
  function followAgain() {
    if (chosen && chosen.isConnected) {
      lead();
      setLine(Number(chosen.getAttribute("data-lp-line")), true);
    } else {
      follow();
    }
  }

  var waiting = 0;
  window.addEventListener("scroll", function () {
    if (!led) {
      chosen = null;
    }
    window.cancelAnimationFrame(waiting);
    waiting = window.requestAnimationFrame(follow);
  });

  /* A click in the text shows its line, a click on a line shows its text. */
  document.addEventListener("click", function (event) {
    var at = event.target.closest ? event.target.closest("[data-lp-line]") : null;
    if (at && isOpen("source")) {
      chosen = at;
      lead();
      setLine(Number(at.getAttribute("data-lp-line")), true);
    }
  });
  lines.addEventListener("click", function (event) {
    var line = event.target.closest("li");
    if (line) {
      var number = Array.prototype.indexOf.call(lines.children, line) + 1;
      var at = target(number);
      chosen = at;
      lead();
      setLine(number, false);
      if (at) {
        at.scrollIntoView({ block: "center" });
        flash(at);
      }
    }
  });

  /* ---------- Print ---------- */

  function setPrint(wanted) {
    var link = document.querySelector("main a[href$='.pdf']");
    var address = link ? link.href : settings.page.replace(/\.html$/, ".pdf");
    if (wanted) {
      paper.src = link ? address : "/" + address;
    } else {
      paper.removeAttribute("src");
    }
  }

  /* ---------- What the server tells ---------- */

  var version = settings.version;
  var stream = null;
  var obstacles = { findings: [] };

  function say(words, kind) {
    state.textContent = words;
    state.className = "state " + kind;
  }

  function setBanner(report) {
    banner.textContent = "";
    banner.hidden = report.findings.length === 0;
    report.findings.slice(0, 3).forEach(function (finding) {
      banner.append(
        element("p", {}, [
          report.gone ? "" : element("strong", {}, label("broken")),
          " ",
          finding.message,
          " ",
          placeLink(finding),
        ])
      );
      if (finding.remedy) {
        banner.append(element("p", { class: "remedy" }, finding.remedy));
      }
    });
  }

  function on(name, act) {
    stream.addEventListener(name, function (event) {
      act(event.data);
    });
  }

  function listen() {
    stream = new EventSource(
      "/_preview/events?page=" +
        encodeURIComponent(settings.page) +
        "&version=" +
        encodeURIComponent(version)
    );
    stream.onopen = function () {
      say(label("live"), "live");
    };
    stream.onerror = function () {
      say(label("lost"), "lost");
    };
    on("page", function (html) {
      show(html);
      setBanner(obstacles);
      loadSource();
      if (isOpen("print")) {
        setPrint(true);
      }
    });
    on("file", function (name) {
      if (name !== file) {
        file = name;
        toggles.source.hidden = !name;
        toggles.print.hidden = !name;
        drawFindings();
        setMarks();
        loadSource();
      }
    });
    on("source", loadSource);
    on("counts", function (data) {
      setCounts(data.split(" ").map(Number));
    });
    on("findings", function (data) {
      setFindings(JSON.parse(data));
    });
    on("broken", function (data) {
      obstacles = JSON.parse(data);
      setBanner(obstacles);
      loadSource();
    });
    on("gone", function () {
      setBanner({
        findings: [{ message: label("gone"), file: "", line: 0, column: 0, remedy: "" }],
        gone: true,
      });
    });
    on("progress", function (data) {
      var numbers = data.split(" ");
      say(data ? label("reading", numbers[0], numbers[1]) : label("live"), data ? "busy" : "live");
    });
    on("look", function () {
      document.querySelectorAll("link[rel=stylesheet]").forEach(function (link) {
        link.href = link.href.replace(/\?.*$/, "") + "?" + Date.now();
      });
    });
    on("again", function () {
      window.location.reload();
    });
  }

  toggles.source.hidden = true;
  toggles.print.hidden = true;
  say(label("lost"), "lost");
  listen();
  remembered().forEach(function (name) {
    open(name, true);
  });

  /* A browser keeps few connections to one server: pages that nobody sees give theirs back. */
  document.addEventListener("visibilitychange", function () {
    if (document.visibilityState === "hidden") {
      stream.close();
    } else if (stream.readyState === EventSource.CLOSED) {
      listen();
    }
  });
  window.addEventListener("pagehide", function () {
    stream.close();
  });
  window.addEventListener("pageshow", function (event) {
    if (event.persisted && stream.readyState === EventSource.CLOSED) {
      listen();
    }
  });
})();
