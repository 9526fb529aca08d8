/* Return: to where one came from. A run of letters, read one after the other or picked from the
   chapters, has one beginning: the list, the search or the letter from which one entered it. */
(function () {
  "use strict";

  var last = letterpress.visit("last");
  var course = letterpress.visit("course");
  var tool = letterpress.tool("return");
  var here = window.location.href;
  var bare = here.replace(/#.*$/, "");

  function isOurs(href) {
    try {
      var root = new URL(letterpress.asset("") || "./", here).href;
      return typeof href === "string" && href.indexOf(root) === 0;
    } catch (malformed) {
      return false;
    }
  }

  /* The next page belongs to the same run. */
  letterpress.stayOnCourse = function () {
    course.set({ origin: origin, until: Date.now() + 10000 });
  };

  letterpress.goOn = function (href) {
    letterpress.stayOnCourse();
    window.location.href = href;
  };

  function begin() {
    var state = window.history.state;
    if (state && isOurs(state.lpOrigin)) {
      return state.lpOrigin;
    }
    var run = course.get(null);
    course.set(null);
    if (run && run.until > Date.now()) {
      return isOurs(run.origin) ? run.origin : "";
    }
    var before = last.get("") || document.referrer;
    return isOurs(before) && before.replace(/#.*$/, "") !== bare ? before : "";
  }

  var origin = begin();

  try {
    window.history.replaceState(
      Object.assign({}, window.history.state, { lpOrigin: origin }),
      ""
    );
  } catch (refused) {
    /* Without it, going back by the browser forgets where one came from. */
  }
  last.set(here);
  window.addEventListener("hashchange", function () {
    last.set(window.location.href);
  });
  window.addEventListener("pageshow", function () {
    last.set(window.location.href);
  });

  if (tool && origin) {
    tool.href = origin;
    tool.closest("li").hidden = false;
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a[rel~=prev], a[rel~=next]");
    if (link && !letterpress.hasModifier(event)) {
      letterpress.stayOnCourse();
    }
  });
})();
