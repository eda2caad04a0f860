/* Opens an entry's pictures at full size: a strip to swipe in a <dialog>, with keys and buttons beside. Zooming with two
   fingers is left to the browser. Without this script the pictures are on the page, as they are. */
(() => {
  "use strict";
  const { make, button } = etalase;
  const gallery = document.querySelector(".gallery[data-open]");
  if (!gallery || !window.HTMLDialogElement) return;
  const said = gallery.dataset, figures = [...gallery.querySelectorAll("figure")], final = figures.length - 1;
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let dialog, strip, current = 0;

  const copy = (figure) => {
    const slide = figure.cloneNode(true), picture = slide.querySelector("img"), badge = slide.querySelector(".note");
    slide.querySelector(".open-picture").remove();
    slide.querySelectorAll("source").forEach((one) => (one.sizes = "100vw"));
    picture.loading = "lazy";
    /* No colour behind: the picture does not fill its frame. */
    picture.className = "";
    if (badge) slide.querySelector(".frame").after(badge);
    return slide;
  };
  const step = (label, sign, by) => button(sign, { class: "button", "aria-label": label }, () => show(current + by));
  const before = step(said.previous, "←", -1), after = step(said.next, "→", 1);
  const count = make("p", { class: "num", role: "status" });

  const tell = (n) => {
    current = n;
    count.textContent = said.count.replace("{n}", n + 1).replace("{total}", figures.length);
    /* The one that has the focus must not vanish under it. */
    before.setAttribute("aria-disabled", !n);
    after.setAttribute("aria-disabled", n === final);
    [...strip.children].forEach((slide, at) => (slide.inert = at !== n));
  };
  const show = (n, at) => {
    if (n < 0 || n > final) return;
    tell(n);
    strip.scrollTo({ left: n * strip.clientWidth, behavior: at || calm.matches ? "instant" : "smooth" });
  };
  const build = () => {
    strip = make("div", {
      class: "lightbox-strip", tabindex: 0, role: "group", "aria-label": said.label,
      click: ({ target }) => target.closest("img, figcaption") || dialog.close(),
      scrollend: () => tell(Math.round(strip.scrollLeft / strip.clientWidth)),
    }, ...figures.map(copy));
    const close = button("×", { class: "button lightbox-close", "aria-label": said.close }, () => dialog.close());
    dialog = make("dialog", {
      class: "lightbox", "aria-label": said.label,
      keydown(event) {
        const to = { ArrowRight: current + 1, ArrowLeft: current - 1, Home: 0, End: final }[event.key];
        if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        show(to);
      },
    }, make("div", { class: "lightbox-bar" }, ...(final ? [before, count, after] : []), close), strip);
    addEventListener("resize", () => dialog.open && show(current, true));
    document.body.append(dialog);
  };
  figures.forEach((figure, n) =>
    figure.querySelector(".frame").append(
      button("", { class: "open-picture", "aria-label": said.open.replace("{n}", n + 1) }, () => {
        if (!dialog) build();
        dialog.showModal();
        show(n, true);
      })
    )
  );
})();
