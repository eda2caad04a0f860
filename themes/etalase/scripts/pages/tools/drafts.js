/* The letters: one to each who must be asked, in the language they read, with the buyer's own below. */
(() => {
  "use strict";
  const { own, filled, quantity, told, whole, words, country } = etalase;
  /* Of one message: what numbers the parts comes on top, and 1,500 is the limit. A sign may count as two. */
  const LONGEST = 1400;

  const unitOf = (line, offer) => line.unit || own(offer.order, "unit") || "unit";
  const amountTold = (line, offer, lang) => {
    const number = etalase.amountOf(line.amount);
    return number > 0 ? quantity(number, unitOf(line, offer), lang) : words.letter[lang].amount;
  };
  /* `form` is what the buyer filled in; `lines` are those of this letter, each with its offer. */
  const letter = (who, lines, form, lang) => {
    const say = words.letter[lang], put = (name, parts) => filled(say[name], parts);
    const land = form.abroad && form.country && country(form.country, lang), list = (...parts) => parts.filter(Boolean).join(", ");
    const self = { name: form.name || say.name, business: form.business || say.business, where: list(form.city, land) || say.where };
    const goods = lines.map(({ line, offer }, at) => {
      const address = whole(offer, lang), note = line.note && " – " + line.note.replace(/\s+/g, " ");
      return `${at + 1}. ${told(offer.name, lang).text}: ${amountTold(line, offer, lang)}${note}${address && ` (${address})`}`;
    });
    const papers = list(...wanted(lines, form).map((key) => told(words.papers[key], lang).text));
    const more = [
      put("to", { place: (form.abroad ? list(form.port, land) : form.city) || say.place }),
      form.abroad ? form.term && put("terms", { term: form.term, place: form.port || say.place }) : say[form.by],
      put("by", { date: form.needed ? etalase.date(new Date(form.needed + "T12:00"), lang) : say.date }),
      say["use-" + form.use],
      form.sample && say.sample,
      form.reply && put("reply", form),
      put("reference", form),
    ];
    return [
      put(who.works ? "greeting" : "greeting-unit", who),
      put(form.name && !form.business ? "self-plain" : "self", self),
      ...goods,
      papers ? put("ask", { papers }) : say["ask-any"],
      more.filter(Boolean).join(" "),
      say.thanks,
    ].join("\n");
  };
  /* The papers that these goods call for, and those of them that the buyer wants. */
  const papersOf = (lines, form) => {
    const all = lines.flatMap(({ offer }) => offer.papers || []);
    return [...new Set(form.abroad ? all.concat(words.abroad) : all)].filter((key) => own(words.papers, key));
  };
  const wanted = (lines, form) => papersOf(lines, form).filter((key) => own(form.papers, key));
  /* The languages of a letter, the reader's first: who reads but the reference language gets that, ours below. */
  const languages = ({ reads }) => (reads.includes(words.lang) || words.lang === words.reference ? [words.lang] : [words.reference, words.lang]);
  const draft = (who, lines, form) =>
    languages(who).map((lang, at) => (at ? `— ${words.letter[lang].tongue} —\n` : "") + letter(who, lines, form, lang)).join("\n\n");
  /* A text in parts that each fit a message: cut between lines, or within one that is too long by itself. */
  const parts = (text) => {
    const found = [""], most = new RegExp(`[^]{1,${LONGEST / 2}}`, "gu");
    for (const line of text.split("\n").flatMap((line) => (line.length > LONGEST ? line.match(most) : line))) {
      const last = found[found.length - 1];
      if (last && last.length + line.length + 1 > LONGEST) found.push(line);
      else found[found.length - 1] = last ? last + "\n" + line : line;
    }
    return found.length === 1 ? found : found.map((part, at) => `(${at + 1}/${found.length})\n${part.trim()}`);
  };
  Object.assign(etalase, { draft, papersOf, wanted, languages, parts, amountTold, unitOf });
})();
