/* Shares a page where the device can, and says which cover moves when a list turns to a product. */
(function () {
  "use strict";
  if (navigator.share) {
    document.querySelectorAll("[data-share]").forEach(function (button) {
      button.hidden = false;
      button.addEventListener("click", function () {
        var whole = document.querySelector("link[rel=canonical]");
        navigator.share({ title: document.title, url: whole ? whole.href : location.href }).catch(function () {
          /* Whoever changes their mind has shared nothing. */
        });
      });
    });
  }
  /* What is marked stays so in a page that is kept: going back, the cover finds its place. */
  addEventListener("pageswap", function (event) {
    if (!event.viewTransition || !event.activation) return;
    var to = event.activation.entry.url;
    document.querySelectorAll(".cover").forEach(function (one) { one.classList.remove("cover"); });
    var link = Array.prototype.find.call(document.querySelectorAll(".card-name a"), function (one) { return one.href === to; });
    document.documentElement.classList.toggle("turning", !!link);
    if (link) link.closest(".card").querySelector(".window > :first-child").classList.add("cover");
  });
})();
