/* What the inquiry and the comparison share: data scripts and what they bring, words, numbers, and elements made. */
(function () {
  "use strict";
  const taken = new Map();
  const own = (table, key) => (table && Object.prototype.hasOwnProperty.call(table, key) ? table[key] : undefined);
  const etalase = (window.etalase = { own, take: (name, data) => taken.set(name, data) });
  const root = () => document.querySelector("[data-root]").dataset.root;

  function load(address) {
    return new Promise((done) => {
      const script = document.createElement("script");
      script.src = root() + address;
      script.onload = script.onerror = done;
      document.head.append(script);
    });
  }
  /* The goods of some keys, each with its facility; a key that the catalogue no longer has is not in the answer. */
  etalase.goods = async (keys) => {
    const places = taken.get("places");
    const facilities = [...new Set(keys.map((key) => key.split("/")[0]))].filter((name) => own(places, name));
    await Promise.all(facilities.filter((name) => !taken.has("goods/" + name)).map((name) => load(places[name])));
    const found = new Map();
    keys.forEach((key) => {
      const [name, last] = key.split("/");
      const facility = taken.get("goods/" + name);
      const one = facility && own(facility.goods, last);
      if (one) found.set(key, Object.assign({ key, facility, who: own(facility.contacts, one.contact) }, one));
    });
    return found;
  };
  etalase.words = () => taken.get("words");
  const filled = (text, parts) => text.replace(/\{(\w+)\}/g, (all, name) => (own(parts, name) === undefined ? all : parts[name]));
  etalase.filled = filled;
  etalase.say = (name, parts) => filled(etalase.words().say[name], parts || {});
  /* A text in a language, else in the reference language, and which it is. */
  etalase.told = (texts, lang) => {
    const code = own(texts, lang) !== undefined ? lang : etalase.words().reference;
    return { text: own(texts, code) || Object.values(texts || {})[0] || "", lang: code };
  };
  const locale = (lang) => (lang === "en" ? "en-GB" : lang);
  etalase.number = (value, lang) =>
    new Intl.NumberFormat(locale(lang || etalase.words().lang), { maximumFractionDigits: 2 }).format(value);
  etalase.quantity = (amount, unit, lang) => {
    const code = lang || etalase.words().lang;
    const forms = own(own(etalase.words().units, code), unit) || {};
    const word = forms[new Intl.PluralRules(code).select(amount)] || forms.other || unit;
    return etalase.number(amount, code) + "\u00a0" + word;
  };
  etalase.date = (day, lang) =>
    new Intl.DateTimeFormat(locale(lang || etalase.words().lang), { day: "numeric", month: "long", year: "numeric" }).format(day);
  etalase.country = (code, lang) => {
    try {
      return new Intl.DisplayNames([locale(lang || etalase.words().lang)], { type: "region" }).of(code);
    } catch (unknown) {
      return code;
    }
  };
  /* An element with attributes and children; whatever is text stays text. */
  etalase.make = (tag, looks, ...children) => {
    const made = document.createElement(tag);
    Object.keys(looks || {}).forEach((name) => {
      const value = looks[name];
      if (typeof value === "function") made.addEventListener(name, value);
      else if (value === true) made.setAttribute(name, "");
      else if (value !== undefined && value !== false && value !== "") made.setAttribute(name, value);
    });
    made.append(...children.filter((child) => child !== undefined && child !== "" && child !== null));
    return made;
  };
  etalase.link = (one, looks) => {
    const name = etalase.told(one.name, etalase.words().lang);
    const href = root() + etalase.told(one.href, etalase.words().lang).text;
    const lang = name.lang === etalase.words().lang ? undefined : name.lang;
    return etalase.make("a", Object.assign({ href, lang }, looks), name.text);
  };
  /* The page's whole address where it has one that others can open. */
  etalase.whole = (one, lang) => {
    const path = etalase.told(one.href, lang).text;
    const base = etalase.words().base;
    if (base) return base.replace(/\/+$/, "") + "/" + path;
    return location.protocol.startsWith("http") ? new URL(root() + path, location.href).href : "";
  };
  etalase.copy = async (text, place) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch (refused) {
      getSelection().selectAllChildren(place);
      return document.execCommand("copy");
    }
  };
})();
