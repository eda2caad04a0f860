/* The letters: one to each who must be asked, in the language they read, with the buyer's own below. */
(function () {
  "use strict";
  const { own, filled, quantity, told, whole } = etalase;
  const LONGEST = 1400; /* of one message; what numbers the parts comes on top, and 1,500 is the limit */

  function amount(line, offer, lang) {
    const number = etalase.amountOf(line.amount);
    const unit = line.unit || own(offer.order, "unit") || "unit";
    return number > 0 ? quantity(number, unit, lang) : etalase.words().letter[lang].amount;
  }
  /* `form` is what the buyer filled in; `lines` are those of this letter, each with its offer. */
  function letter(who, lines, form, lang) {
    const say = etalase.words().letter[lang];
    const put = (name, parts) => filled(say[name], parts);
    const where = [form.city, form.abroad && form.country ? etalase.country(form.country, lang) : ""].filter(Boolean).join(", ");
    const self = { name: form.name || say.name, business: form.business || say.business, where: where || say.where };
    const goods = lines.map(({ line, offer }, at) => {
      const address = whole(offer, lang);
      const note = line.note ? ` – ${line.note.replace(/\s+/g, " ")}` : "";
      return `${at + 1}. ${told(offer.name, lang).text}: ${amount(line, offer, lang)}${note}${address ? ` (${address})` : ""}`;
    });
    const papers = wanted(lines, form).map((key) => told(etalase.words().papers[key], lang).text);
    const place = form.abroad ? [form.port, form.country ? etalase.country(form.country, lang) : ""].filter(Boolean).join(", ") : form.city;
    const ways = form.abroad
      ? [form.term ? put("terms", { term: form.term, place: form.port || say.place }) : ""]
      : [form.by === "courier" ? say.courier : "", form.by === "pickup" ? say.pickup : ""];
    const more = [
      put("to", { place: place || say.place }),
      ...ways,
      put("by", { date: form.needed ? etalase.date(new Date(form.needed + "T12:00"), lang) : say.date }),
      form.use === "own" ? say["use-own"] : form.use === "resale" ? say["use-resale"] : "",
      form.sample ? say.sample : "",
      form.reply ? put("reply", { reply: form.reply }) : "",
      put("reference", { ref: form.ref }),
    ];
    return [
      put("greeting", { unit: who.unit }),
      form.name && !form.business ? put("self-plain", self) : put("self", self),
      ...goods,
      papers.length ? put("ask", { papers: papers.join(", ") }) : say["ask-any"],
      more.filter(Boolean).join(" "),
      say.thanks,
    ].join("\n");
  }
  /* The papers that these goods call for and the buyer wants. */
  function wanted(lines, form) {
    return papersOf(lines, form).filter((key) => own(form.papers, key));
  }
  function papersOf(lines, form) {
    const all = lines.flatMap(({ offer }) => offer.papers || []);
    return [...new Set(form.abroad ? all.concat(etalase.words().abroad) : all)].filter((key) => own(etalase.words().papers, key));
  }
  /* The languages of a letter, the reader's first: who reads but the reference language gets that, ours below. */
  function languages(who) {
    const { lang, reference, letter: known } = etalase.words();
    const reads = (who.reads || []).filter((code) => own(known, code));
    return reads.includes(lang) || lang === reference ? [lang] : [reference, lang];
  }
  function whole_(who, lines, form) {
    const codes = languages(who);
    return codes
      .map((code, at) => (at ? `— ${etalase.words().letter[code].tongue} —\n` : "") + letter(who, lines, form, code))
      .join("\n\n");
  }
  /* A text in parts that each fit a message: cut between lines, or within one that is too long by itself. */
  function parts(text) {
    const found = [""];
    for (const line of text.split("\n").flatMap(pieces)) {
      const last = found[found.length - 1];
      if (last && last.length + line.length + 1 > LONGEST) found.push(line);
      else found[found.length - 1] = last ? last + "\n" + line : line;
    }
    return found.length === 1 ? found : found.map((part, at) => `(${at + 1}/${found.length})\n${part.trim()}`);
  }
  function pieces(line) {
    const found = [];
    for (let rest = Array.from(line); ; ) {
      let end = 0;
      let size = 0;
      while (end < rest.length && size + rest[end].length <= LONGEST) size += rest[end++].length;
      found.push(rest.slice(0, end).join(""));
      rest = rest.slice(end);
      if (!rest.length) return found;
    }
  }
  Object.assign(etalase, { letter: whole_, papersOf, wanted, languages, parts, amountTold: amount });
})();
