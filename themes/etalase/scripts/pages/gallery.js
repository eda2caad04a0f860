/* Opens an entry's pictures at full size: a strip to swipe in a <dialog>, with keys and buttons beside. Zooming with two
   fingers is left to the browser. Without this script the pictures are on the page, as they are. */
(function () {
  "use strict";
  var gallery = document.querySelector(".gallery[data-open]");
  if (!gallery || !window.HTMLDialogElement) return;
  var said = gallery.dataset;
  var figures = Array.prototype.slice.call(gallery.querySelectorAll("figure"));
  var calm = matchMedia("(prefers-reduced-motion: reduce)");
  var dialog, strip, count, before, after, current = 0;

  function made(name, kind, text) {
    var element = document.createElement(name);
    element.className = kind;
    if (text) element.textContent = text;
    return element;
  }

  function button(kind, label, sign, act) {
    var element = made("button", "button " + kind, sign);
    element.type = "button";
    element.setAttribute("aria-label", label);
    element.addEventListener("click", act);
    return element;
  }

  function copy(figure) {
    var slide = figure.cloneNode(true);
    slide.querySelectorAll(".open-picture").forEach(function (one) { one.remove(); });
    slide.querySelectorAll("source").forEach(function (one) { one.sizes = "100vw"; });
    var picture = slide.querySelector("img"), badge = slide.querySelector(".note");
    picture.loading = "lazy";
    picture.className = ""; /* no colour behind: the picture does not fill its frame */
    if (badge) slide.querySelector(".frame").after(badge);
    return slide;
  }

  function number(n) {
    return said.count.replace("{n}", n + 1).replace("{total}", figures.length);
  }

  function told(n) {
    current = n;
    if (!count) return;
    count.textContent = number(n);
    /* The one that has the focus must not vanish under it. */
    before.setAttribute("aria-disabled", String(n === 0));
    after.setAttribute("aria-disabled", String(n === figures.length - 1));
    Array.prototype.forEach.call(strip.children, function (slide, at) { slide.inert = at !== n; });
  }

  function show(n, at) {
    if (n < 0 || n >= figures.length) return;
    told(n);
    strip.scrollTo({ left: n * strip.clientWidth, behavior: at || calm.matches ? "instant" : "smooth" });
  }

  function step(event, by) {
    event.preventDefault();
    show(current + by);
  }

  function build() {
    dialog = made("dialog", "lightbox");
    dialog.setAttribute("aria-label", said.label);
    var bar = made("div", "lightbox-bar");
    strip = made("div", "lightbox-strip");
    strip.tabIndex = 0;
    strip.setAttribute("role", "group");
    strip.setAttribute("aria-label", said.label);
    figures.forEach(function (figure) { strip.appendChild(copy(figure)); });
    if (figures.length > 1) {
      before = button("lightbox-before", said.previous, "←", function () { show(current - 1); });
      after = button("lightbox-after", said.next, "→", function () { show(current + 1); });
      count = made("p", "num");
      count.setAttribute("role", "status");
      bar.append(before, count, after);
    }
    bar.appendChild(button("lightbox-close", said.close, "×", function () { dialog.close(); }));
    dialog.append(bar, strip);
    dialog.addEventListener("keydown", function (event) {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key === "ArrowRight") step(event, 1);
      else if (event.key === "ArrowLeft") step(event, -1);
      else if (event.key === "Home") step(event, -current);
      else if (event.key === "End") step(event, figures.length - 1 - current);
    });
    strip.addEventListener("click", function (event) {
      if (event.target.tagName !== "IMG" && !event.target.closest("figcaption")) dialog.close();
    });
    strip.addEventListener("scrollend", function () {
      var n = Math.round(strip.scrollLeft / strip.clientWidth);
      if (n !== current) told(n);
    });
    addEventListener("resize", function () { if (dialog.open) show(current, true); });
    document.body.appendChild(dialog);
  }

  figures.forEach(function (figure, n) {
    var open = made("button", "open-picture");
    open.type = "button";
    open.setAttribute("aria-label", said.open.replace("{n}", n + 1));
    open.addEventListener("click", function () {
      if (!dialog) build();
      dialog.showModal();
      show(n, true);
    });
    figure.querySelector(".frame").appendChild(open);
  });
})();
