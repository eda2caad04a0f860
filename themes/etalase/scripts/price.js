/* A page kept for long may show a price that has run out: then it says to ask. */
(function () {
  "use strict";
  var now = new Date();
  var today = new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  document.querySelectorAll("[data-valid-until]").forEach(function (price) {
    if (price.dataset.validUntil < today && price.dataset.ask) price.textContent = price.dataset.ask;
  });
})();
