/* letterpress: comforts for the reader. Every page can be read and used without this script.
   Plain scripts, one a subject, so that they also run when a page is opened from disk. */
document.documentElement.classList.remove("lp-no-script");

/* What the subjects share. */
var letterpress = {
  hasModifier: function (event) {
    return event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
  },
};
