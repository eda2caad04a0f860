/* What the inquiry and the comparison share: the goods and words that data scripts bring, numbers, dates, names. */
(() => {
  "use strict";
  const { make, load, taken, own, filled } = etalase;
  const page = document.querySelector("main [data-root]"), { root } = page.dataset;
  const words = taken.words, ours = words.lang;
  const locale = (lang = ours) => (lang === "en" ? "en-GB" : lang);
  const number = (value, lang, most = 2) => new Intl.NumberFormat(locale(lang), { maximumFractionDigits: most }).format(value);
  /* A text in a language, else in the reference language, and which it is. */
  const told = (texts, lang = ours) => {
    const code = own(texts, lang) !== undefined ? lang : words.reference;
    return { text: own(texts, code) || Object.values(texts || {})[0] || "", lang: code };
  };
  Object.assign(etalase, {
    page, words, number, told,
    at: (id) => document.getElementById(id),
    say: (name, parts) => filled(words.say[name], parts),
    /* The goods of some keys, each with its facility; a key that the catalogue no longer has is not in the answer. */
    async goods(keys) {
      const found = new Map();
      const each = async (key) => {
        const [name, last] = key.split("/"), place = own(taken.places, name);
        const facility = place && (await load("goods/" + name, root + place).catch(() => {}));
        const one = facility && own(facility.goods, last);
        if (one) found.set(key, { key, facility, who: own(facility.contacts, one.contact), ...one });
      };
      await Promise.all(keys.map(each));
      return found;
    },
    quantity(amount, unit, lang = ours) {
      const forms = own(own(words.units, lang), unit) || {};
      return number(amount, lang) + "\u00a0" + (forms[new Intl.PluralRules(lang).select(amount)] || forms.other || unit);
    },
    date: (day, lang) => new Intl.DateTimeFormat(locale(lang), { dateStyle: "long" }).format(day),
    country(code, lang) {
      try {
        return new Intl.DisplayNames([locale(lang)], { type: "region" }).of(code);
      } catch {
        return code;
      }
    },
    link(one) {
      const { text, lang } = told(one.name);
      return make("a", { href: root + told(one.href).text, lang: lang !== ours && lang }, text);
    },
    /* The page's whole address where it has one that others can open. */
    whole(one, lang) {
      const path = told(one.href, lang).text;
      if (words.base) return words.base.replace(/\/+$/, "") + "/" + path;
      return location.protocol.startsWith("http") ? new URL(root + path, location.href).href : "";
    },
    /* Shows the page's address with this end, and copies it; what is said of that. */
    async shared(end) {
      const place = etalase.at("shared");
      place.textContent = location.href.split("#")[0] + end;
      place.hidden = false;
      return etalase.say((await etalase.copy(place.textContent, place)) ? "link-copied" : "copy-by-hand");
    },
  });
})();
