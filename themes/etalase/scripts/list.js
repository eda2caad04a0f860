/* A buyer's own lists: what to inquire about and what to compare. They are kept on this device only, or for the page's
   life where nothing may be kept. All that is read back is checked, as anyone may have written it. */
(function () {
  "use strict";
  const MOST = { inquiry: 60, compare: 4 };
  const KEY = /^[a-z0-9][a-z0-9-]{0,79}\/[a-z0-9][a-z0-9-]{0,79}$/;
  const memory = {};
  const listeners = [];
  const link = document.querySelector("a[data-inquiry]");
  const lists = (window.etalaseLists = { kept: true });

  function read(name) {
    try {
      const text = localStorage.getItem("etalase-" + name);
      return text === null ? memory[name] : JSON.parse(text);
    } catch (refused) {
      return memory[name];
    }
  }
  function write(name, value) {
    memory[name] = value;
    try {
      localStorage.setItem("etalase-" + name, JSON.stringify(value));
      lists.kept = true;
    } catch (refused) {
      lists.kept = false;
    }
    listeners.forEach((told) => told());
  }
  const text = (value, most) => (typeof value === "string" ? value.slice(0, most) : "");
  /* Goods as they may be kept: a key, a name as it was, an amount as it was typed, a unit, a note. */
  function goods(value) {
    const seen = new Set();
    return (Array.isArray(value) ? value : [])
      .filter((one) => one && KEY.test(one.key) && !seen.has(one.key) && seen.add(one.key))
      .slice(0, MOST.inquiry)
      .map((one) => ({
        key: one.key,
        name: text(one.name, 200),
        amount: text(one.amount, 12),
        unit: /^[a-z0-9]{1,12}$/.test(one.unit) ? one.unit : "",
        note: text(one.note, 300),
      }));
  }
  const keys = (value) => [...new Set(Array.isArray(value) ? value : [])].filter((key) => KEY.test(key)).slice(0, MOST.compare);
  const PARTS = ["key", "amount", "unit", "note"];
  Object.assign(lists, {
    goods: () => goods(read("inquiry")),
    keep: (list) => write("inquiry", goods(list)),
    compared: () => keys(read("compare")),
    compare: (list) => write("compare", keys(list)),
    form: () => Object.assign({}, read("form")),
    keepForm: (form) => write("form", form),
    asKeys: keys,
    onChange: (told) => listeners.push(told),
    /* A list as the end of an address, and back. */
    written: (list) => "#list=" + list.map((one) => PARTS.map((part) => encodeURIComponent(one[part])).join(",")).join(";"),
    readFrom(hash) {
      if (!hash.startsWith("#list=")) return [];
      const said = hash.slice(6).split(";").map((one) => {
        try {
          return Object.fromEntries(one.split(",").map((part, at) => [PARTS[at], decodeURIComponent(part)]));
        } catch (unreadable) {
          return null;
        }
      });
      return goods(said);
    },
  });
  addEventListener("storage", () => listeners.forEach((told) => told()));
  if (!link) return;

  /* -- the buttons on cards and product pages, the count in the menu, the tray of what is being compared ------------ */
  const say = link.dataset;
  const DRAWN = { plus: "M12 5v14M5 12h14", tick: "M5 12.5l4.5 4.5L19 7.5", scales: "M4 5h6v14H4zM14 5h6v14h-6z" };
  function drawn(name) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const path = svg.appendChild(document.createElementNS(svg.namespaceURI, "path"));
    const looks = { class: "icon", viewBox: "0 0 24 24", fill: "none", stroke: "currentColor", "aria-hidden": "true" };
    Object.keys(looks).forEach((look) => svg.setAttribute(look, looks[look]));
    path.setAttribute("d", DRAWN[name]);
    path.setAttribute("stroke-width", "1.75");
    return svg;
  }
  const status = document.createElement("p");
  status.className = "vh";
  status.setAttribute("role", "status");
  document.body.append(status);
  const title = link.textContent;
  const address = link.getAttribute("href");
  const redraw = [];

  function button(product, act) {
    const made = document.createElement("button");
    const whole = product.tagName !== "LI"; /* a card has room for a sign only */
    made.type = "button";
    made.className = whole ? "button" : "keep-one";
    made.dataset.does = act.does;
    made.addEventListener("click", () => {
      status.textContent = act.toggle() || product.dataset.name + ": " + link.textContent;
    });
    redraw.push(() => {
      const on = act.on();
      const label = on ? act.off : act.label;
      made.replaceChildren(drawn(on && (whole || act.sign === "plus") ? "tick" : act.sign));
      if (whole) made.append(label);
      else {
        made.setAttribute("aria-label", act.label + ": " + product.dataset.name);
        made.setAttribute("aria-pressed", on);
        made.title = label;
      }
      made.classList.toggle("is-on", on);
    });
    return made;
  }
  const dress = (within) => within.querySelectorAll("[data-product]").forEach((product) => {
    const key = product.dataset.product;
    const within = () => lists.goods().some((one) => one.key === key);
    const beside = () => lists.compared().includes(key);
    const keep = {
      does: "keep", sign: "plus", label: say.add, off: say.drop, on: within,
      toggle() {
        const rest = lists.goods().filter((one) => one.key !== key);
        lists.keep(within() ? rest : rest.concat({ key, name: product.dataset.name }));
      },
    };
    const compare = {
      does: "compare", sign: "scales", label: say.compare, off: say.part, on: beside,
      toggle() {
        const now = lists.compared();
        if (!beside() && now.length === MOST.compare) {
          full.textContent = say.full;
          return say.full;
        }
        lists.compare(beside() ? now.filter((one) => one !== key) : now.concat(key));
      },
    };
    const place = product.tagName === "LI" ? product.appendChild(document.createElement("div")) : product;
    if (place !== product) place.className = "keep";
    place.append(button(product, keep), button(product, compare));
    product.hidden = false;
  });
  dress(document);
  /* A search puts cards of its own on the page. */
  document.addEventListener("etalase:cards", (event) => {
    const before = redraw.length;
    dress(event.detail);
    redraw.slice(before).forEach((draw) => draw());
  });

  const tray = document.createElement("aside");
  const go = document.createElement("a");
  const clear = document.createElement("button");
  const full = document.createElement("span");
  tray.className = "tray";
  tray.setAttribute("aria-label", say.compare);
  clear.type = "button";
  clear.className = "plain";
  clear.textContent = say.clear;
  clear.addEventListener("click", () => lists.compare([]));
  tray.append(go, clear, full);
  document.querySelector("main").after(tray);
  const noTray = document.body.matches(".page-compare, .page-inquiry");
  redraw.push(() => {
    const list = lists.goods();
    const beside = lists.compared();
    link.textContent = list.length ? title + " (" + list.length + ")" : title;
    link.href = address + (lists.kept || !list.length ? "" : lists.written(list));
    full.textContent = "";
    tray.hidden = noTray || !beside.length;
    go.textContent = say.tray + " (" + beside.length + ")";
    go.href = say.compareHref + "#" + beside.join(",");
  });
  lists.onChange(() => redraw.forEach((draw) => draw()));
  redraw.forEach((draw) => draw());
})();
