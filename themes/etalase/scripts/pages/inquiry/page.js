/* The inquiry page: a list of goods, what their quantities mean, and letters to those who must be asked. It keeps what
   is typed on this device and sends nothing: every way out is a link or a button that the buyer presses. */
(function () {
  "use strict";
  const lists = window.etalaseLists;
  const { make, say, told, own, quantity } = etalase;
  const at = (id) => document.getElementById(id);
  const page = at("inquiry-page");
  const form = at("inquiry-form");
  const lang = etalase.words().lang;
  let found = new Map();

  /* -- what is kept ------------------------------------------------------------------------------------------------ */
  const TEXTS = ["city", "port", "name", "business", "reply", "needed", "by", "country", "term", "use"];
  function reference() {
    const now = new Date();
    const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("");
    const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ"; /* neither I nor O, which are read as numbers */
    return day + "-" + Array.from(crypto.getRandomValues(new Uint8Array(4)), (one) => letters[one % letters.length]).join("");
  }
  /* What was filled in, each part of the kind it must be. */
  function filledIn() {
    const kept = lists.form();
    const clean = { papers: {}, sample: kept.sample === true, abroad: kept.abroad === undefined ? page.dataset.abroad === "1" : kept.abroad === true };
    TEXTS.forEach((name) => (clean[name] = typeof kept[name] === "string" ? kept[name].slice(0, 120) : ""));
    if (!/^\d{4}-\d\d-\d\d$/.test(clean.needed)) clean.needed = "";
    Object.keys(etalase.words().papers).forEach((key) => {
      const wish = own(kept.papers, key);
      clean.papers[key] = wish === undefined ? etalase.words().always.includes(key) : wish === true;
    });
    clean.ref = /^\d{8}-[A-Z]{4}$/.test(kept.ref) ? kept.ref : "";
    if (!clean.ref) {
      clean.ref = reference();
      lists.keepForm(clean);
    }
    return clean;
  }
  function change(part) {
    lists.keepForm(Object.assign(filledIn(), part));
    draw();
  }

  /* -- the form ---------------------------------------------------------------------------------------------------- */
  const choice = (value, text) => new Option(text, value);
  function prepare() {
    document.querySelectorAll("[data-list]").forEach((place) => place.append(make("ol", { id: place.dataset.list })));
    const names = etalase.words().countries.map((code) => [code, etalase.country(code)]);
    names.sort((one, two) => one[1].localeCompare(two[1], lang));
    at("f-country").append(choice("", say("choose")), ...names.map(([code, name]) => choice(code, name)));
    at("f-term").append(choice("", say("choose")), ...etalase.words().incoterms.map((term) => choice(term, term)));
    const kept = filledIn();
    Array.from(form.elements).forEach((field) => {
      const name = field.name;
      if (field.type === "radio") field.checked = field.value === (name === "scope" ? (kept.abroad ? "abroad" : "home") : kept[name]);
      else if (field.type === "checkbox") field.checked = kept[name] === true;
      else if (TEXTS.includes(name)) field.value = kept[name];
    });
    form.addEventListener("input", (event) => {
      const { name, value, type, checked } = event.target;
      if (name === "scope") change({ abroad: value === "abroad" });
      else if (name === "paper") change({ papers: Object.assign(filledIn().papers, { [value]: checked }) });
      else if (type === "checkbox") change({ [name]: checked });
      else if (TEXTS.includes(name)) change({ [name]: value });
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    document.querySelectorAll("[data-do]").forEach((button) => button.addEventListener("click", () => DO[button.dataset.do](button)));
  }

  /* -- the goods --------------------------------------------------------------------------------------------------- */
  const UNITS = () => Object.keys(etalase.words().units[lang]);
  function row(line, number) {
    const offer = found.get(line.key);
    if (!offer || offer.gone) return gone(line, offer);
    const id = "g" + number;
    const unit = line.unit || own(offer.order, "unit") || "unit";
    const keep = (part) => {
      lists.keep(lists.goods().map((one) => (one.key === line.key ? Object.assign(one, part) : one)));
      draw();
    };
    const field = (name, label, control) => make("p", { class: "field field-" + name }, make("label", { for: id + name }, label), control);
    const units = make("select", { id: id + "unit", change: (event) => keep({ unit: event.target.value }) });
    UNITS().forEach((code) => units.append(choice(code, quantity(1, code).replace(/^\S+\u00a0/, ""))));
    units.value = unit;
    const count = make("input", { id: id + "amount", type: "text", inputmode: "decimal", maxlength: 12, autocomplete: "off", value: line.amount, "aria-describedby": id + "told", input: (event) => keep({ amount: event.target.value }) });
    const note = make("input", { id: id + "note", type: "text", maxlength: 300, autocomplete: "off", value: line.note, input: (event) => keep({ note: event.target.value }) });
    return make("li", { class: "good", "data-key": line.key },
      make("div", { class: "good-head" },
        make("h3", {}, etalase.link(offer)),
        make("p", { class: "small soft" }, `${offer.facility.name}, ${told(offer.facility.place, lang).text}`),
        drop(line, told(offer.name, lang).text)),
      make("div", { class: "good-fields" }, field("amount", say("amount"), count), field("unit", say("unit"), units), field("note", say("note"), note)),
      make("ul", { class: "told", id: id + "told" }));
  }
  function drop(line, name) {
    return make("button", { type: "button", class: "plain", "aria-label": `${say("remove")}: ${name}`, click() {
      const all = lists.goods();
      const where = all.findIndex((one) => one.key === line.key);
      lists.keep(all.filter((one) => one.key !== line.key));
      show().then(() => {
        at("inquiry-status").textContent = say("removed", { name });
        const next = at("goods").querySelectorAll("button")[Math.min(where, at("goods").children.length - 1)];
        (next || at("main")).focus();
      });
    } }, say("remove"));
  }
  function gone(line, offer) {
    const name = (offer && told(offer.name, lang).text) || line.name || line.key;
    return make("li", { class: "good" }, make("div", { class: "good-head" },
      make("h3", {}, offer ? etalase.link(offer) : name),
      make("p", { class: "small bad" }, say(offer ? "no-longer-offered" : "no-longer-there")), drop(line, name)));
  }
  const toldLine = (one) => make("li", { class: one.is }, one.text, one.working ? make("span", { class: "note" }, one.working) : "");

  /* -- drawing ------------------------------------------------------------------------------------------------------ */
  const here = () => lists.goods().map((line) => ({ line, offer: found.get(line.key) })).filter(({ offer }) => offer && !offer.gone);
  async function show() {
    const list = lists.goods();
    found = await etalase.goods(list.map((one) => one.key));
    at("inquiry-empty").hidden = list.length > 0;
    at("inquiry-tools").hidden = !list.length;
    at("goods").replaceChildren(...list.map(row));
    draw();
  }
  /* All that follows from what is typed; the fields themselves stay as they are. */
  function draw() {
    const kept = filledIn();
    const lines = here();
    const needed = kept.needed ? new Date(kept.needed + "T00:00") : null;
    const today = new Date(new Date().setHours(0, 0, 0, 0));
    at("scope-home").hidden = kept.abroad;
    at("scope-abroad").hidden = !kept.abroad;
    at("inquiry-kept").hidden = lists.kept;
    lines.forEach(({ line, offer }) => {
      const place = at("goods").querySelector(`[data-key="${line.key}"] .told`);
      if (place) place.replaceChildren(...etalase.reckon(offer, line, needed, today).map(toldLine));
    });
    total(lines);
    law(kept, lines);
    papers(kept, lines);
    letters(kept, lines);
    at("inquiry-ref").textContent = kept.ref;
  }
  function total(lines) {
    const boxes = lines.map(({ line, offer }) => etalase.packed(offer, etalase.amountOf(line.amount), line.unit || own(offer.order, "unit")));
    const known = boxes.filter((one) => one && one.volume > 0);
    const volume = known.reduce((sum, one) => sum + one.volume, 0);
    const cartons = known.reduce((sum, one) => sum + one.cartons, 0);
    const rest = lines.length - known.length;
    at("total").hidden = known.length < 2;
    at("total").textContent = known.length < 2 ? "" : say("total", { cartons: etalase.number(cartons), volume: etalase.number(volume), share: etalase.share(volume) }) + (rest ? " " + say("total-rest", { rest }) : "");
  }
  function law(kept, lines) {
    const place = at("law");
    const rules = (own(etalase.words().markets, kept.country) || []).filter((rule) => !rule.category || lines.some(({ offer }) => offer.category === rule.category));
    place.hidden = !(kept.abroad && kept.country);
    place.replaceChildren(...(place.hidden ? [] : [
      make("p", { class: "law-head" }, say("law", { country: etalase.country(kept.country) })),
      ...(rules.length ? rules.map(rule) : [make("p", {}, say("law-none"))]),
      make("p", { class: "small soft" }, page.dataset.advice),
    ]));
    place.classList.toggle("is-prohibited", rules.some((one) => one.status === "prohibited"));
  }
  const rule = (one) => make("div", {},
    make("p", {}, make("b", {}, one.word), one.category ? " · " + say("law-goods") : "", ". ", one.says),
    make("p", { class: "small soft" }, one.url ? make("a", { href: one.url }, one.instrument || one.url) : one.instrument || "", one.instrument || one.url ? " · " : "", say("law-checked", { date: one.checked })));
  function papers(kept, lines) {
    const keys = etalase.papersOf(lines, kept);
    const place = at("papers");
    const shown = Array.from(place.querySelectorAll("input"), (one) => one.value);
    at("papers-set").hidden = !keys.length;
    if (shown.join() === keys.join()) return;
    place.replaceChildren(...keys.map((key) => make("li", {}, make("label", { class: "tick" },
      make("input", { type: "checkbox", name: "paper", value: key, checked: kept.papers[key] }), told(etalase.words().papers[key], lang).text))));
  }

  /* -- the letters --------------------------------------------------------------------------------------------------- */
  function groups(lines) {
    const all = new Map();
    lines.forEach((one) => {
      const id = one.offer.contact;
      all.set(id, (all.get(id) || []).concat(one));
    });
    return [...all.values()].map((own_) => ({ who: own_[0].offer.who, lines: own_ }));
  }
  function letters(kept, lines) {
    at("letters").replaceChildren(...groups(lines).map((group, number) => letter(group, kept, number)));
    at("letters-set").hidden = !lines.length;
    at("rfqs").replaceChildren(...groups(lines).map((group) => rfq(group, kept)));
  }
  function letter({ who, lines }, kept, number) {
    const text = etalase.letter(who, lines, kept);
    const parts = etalase.parts(text);
    const names = lines.map(({ offer }) => told(offer.name, lang).text).join(", ");
    const subject = etalase.filled(etalase.words().letter[etalase.languages(who)[0]].subject, { ref: kept.ref, goods: names });
    const shown = make("div", { class: "letter", tabindex: 0, role: "group", "aria-labelledby": "to" + number }, text);
    const chat = parts.map((part, at_) => make("a", { class: "button", href: `https://wa.me/${who.whatsapp || ""}?text=${encodeURIComponent(part)}` },
      say(who.whatsapp ? "whatsapp" : "whatsapp-open") + (parts.length > 1 ? " " + say("part-of", { part: at_ + 1, parts: parts.length }) : "")));
    const mail = ["mail", "to:"].join("") + `${who.email || ""}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
    const facts = (own(who.facts, lang) || []).map(([, label, value]) => make("div", {}, make("dt", {}, label), make("dd", {}, value)));
    return make("li", { class: "recipient" },
      make("div", {},
        make("h3", { id: "to" + number }, who.unit),
        make("p", {}, told(who.whom, lang).text),
        who.from ? make("p", { class: "small soft" }, told(who.from, lang).text) : "",
        facts.length ? make("dl", { class: "facts" }, ...facts) : make("p", { class: "small soft" }, say("no-contact", { unit: who.unit })),
        make("p", { class: "do" },
          ...chat,
          who.email ? make("a", { class: "button", href: mail }, say("email")) : "",
          make("button", { type: "button", class: "button", async click() {
            this.textContent = (await etalase.copy(text, shown)) ? say("copied") : say("copy-by-hand");
          } }, say("copy")))),
      shown);
  }
  /* The request as a sheet of paper: one to each who is asked, with room for the answer. */
  function rfq({ who, lines }, kept) {
    const codes = etalase.languages(who);
    const both = (name) => codes.map((code) => etalase.words().letter[code][name]).join(" / ");
    const heads = ["t-goods", "t-amount", "t-note", "t-price", "t-time"].map((name) => make("th", { scope: "col" }, both(name)));
    const rows = lines.map(({ line, offer }) => make("tr", {},
      make("td", {}, told(offer.name, codes[0]).text, make("br"), make("span", { class: "small" }, etalase.whole(offer, codes[0]))),
      make("td", { class: "num" }, etalase.amountTold(line, offer, codes[0])), make("td", {}, line.note), make("td", {}), make("td", {})));
    const facts = [["t-to", who.unit], ["t-from", [kept.name, kept.business, kept.reply].filter(Boolean).join(", ")], ["t-date", etalase.date(new Date(), codes[0])], ["t-number", kept.ref]];
    const paper = etalase.wanted(lines, kept).map((key) => told(etalase.words().papers[key], codes[0]).text).join("; ");
    return make("section", { class: "rfq" },
      make("h2", {}, both("t-title")),
      make("dl", { class: "facts" }, ...facts.map(([name, value]) => make("div", {}, make("dt", {}, both(name)), make("dd", {}, value || "…………………")))),
      make("table", {}, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...rows)),
      make("p", {}, make("b", {}, both("t-papers") + ": "), paper || "—"),
      make("div", { class: "rfq-letter" }, etalase.letter(who, lines, kept)));
  }

  /* -- ways out ------------------------------------------------------------------------------------------------------ */
  /* A spreadsheet takes a text that begins so for a formula: it gets a mark before it. */
  const cell = (value) => `"${String(value === undefined ? "" : value).replace(/^(?=[=+\-@\t\r])/, "'").replace(/"/g, '""')}"`;
  function table() {
    const kept = filledIn();
    const say_ = etalase.words().letter[lang];
    const head = ["t-number", "t-to", "t-goods", "t-amount", "t-unit", "t-note", "t-page"].map((name) => say_[name]);
    const rows = here().map(({ line, offer }) => [kept.ref, offer.who.unit, told(offer.name, lang).text, line.amount, line.unit || own(offer.order, "unit") || "unit", line.note, etalase.whole(offer, lang)]);
    return "\ufeff" + [head, ...rows].map((cells) => cells.map(cell).join(",")).join("\r\n") + "\r\n";
  }
  const DO = {
    print: () => print(),
    csv() {
      const href = URL.createObjectURL(new Blob([table()], { type: "text/csv" }));
      make("a", { href, download: filledIn().ref + ".csv" }).click();
      setTimeout(() => URL.revokeObjectURL(href), 60000);
    },
    async share(button) {
      const text = location.href.split("#")[0] + lists.written(lists.goods());
      const place = at("shared");
      place.textContent = text;
      place.hidden = false;
      at("inquiry-status").textContent = button.textContent = say((await etalase.copy(text, place)) ? "link-copied" : "copy-by-hand");
    },
    clear() {
      lists.keep([]);
      change({ ref: "" });
      show().then(() => at("main").focus());
    },
    add: () => take(lists.goods().concat(incoming())),
    replace: () => take(incoming()),
    ignore: () => take(lists.goods()),
  };

  /* -- a list that came with the address ------------------------------------------------------------------------------ */
  const incoming = () => lists.readFrom(location.hash);
  function take(list) {
    lists.keep(list);
    if (lists.kept) location.replace("#");
    at("incoming").hidden = true;
    show().then(() => at("main").focus());
  }
  function receive() {
    const came = incoming();
    const mine = lists.goods();
    const same = lists.written(came) === lists.written(mine);
    if (!came.length || same) return show();
    if (!mine.length) lists.keep(came);
    else {
      at("incoming").hidden = false;
      at("incoming-text").textContent = say("incoming", { count: came.length });
    }
    return show();
  }
  prepare();
  receive();
  addEventListener("hashchange", receive);
  addEventListener("storage", show);
})();
