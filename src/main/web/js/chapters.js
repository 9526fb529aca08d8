/* Chapters: the letters of the edition in a panel, those of a large edition year by year. The lists
   come as scripts (letterpress.chapters), because pages on disk may not fetch. Without this script
   the tool leads to the contents of the book. */
(function () {
  "use strict";

  var element = letterpress.element;
  var word = letterpress.word;
  var folder = "assets/chapters/";
  var groups = null;
  var lists = {};

  /* Called by the data: [title, number of letters, name of its list, number of the first letter,
     number of the last] for each group; then, for each list, [path, number, heading, date]. */
  letterpress.chapters = {
    groups: function (all) {
      groups = all;
    },
    list: function (name, letters) {
      lists[name] = letters;
    },
  };

  var number = Number(letterpress.about("number"));

  function line(letter) {
    var here = Number(letter[1]) === number;
    var link = element("a", {
      href: letterpress.page(letter[0]),
      "aria-current": here ? "page" : null,
    });
    link.appendChild(element("span", { class: "lp-chapter-number", text: letter[1] }));
    link.appendChild(document.createTextNode(" "));
    link.appendChild(element("bdi", { class: "lp-chapter-title", text: letter[2] }));
    if (letter[3]) {
      link.appendChild(document.createTextNode(" "));
      // A day stays with its month.
      var date = letter[3].replace(/(\d\.?) /, "$1\u00a0");
      link.appendChild(element("span", { class: "lp-chapter-date", text: date }));
    }
    link.addEventListener("click", function (event) {
      if (!letterpress.hasModifier(event)) {
        letterpress.stayOnCourse();
      }
    });
    return element("li", {}, [link]);
  }

  function show(name, place) {
    letterpress.load(letterpress.page(folder + name + ".js"), function () {
      if (!place.isConnected) {
        return;
      }
      place.textContent = "";
      if (!lists[name]) {
        place.appendChild(
          element("p", { class: "lp-panel-note", text: word("reader-chapters-missing") })
        );
        return;
      }
      place.appendChild(element("ol", { class: "lp-chapters" }, lists[name].map(line)));
      var here = place.querySelector("[aria-current]");
      if (here) {
        here.scrollIntoView({ block: "center" });
        here.focus({ preventScroll: true });
      }
    });
  }

  function section(group) {
    var place = element("div", { class: "lp-chapters-list", role: "status" });
    place.textContent = word("reader-loading");
    if (groups.length === 1) {
      show(group[2], place);
      return place;
    }
    var details = element("details", { class: "lp-chapters-group" }, [
      element("summary", {}, [
        element("bdi", { text: group[0] }),
        element("span", { class: "lp-chapter-count", text: " " + group[1] }),
      ]),
      place,
    ]);
    details.addEventListener("toggle", function () {
      if (details.open && !place.querySelector("ol")) {
        show(group[2], place);
      }
    });
    if (number >= group[3] && number <= group[4]) {
      details.open = true;
    }
    return details;
  }

  letterpress.panel("chapters", function (body) {
    var place = element("div", {});
    body.appendChild(place);
    body.appendChild(
      element("p", { class: "lp-panel-note" }, [
        element("a", {
          href: letterpress.page("index.html#lp-contents"),
          text: word("reader-contents"),
        }),
      ])
    );
    letterpress.load(letterpress.page(folder + "groups.js"), function () {
      if (!groups) {
        place.appendChild(
          element("p", { class: "lp-panel-note", text: word("reader-chapters-missing") })
        );
        return;
      }
      groups.forEach(function (group) {
        place.appendChild(section(group));
      });
    });
  });
})();
