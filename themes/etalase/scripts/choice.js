/* Remembers the language a reader chose, and on the gateway leads there at once. The page works without. */
(function () {
  "use strict";
  var key = "etalase-language";
  var links = document.querySelectorAll("a[data-lang]");
  try {
    if (document.body.hasAttribute("data-gateway")) {
      var chosen = localStorage.getItem(key);
      for (var i = 0; i < links.length; i++) {
        if (links[i].dataset.lang === chosen) location.replace(links[i].href);
      }
    }
    links.forEach(function (link) {
      link.addEventListener("click", function () {
        try {
          localStorage.setItem(key, link.dataset.lang);
        } catch (refused) {
          /* It leads there all the same. */
        }
      });
    });
  } catch (refused) {
    /* A browser that keeps no storage asks again each time. */
  }
})();
