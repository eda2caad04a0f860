/* Two to four products side by side. Which, stands in the page's address, so that it can be kept and shared. */
(() => {
  "use strict";
  const { make, button, say, told, own, at, lists, page, words } = etalase;
  if (page.id !== "compare-page") return;
  const SAME = ["currency", "per", "basis", "for", "tax"];

  const asked = () => {
    const keys = lists.keys(location.hash.slice(1).split(/,|%2C/i).map(etalase.decoded));
    return keys.length ? keys : lists.compared();
  };
  const show = async () => {
    const keys = asked(), found = await etalase.goods(keys);
    const offers = keys.map((key) => found.get(key)).filter((one) => one && !one.gone), n = offers.length;
    const names = keys.filter((key) => !offers.some((one) => one.key === key)).join(", ");
    lists.compare(offers.map((one) => one.key));
    document.querySelectorAll("a[data-lang]").forEach((link) => (link.hash = keys));
    at("compare-empty").hidden = n;
    at("compare-tools").hidden = !n;
    at("compare-lost").hidden = !names;
    at("compare-lost").textContent = names && say("lost", { names });
    at("compare-one").hidden = n !== 1;
    at("compare-table").replaceChildren(...(n ? [table(offers)] : []));
    at("compare-prices").textContent = n > 1 ? prices(offers).why : "";
  };
  const keep = async (keys) => {
    lists.compare(keys);
    location.replace("#" + keys);
    await show();
    at("main").focus();
  };
  const over = (one) => new Date(one.price.until + "T23:59:59") < new Date();
  /* Prices are ranked only where they are for the same unit, in the same currency, on the same terms. */
  const prices = (offers) => {
    const priced = offers.filter((one) => one.price && one.price.amount && !over(one));
    const odd = SAME.filter((name) => new Set(priced.map((one) => one.price[name] || "")).size > 1);
    const some = priced.length < offers.length ? " " + say("prices-not-stated") : "";
    if (priced.length < 2) return { lowest: [], why: say("prices-few") };
    if (odd.length) return { lowest: [], why: say("prices-differ", { what: odd.map((name) => say("basis-" + name)).join(", ") }) + some };
    const least = Math.min(...priced.map((one) => one.price.amount));
    return { lowest: priced.filter((one) => one.price.amount === least), why: say("prices-same") + some };
  };
  const head = (one) => {
    const name = told(one.name).text, [src, width, height, tint, drawn] = one.picture || [];
    return make("th", { scope: "col" },
      make("div", { class: "window" },
        src && make("img", { src: page.dataset.root + src, width, height, alt: told(one.alt).text, class: "tint-" + tint }),
        (drawn || !src) && make("span", { class: "note" }, page.dataset[src ? "illustration" : "none"])),
      etalase.link(one),
      button(say("part"), { class: "plain", "aria-label": say("part") + ": " + name }, () => keep(asked().filter((key) => key !== one.key))));
  };
  const line = (one, key) => own(one.rows, words.lang).find((row) => row[0] === key);
  const cell = (one, key, lowest) => {
    const found = line(one, key), price = key === "price";
    if (!found) return make("td", { class: "not-stated" }, say("not-stated"));
    if (price && one.price && over(one)) return make("td", {}, say("price-ask"));
    return make("td", {}, found[2], " ", price && lowest.includes(one) && make("b", { class: "mark" }, say("lowest")), found[3] && make("span", { class: "note" }, found[3]));
  };
  /* The lines of all of them, in the order in which a page tells them. What is not stated is not known to differ. */
  const table = (offers) => {
    const { order } = words, labels = new Map(), { lowest } = prices(offers);
    offers.forEach((one) => own(one.rows, words.lang).forEach(([key, label]) => labels.has(key) || labels.set(key, label)));
    const rank = ([key]) => order.indexOf(key) + 1 || order.length + 1;
    const rows = [...labels].sort((one, two) => rank(one) - rank(two)).map(([key, label]) => {
      const said = offers.map((one) => line(one, key)).filter(Boolean).map((row) => row.slice(2).join());
      const differs = new Set(said).size > 1;
      return make("tr", { class: differs && "differs" },
        make("th", { scope: "row" }, label, " ", differs && make("span", { class: "mark" }, say("differs"))),
        ...offers.map((one) => cell(one, key, lowest)));
    });
    return make("table", { class: "beside beside-" + offers.length },
      make("caption", { class: "vh" }, page.dataset.title),
      make("thead", {}, make("tr", {}, make("td"), ...offers.map(head))), make("tbody", {}, ...rows));
  };
  const press = (id, act) => at("compare-" + id).addEventListener("click", act);
  press("print", () => print());
  press("clear", () => keep([]));
  press("share", async ({ target }) => (target.textContent = await etalase.shared("#" + asked())));
  addEventListener("hashchange", show);
  show();
})();
