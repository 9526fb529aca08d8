/* letterpress: the search page. The index comes in small scripts, each a call of letterpressShard:
   a page that was opened from disk may load scripts, and nothing else. What stands in them is told
   in ADR 0013. */
letterpress.search = {};

(function () {
  "use strict";

  var search = letterpress.search;
  var wanted = new Map();
  var folder = "";
  var version = "";

  /* Called by the files of the index. */
  window.letterpressShard = function (name, value) {
    var waiting = wanted.get(name);
    if (waiting) {
      waiting.came = true;
      waiting.resolve(value);
    }
  };

  /* Says where the index stands, and with what its files are told from those of an older one. */
  search.setFolder = function (path) {
    folder = path;
  };

  search.setVersion = function (digest) {
    version = "?v=" + digest;
  };

  /* A promise of a file of the index; each is loaded once. */
  search.load = function (name) {
    var known = wanted.get(name);
    if (known) {
      return known.promise;
    }
    var waiting = {};
    waiting.promise = new Promise(function (resolve, reject) {
      waiting.resolve = resolve;
      waiting.reject = reject;
    });
    wanted.set(name, waiting);
    var script = document.createElement("script");
    var source = folder + name + ".js";
    script.src = source + version;
    script.async = true;
    function missing() {
      if (waiting.came) {
        return;
      }
      // The next question may find it.
      wanted.delete(name);
      var problem = new Error(source);
      problem.name = "MissingShard";
      waiting.reject(problem);
    }
    script.onerror = missing;
    script.onload = function () {
      script.remove();
      // A file of that name that is something else: an error page, or half a file.
      missing();
    };
    document.head.appendChild(script);
    return waiting.promise;
  };

  /* A row of bytes that is read from the front. */
  search.Reader = function (bytes, at) {
    this.bytes = bytes;
    this.at = at || 0;
  };

  search.Reader.prototype.isDone = function () {
    return this.at >= this.bytes.length;
  };

  search.Reader.prototype.byte = function () {
    return this.bytes[this.at++];
  };

  /* Seven bits a byte, the lowest first. */
  search.Reader.prototype.number = function () {
    var value = 0;
    var unit = 1;
    var part;
    do {
      part = this.bytes[this.at++];
      value += (part & 0x7f) * unit;
      unit *= 128;
    } while (part & 0x80);
    return value;
  };

  search.bytes = function (text) {
    var signs = atob(text);
    var bytes = new Uint8Array(signs.length);
    for (var i = 0; i < signs.length; i++) {
      bytes[i] = signs.charCodeAt(i);
    }
    return bytes;
  };
})();
