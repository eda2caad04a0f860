/* Two to four products side by side. Which, stands in the page's address, so that it can be kept and shared. */
(function () {
  "use strict";
  const lists = window.etalaseLists;
  const { make, say, told, own } = etalase;
  const at = (id) => document.getElementById(id);
  const lang = etalase.words().lang;
  const today = () => new Date().toISOString().slice(0, 10);
  const SAME = ["currency", "per", "basis", "for", "tax"];

  function asked() {
    const keys = lists.asKeys(location.hash.slice(1).replace(/%2F/gi, "/").replace(/%2C/gi, ",").split(","));
    return keys.length ? keys : lists.compared();
  }
  async function show() {
    const keys = asked();
    const found = await etalase.goods(keys);
    const offers = keys.filter((key) => found.has(key) && !found.get(key).gone).map((key) => found.get(key));
    const lost = keys.filter((key) => !offers.some((one) => one.key === key));
    lists.compare(offers.map((one) => one.key));
    document.querySelectorAll("a[data-lang]").forEach((link) => (link.hash = keys.join(",")));
    at("compare-empty").hidden = offers.length > 0;
    at("compare-tools").hidden = !offers.length;
    at("compare-lost").hidden = !lost.length;
    at("compare-lost").textContent = lost.length ? say("lost", { names: lost.join(", ") }) : "";
    at("compare-one").hidden = offers.length !== 1;
    at("compare-table").replaceChildren(...(offers.length ? [table(offers)] : []));
    at("compare-prices").textContent = offers.length > 1 ? prices(offers).why : "";
  }
  function drop(key) {
    const rest = asked().filter((one) => one !== key);
    lists.compare(rest);
    location.replace("#" + rest.join(","));
    if (!rest.length) show();
    at("main").focus();
  }
  /* Prices are ranked only where they are for the same unit, in the same currency, on the same terms. */
  function prices(offers) {
    const priced = offers.filter((one) => one.price && one.price.amount && !(one.price.until < today()));
    const odd = SAME.filter((name) => new Set(priced.map((one) => one.price[name] || "")).size > 1);
    const some = priced.length < offers.length ? " " + say("prices-not-stated") : "";
    if (priced.length < 2) return { lowest: [], why: say("prices-few") };
    if (odd.length) return { lowest: [], why: say("prices-differ", { what: odd.map((name) => say("basis-" + name)).join(", ") }) + some };
    const least = Math.min(...priced.map((one) => one.price.amount));
    return { lowest: priced.filter((one) => one.price.amount === least), why: say("prices-same") + some };
  }
  function head(one) {
    const picture = one.picture && make("img", { src: at("compare-page").dataset.root + one.picture[0], width: one.picture[1], height: one.picture[2], alt: told(one.alt, lang).text, class: "tint-" + one.picture[3] });
    const name = told(one.name, lang).text;
    return make("th", { scope: "col" },
      picture ? make("div", { class: "window" }, picture, one.picture[4] ? make("span", { class: "note" }, at("compare-page").dataset.illustration) : "") : "",
      etalase.link(one),
      make("button", { type: "button", class: "plain", "aria-label": `${say("part")}: ${name}`, click: () => drop(one.key) }, say("part")));
  }
  function cell(one, row, lowest) {
    const found = own(one.rows, lang).find(([key]) => key === row[0]);
    if (!found) return make("td", { class: "not-stated" }, say("not-stated"));
    if (row[0] === "price" && one.price && one.price.until < today()) return make("td", {}, say("price-ask"));
    return make("td", {}, found[2], " ", row[0] === "price" && lowest.includes(one) ? make("b", { class: "mark" }, say("lowest")) : "", found[3] ? make("span", { class: "note" }, found[3]) : "");
  }
  /* The lines of all of them, in the order in which a page tells them. What is not stated is not known to differ. */
  function table(offers) {
    const rows = new Map();
    offers.forEach((one) => own(one.rows, lang).forEach((row) => rows.has(row[0]) || rows.set(row[0], row)));
    const order = etalase.words().order;
    const rank = (row) => (order.indexOf(row[0]) + 1 || order.length + 1);
    const sorted = [...rows.values()].sort((one, two) => rank(one) - rank(two));
    const { lowest } = prices(offers);
    const body = sorted.map((row) => {
      const cells = offers.map((one) => cell(one, row, lowest));
      const said = offers.map((one) => own(one.rows, lang).find(([key]) => key === row[0])).filter(Boolean);
      const differs = new Set(said.map((one) => one.slice(2).join())).size > 1;
      return make("tr", { class: differs ? "differs" : "" }, make("th", { scope: "row" }, row[1], " ", differs ? make("span", { class: "mark" }, say("differs")) : ""), ...cells);
    });
    return make("table", { class: "beside beside-" + offers.length },
      make("caption", { class: "vh" }, at("compare-page").dataset.title),
      make("thead", {}, make("tr", {}, make("td", {}), ...offers.map(head))), make("tbody", {}, ...body));
  }
  at("compare-print").addEventListener("click", () => print());
  at("compare-clear").addEventListener("click", () => {
    lists.compare([]);
    location.replace("#");
    show().then(() => at("main").focus());
  });
  at("compare-share").addEventListener("click", async (event) => {
    const text = location.href.split("#")[0] + "#" + asked().join(",");
    at("shared").textContent = text;
    at("shared").hidden = false;
    event.target.textContent = say((await etalase.copy(text, at("shared"))) ? "link-copied" : "copy-by-hand");
  });
  addEventListener("hashchange", show);
  show();
})();
