/* The inquiry page: a list of goods, what their quantities mean, and letters to those who must be asked. It keeps what
   is typed on this device and sends nothing: every way out is a link or a button that the buyer presses. */
(() => {
  "use strict";
  const { make, button, say, told, own, quantity, at, lists, page, words, unitOf } = etalase;
  if (page.id !== "inquiry-page") return;
  const form = at("inquiry-form"), { lang } = words;
  let found = new Map();

  /* -- what is kept ------------------------------------------------------------------------------------------------ */
  const TEXTS = ["city", "port", "name", "business", "reply", "needed", "by", "country", "term", "use"];
  const reference = () => {
    /* Neither I nor O, which are read as numbers. */
    const now = new Date(), letters = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    const day = new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10).replaceAll("-", "");
    return day + "-" + Array.from(crypto.getRandomValues(new Uint8Array(4)), (one) => letters[one % letters.length]).join("");
  };
  /* What was filled in, each part of the kind it must be. */
  const filledIn = () => {
    const kept = lists.form(), { abroad = page.dataset.abroad === "1" } = kept;
    const clean = { papers: {}, sample: kept.sample === true, abroad: abroad === true, ref: kept.ref };
    TEXTS.forEach((name) => (clean[name] = typeof kept[name] === "string" ? kept[name].slice(0, 120) : ""));
    if (!/^\d{4}-\d\d-\d\d$/.test(clean.needed)) clean.needed = "";
    if (!/^(courier|pickup)$/.test(clean.by)) clean.by = "";
    Object.keys(words.papers).forEach((key) => (clean.papers[key] = own(kept.papers, key) ?? words.always.includes(key)));
    if (/^\d{8}-[A-Z]{4}$/.test(clean.ref)) return clean;
    clean.ref = reference();
    lists.keepForm(clean);
    return clean;
  };
  const change = (part) => {
    lists.keepForm({ ...filledIn(), ...part });
    draw();
  };

  /* -- the form ---------------------------------------------------------------------------------------------------- */
  const choices = (id, all) => at(id).append(new Option(say("choose"), ""), ...all.map(([code, name]) => new Option(name, code)));
  const prepare = () => {
    document.querySelectorAll("[data-list]").forEach((place) => place.append(make("ol", { id: place.dataset.list })));
    const kept = filledIn(), names = words.countries.map((code) => [code, etalase.country(code)]);
    choices("f-country", names.sort((one, two) => one[1].localeCompare(two[1], lang)));
    choices("f-term", words.incoterms.map((term) => [term, term]));
    for (const field of form.elements) {
      const { name, type } = field;
      if (type === "radio") field.checked = field.value === (name === "scope" ? (kept.abroad ? "abroad" : "home") : kept[name]);
      else if (type === "checkbox") field.checked = kept[name];
      else if (TEXTS.includes(name)) field.value = kept[name];
    }
    form.addEventListener("input", ({ target: { name, value, type, checked } }) => {
      if (name === "scope") change({ abroad: value === "abroad" });
      else if (name === "paper") change({ papers: { ...filledIn().papers, [value]: checked } });
      else if (type === "checkbox") change({ [name]: checked });
      else if (TEXTS.includes(name)) change({ [name]: value });
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    document.querySelectorAll("[data-do]").forEach((one) => one.addEventListener("click", () => DO[one.dataset.do](one)));
  };

  /* -- the goods --------------------------------------------------------------------------------------------------- */
  const row = (line, number) => {
    const offer = found.get(line.key);
    if (!offer || offer.gone) return gone(line, offer);
    const id = "g" + number, described = id + "told";
    const keep = (name) => ({ target }) => {
      lists.keep(lists.goods().map((one) => (one.key === line.key ? { ...one, [name]: target.value } : one)));
      draw();
    };
    const field = (name, control) =>
      make("p", { class: "field field-" + name }, make("label", { for: id + name }, say(name)), control);
    const input = (name, looks) =>
      field(name, make("input", { id: id + name, type: "text", autocomplete: "off", value: line[name], input: keep(name), ...looks }));
    const units = make("select", { id: id + "unit", change: keep("unit") });
    Object.keys(words.units[lang]).forEach((code) => units.append(new Option(quantity(1, code).split("\u00a0")[1], code)));
    units.value = unitOf(line, offer);
    return make("li", { class: "good", "data-key": line.key },
      make("div", { class: "good-head" },
        make("h3", {}, etalase.link(offer)),
        make("p", { class: "small soft" }, offer.facility.name + ", " + told(offer.facility.place).text),
        drop(line, told(offer.name).text)),
      make("div", { class: "good-fields" }, input("amount", { inputmode: "decimal", maxlength: 12, "aria-describedby": described }), field("unit", units), input("note", { maxlength: 300 })),
      make("ul", { class: "told", id: described }));
  };
  const drop = ({ key }, name) =>
    button(say("remove"), { class: "plain", "aria-label": say("remove") + ": " + name }, async () => {
      const all = lists.goods(), where = all.findIndex((one) => one.key === key);
      lists.keep(all.filter((one) => one.key !== key));
      await show();
      at("inquiry-status").textContent = say("removed", { name });
      (at("goods").querySelectorAll("button")[Math.min(where, all.length - 2)] || at("main")).focus();
    });
  const gone = (line, offer) => {
    const name = (offer && told(offer.name).text) || line.name || line.key;
    return make("li", { class: "good" }, make("div", { class: "good-head" },
      make("h3", {}, offer ? etalase.link(offer) : name),
      make("p", { class: "small bad" }, say(offer ? "no-longer-offered" : "no-longer-there")), drop(line, name)));
  };
  const toldLine = ({ is, text, working }) => make("li", { class: is }, text, working && make("span", { class: "note" }, working));

  /* -- drawing ----------------------------------------------------------------------------------------------------- */
  const here = () => lists.goods().map((line) => ({ line, offer: found.get(line.key) })).filter(({ offer }) => offer && !offer.gone);
  const show = async () => {
    const list = lists.goods();
    found = await etalase.goods(list.map((one) => one.key));
    at("inquiry-empty").hidden = list.length;
    at("inquiry-tools").hidden = !list.length;
    at("goods").replaceChildren(...list.map(row));
    draw();
  };
  /* All that follows from what is typed; the fields themselves stay as they are. */
  const draw = () => {
    const kept = filledIn(), lines = here(), needed = kept.needed && new Date(kept.needed + "T00:00");
    const today = new Date(new Date().setHours(0, 0, 0, 0));
    at("scope-home").hidden = kept.abroad;
    at("scope-abroad").hidden = !kept.abroad;
    at("inquiry-kept").hidden = lists.kept;
    lines.forEach(({ line, offer }) => {
      const place = at("goods").querySelector(`[data-key="${line.key}"] .told`);
      if (place) place.replaceChildren(...etalase.reckon(offer, line, unitOf(line, offer), needed, today).map(toldLine));
    });
    total(lines);
    law(kept, lines);
    papers(kept, lines);
    const whom = [...new Set(lines.map(({ offer }) => offer.contact))];
    const groups = whom.map((id) => lines.filter(({ offer }) => offer.contact === id)).map((lines) => ({ who: lines[0].offer.who, lines }));
    at("letters").replaceChildren(...groups.map((group, number) => letter(group, kept, number)));
    at("letters-set").hidden = !lines.length;
    at("rfqs").replaceChildren(...groups.map((group) => rfq(group, kept)));
    at("inquiry-ref").textContent = kept.ref;
  };
  const total = (lines) => {
    const boxes = lines.map(({ line, offer }) => etalase.packed(offer, etalase.amountOf(line.amount), unitOf(line, offer)));
    const known = boxes.filter((one) => one && one.volume > 0), rest = lines.length - known.length;
    const sum = (name) => known.reduce((sum, one) => sum + one[name], 0), volume = sum("volume");
    const all = { cartons: etalase.number(sum("cartons")), volume: etalase.number(volume), share: etalase.share(volume) };
    at("total").hidden = known.length < 2;
    at("total").textContent = say("total", all) + (rest ? " " + say("total-rest", { rest }) : "");
  };
  const law = (kept, lines) => {
    const place = at("law"), shown = kept.abroad && kept.country;
    const rules = (own(words.markets, kept.country) || []).filter((rule) => !rule.category || lines.some(({ offer }) => offer.category === rule.category));
    place.hidden = !shown;
    place.classList.toggle("is-prohibited", rules.some((one) => one.status === "prohibited"));
    place.replaceChildren();
    if (shown)
      place.append(
        make("p", { class: "law-head" }, say("law", { country: etalase.country(kept.country) })),
        ...(rules.length ? rules.map(rule) : [make("p", {}, say("law-none"))]),
        make("p", { class: "small soft" }, page.dataset.advice)
      );
  };
  const rule = ({ word, category, says, url, instrument, checked: date }) =>
    make("div", {},
      make("p", {}, make("b", {}, word), category && " · " + say("law-goods"), ". ", says),
      make("p", { class: "small soft" }, url ? make("a", { href: url }, instrument || url) : instrument, (instrument || url) && " · ", say("law-checked", { date })));
  const papers = (kept, lines) => {
    const keys = etalase.papersOf(lines, kept), place = at("papers");
    at("papers-set").hidden = !keys.length;
    if (Array.from(place.querySelectorAll("input"), (one) => one.value).join() === keys.join()) return;
    place.replaceChildren(...keys.map((key) => make("li", {}, make("label", { class: "tick" },
      make("input", { type: "checkbox", name: "paper", value: key, checked: kept.papers[key] === true }), told(words.papers[key]).text))));
  };

  /* -- the letters ------------------------------------------------------------------------------------------------- */
  const facts = (all) => make("dl", { class: "facts" }, ...all.map(([label, value]) => make("div", {}, make("dt", {}, label), make("dd", {}, value))));
  const letter = ({ who, lines }, kept, number) => {
    const text = etalase.draft(who, lines, kept), parts = etalase.parts(text), id = "to" + number, encoded = encodeURIComponent(text);
    const goods = lines.map(({ offer }) => told(offer.name).text).join(", ");
    const subject = etalase.filled(words.letter[etalase.languages(who)[0]].subject, { ref: kept.ref, goods });
    const shown = make("div", { class: "letter", tabindex: 0, role: "group", "aria-labelledby": id }, text);
    const open = (href, label) => make("a", { class: "button", href }, label);
    const chat = parts.map((part, n) =>
      open(`https://wa.me/${who.whatsapp || ""}?text=${encodeURIComponent(part)}`,
        say(who.whatsapp ? "whatsapp" : "whatsapp-open") + (parts[1] ? " " + say("part-of", { part: n + 1, parts: parts.length }) : "")));
    const known = own(who.facts, lang) || [];
    return make("li", { class: "recipient" },
      make("div", {},
        make("h3", { id }, who.unit),
        make("p", {}, told(who.whom).text),
        who.from && make("p", { class: "small soft" }, told(who.from).text),
        known.length ? facts(known.map((row) => row.slice(1))) : make("p", { class: "small soft" }, say("no-contact", who)),
        make("p", { class: "do" },
          ...chat,
          who.email && open(["mail", "to:"].join("") + `${who.email}?subject=${encodeURIComponent(subject)}&body=${encoded}`, say("email")),
          button(say("copy"), { class: "button" }, async ({ target }) => {
            target.textContent = say((await etalase.copy(text, shown)) ? "copied" : "copy-by-hand");
          }))),
      shown);
  };
  /* The request as a sheet of paper: one to each who is asked, with room for the answer. */
  const rfq = ({ who, lines }, kept) => {
    const codes = etalase.languages(who), [first] = codes;
    const both = (name) => codes.map((code) => words.letter[code]["t-" + name]).join(" / ");
    const cells = (name, all, looks) => make("tr", {}, ...all.map((one) => make(name, looks, ...[].concat(one))));
    const rows = lines.map(({ line, offer }) => cells("td", [
      [told(offer.name, first).text, make("br"), make("span", { class: "small" }, etalase.whole(offer, first))],
      etalase.amountTold(line, offer, first), line.note, "", "",
    ]));
    const sender = [kept.name, kept.business, kept.reply].filter(Boolean).join(", ") || "…………………";
    const paper = etalase.wanted(lines, kept).map((key) => told(words.papers[key], first).text).join("; ");
    return make("section", { class: "rfq" },
      make("h2", {}, both("title")),
      facts([[both("to"), who.unit], [both("from"), sender], [both("date"), etalase.date(new Date(), first)], [both("number"), kept.ref]]),
      make("table", {}, make("thead", {}, cells("th", ["goods", "amount", "note", "price", "time"].map(both), { scope: "col" })), make("tbody", {}, ...rows)),
      make("p", {}, make("b", {}, both("papers") + ": "), paper || "—"),
      make("div", { class: "rfq-letter" }, etalase.draft(who, lines, kept)));
  };

  /* -- ways out ---------------------------------------------------------------------------------------------------- */
  /* A spreadsheet takes a text that begins so for a formula: it gets a mark before it. */
  const cell = (value) => `"${String(value).replace(/^(?=[=+\-@\t\r])/, "'").replaceAll('"', '""')}"`;
  const table = ({ ref }) => {
    const head = ["number", "to", "goods", "amount", "unit", "note", "page"].map((name) => words.letter[lang]["t-" + name]);
    const rows = here().map(({ line, offer }) => [ref, offer.who.unit, told(offer.name).text, line.amount, unitOf(line, offer), line.note, etalase.whole(offer, lang)]);
    return "\ufeff" + [head, ...rows].map((cells) => cells.map(cell) + "\r\n").join("");
  };
  const DO = {
    print: () => print(),
    csv() {
      const kept = filledIn(), href = URL.createObjectURL(new Blob([table(kept)], { type: "text/csv" }));
      make("a", { href, download: kept.ref + ".csv" }).click();
      setTimeout(() => URL.revokeObjectURL(href), 60000);
    },
    async share(pressed) {
      at("inquiry-status").textContent = pressed.textContent = await etalase.shared(lists.written(lists.goods()));
    },
    async clear() {
      lists.keep([]);
      change({ ref: "" });
      await show();
      at("main").focus();
    },
    add: () => take(lists.goods().concat(incoming())),
    replace: () => take(incoming()),
    ignore: () => take(lists.goods()),
  };

  /* -- a list that came with the address --------------------------------------------------------------------------- */
  const incoming = () => lists.readFrom(location.hash);
  const take = async (list) => {
    lists.keep(list);
    if (lists.kept) location.replace("#");
    at("incoming").hidden = true;
    await show();
    at("main").focus();
  };
  const receive = async () => {
    const came = incoming(), mine = lists.goods(), count = came.length;
    if (!mine.length) lists.keep(came);
    await show();
    at("incoming").hidden = !mine.length || !count || lists.written(came) === lists.written(mine);
    at("incoming-text").textContent = say("incoming", { count });
  };
  prepare();
  receive();
  addEventListener("hashchange", receive);
  addEventListener("storage", show);
})();
