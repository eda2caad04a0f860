/* A buyer's own lists: what to inquire about and what to compare. They are kept on this device only, or for the page's
   life where nothing may be kept. All that is read back is checked, as anyone may have written it. */
(() => {
  "use strict";
  const { make, draw, kept, button, decoded } = etalase;
  const MOST = { inquiry: 60, compare: 4 };
  const KEY = /^[a-z0-9][a-z0-9-]{0,79}\/[a-z0-9][a-z0-9-]{0,79}$/;
  const PARTS = ["key", "amount", "unit", "note"];
  const memory = {}, told = [];

  const read = (name) => {
    try {
      return JSON.parse(kept(name)) ?? memory[name];
    } catch {
      return memory[name];
    }
  };
  const write = (name, value) => {
    memory[name] = value;
    lists.kept = !!kept(name, JSON.stringify(value));
    change();
  };
  const change = () => told.forEach((tell) => tell());
  const array = (value) => (Array.isArray(value) ? value : []);
  const text = (value, most) => (typeof value === "string" ? value.slice(0, most) : "");
  const keys = (value) => [...new Set(array(value))].filter((key) => KEY.test(key)).slice(0, MOST.compare);
  /* Goods as they may be kept: a key, a name as it was, an amount as it was typed, a unit, a note. */
  const goods = (value) => {
    const seen = new Set();
    return array(value)
      .filter((one) => one && KEY.test(one.key) && !seen.has(one.key) && seen.add(one.key))
      .slice(0, MOST.inquiry)
      .map((one) => ({
        key: one.key,
        name: text(one.name, 200),
        amount: text(one.amount, 12),
        unit: /^[a-z0-9]{1,12}$/.test(one.unit) ? one.unit : "",
        note: text(one.note, 300),
      }));
  };
  const lists = (etalase.lists = {
    kept: true,
    goods: () => goods(read("inquiry")),
    keep: (list) => write("inquiry", goods(list)),
    compared: () => keys(read("compare")),
    compare: (list) => write("compare", keys(list)),
    form: () => ({ ...read("form") }),
    keepForm: (form) => write("form", form),
    keys,
    /* A list as the end of an address, and back. */
    written: (list) => "#list=" + list.map((one) => PARTS.map((part) => encodeURIComponent(one[part]))).join(";"),
    readFrom: (hash) =>
      goods(
        hash.startsWith("#list=") &&
          hash.slice(6).split(";").map((one) => Object.fromEntries(one.split(",").map((part, at) => [PARTS[at], decoded(part)])))
      ),
  });
  addEventListener("storage", change);
  const link = document.querySelector("a[data-inquiry]");
  if (!link) return;

  /* -- the buttons on cards and product pages, the count in the menu, the tray of what is being compared ------------ */
  const say = link.dataset, title = link.textContent, address = link.getAttribute("href");
  const count = make("span"), status = make("p", { class: "vh", role: "status" });
  link.append(count);
  const DRAWN = { plus: "M12 5v14M5 12h14", tick: "M5 12.5l4.5 4.5L19 7.5", scales: "M4 5h6v14H4zM14 5h6v14h-6z" };
  const LOOKS = { class: "icon", viewBox: "0 0 24 24", fill: "none", stroke: "currentColor", "stroke-width": 1.75, "aria-hidden": "true" };
  const ACTS = {
    keep: {
      sign: "plus", on: "tick", label: say.add, off: say.drop,
      has: () => lists.goods().map((one) => one.key),
      put({ product: key, name }, on) {
        const rest = lists.goods().filter((one) => one.key !== key);
        lists.keep(on ? rest.concat({ key, name }) : rest);
      },
    },
    compare: {
      sign: "scales", on: "scales", label: say.compare, off: say.part,
      has: lists.compared,
      put({ product: key }, on) {
        const now = lists.compared();
        if (on && now.length === MOST.compare) return (full.textContent = say.full);
        lists.compare(on ? now.concat(key) : now.filter((one) => one !== key));
      },
    },
  };
  const show = (within) => {
    for (const does in ACTS) {
      const act = ACTS[does], has = act.has();
      within.querySelectorAll("[data-does=" + does + "]").forEach((pressed) => {
        const product = pressed.closest("[data-product]"), on = has.includes(product.dataset.product);
        /* A card has room for a sign only. */
        const whole = product.tagName !== "LI", label = on ? act.off : act.label;
        const path = draw("path", { d: DRAWN[on ? (whole ? "tick" : act.on) : act.sign] });
        pressed.replaceChildren(draw("svg", LOOKS, path), whole ? label : "");
        pressed.classList.toggle("is-on", on);
        if (whole) return;
        pressed.title = label;
        pressed.setAttribute("aria-label", act.label + ": " + product.dataset.name);
        pressed.setAttribute("aria-pressed", on);
      });
    }
  };
  /* Gives the products within their buttons; a search calls it too, for the cards it makes. */
  const dress = (etalase.dress = (within) => {
    within.querySelectorAll("[data-product]:not(:has([data-does]))").forEach((product) => {
      const card = product.tagName === "LI";
      const buttons = Object.keys(ACTS).map((does) =>
        button("", { class: card ? "keep-one" : "button", "data-does": does }, (event) => {
          const on = !event.currentTarget.classList.contains("is-on");
          status.textContent = ACTS[does].put(product.dataset, on) || product.dataset.name + ": " + link.textContent;
        })
      );
      product.append(...(card ? [make("div", { class: "keep" }, ...buttons)] : buttons));
    });
    show(within);
  });

  const go = make("a"), full = make("span");
  const tray = make("aside", { class: "tray", "aria-label": say.compare }, go, button(say.clear, { class: "plain" }, () => lists.compare([])), full);
  document.querySelector("main").after(tray, status);
  told.push(() => {
    const list = lists.goods(), beside = lists.compared();
    count.textContent = list.length ? " (" + list.length + ")" : "";
    link.href = address + (lists.kept || !list.length ? "" : lists.written(list));
    full.textContent = "";
    tray.hidden = !beside.length || document.body.matches(".page-compare, .page-inquiry");
    go.textContent = say.tray + " (" + beside.length + ")";
    go.href = say.compareHref + "#" + beside;
    show(document);
  });
  dress(document);
  change();
})();
