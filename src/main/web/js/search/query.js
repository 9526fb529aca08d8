/* What a reader typed: words, "phrases", beginnings of words*, -exclusions. */
(function () {
  "use strict";

  var search = letterpress.search;
  var MOST_SIGNS = 2000;
  var MOST_TERMS = 24;
  var PART = /([-\u2212]?)(?:"([^"]*)"?|([^\s"]+))/gu;

  /* The words of a term with their distances from its first one. Signs of Chinese, Japanese and
     their like are looked for in pairs. */
  function slots(text, begins) {
    var tokens = search.tokens(text);
    var slots = [];
    tokens.forEach(function (token, i) {
      var next = tokens[i + 1];
      var pair = token.unspaced && token.forms.length > 1;
      var afterPair =
        token.unspaced && i > 0 && tokens[i - 1].unspaced && tokens[i - 1].end === token.start;
      if (pair) {
        slots.push({ offset: i, forms: [token.forms[1]], begins: false });
      } else if (!afterPair) {
        slots.push({
          offset: i,
          forms: token.forms,
          begins: begins && !next && !token.unspaced,
        });
      }
    });
    return slots;
  }

  /* The terms of a query, and whether something of it was left out. */
  search.parse = function (query) {
    var text = query.slice(0, MOST_SIGNS).replace(/[\u201C-\u201F\u00AB\u00BB\u300C-\u300F\uFF02]/g, '"');
    var terms = [];
    for (var match of text.matchAll(PART)) {
      var phrase = match[2] !== undefined;
      var written = phrase ? match[2] : match[3];
      var found = slots(written, /[*\uFF0A]\s*$/.test(written));
      if (found.length > 0) {
        terms.push({ excluded: match[1] !== "", slots: found });
      }
    }
    return {
      terms: terms.slice(0, MOST_TERMS),
      cut: query.length > MOST_SIGNS || terms.length > MOST_TERMS,
    };
  };
})();
