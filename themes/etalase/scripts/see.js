/* Shares a page where the device can, and says which cover moves when a list turns to a product. */
(() => {
  "use strict";
  const all = (selector) => document.querySelectorAll(selector);
  all("[data-share]").forEach((button) => {
    button.hidden = !navigator.share;
    button.addEventListener("click", () => {
      const whole = document.querySelector("link[rel=canonical]");
      /* Whoever changes their mind has shared nothing. */
      navigator.share({ title: document.title, url: (whole || location).href }).catch(() => {});
    });
  });
  /* What is marked stays so in a page that is kept: going back, the cover finds its place. */
  addEventListener("pageswap", ({ viewTransition, activation }) => {
    if (!viewTransition || !activation) return;
    all(".cover").forEach((one) => one.classList.remove("cover"));
    const link = [...all(".card-name a")].find((one) => one.href === activation.entry.url);
    document.documentElement.classList.toggle("turning", !!link);
    if (link) link.closest(".card").querySelector(".window > :first-child").classList.add("cover");
  });
})();
